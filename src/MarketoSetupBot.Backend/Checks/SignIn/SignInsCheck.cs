using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Sign-ins with the application succeed. Where they do not, the newest refusal says why, in the words of its AADSTS code.</summary>
internal sealed class SignInsCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.SignIns;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public IReadOnlyList<string> Permissions => [GraphPermissions.AuditLogs];

    /// <summary>Graph's own code for a tenant without Entra ID P1.</summary>
    private const string NoPremium = "Authentication_RequestFromNonPremiumTenantOrB2CTenant";

    private const int Shown = 5;

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        // Graph lists the sign-ins of users there; those of applications only in its beta.
        if (connection.IsServerToServer) return this.NotChecked(new Phrase(PhraseCodes.NotCheckedApplicationSignIns), portal.SignIns).For(WhoCan.ReadSignIns);
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        try
        {
            var rows = await readings.SignInsAsync(app.AppId!, cancellationToken);
            return Judge([.. rows.OrderByDescending(r => r.CreatedDateTime)], connection, app.AppId!);
        }
        catch (TroubleException e) when (e.Trouble.Code == NoPremium)
        {
            return this.NotChecked(new Phrase(PhraseCodes.NotCheckedNoPremium), portal.SignIns).For(WhoCan.ReadSignIns);
        }
    }

    private CheckView Judge(IReadOnlyList<SignIn> rows, Connection connection, string clientId)
    {
        if (rows.Count == 0)
        {
            return this.NotChecked(new Phrase(PhraseCodes.NotCheckedSignInsNone, ("days", CheckViews.Number(Readings.SignInWindow.Days))), portal.SignIns)
                .Saw(Sources.SignIns, "count", 0).For(WhoCan.ReadSignIns);
        }

        var refused = rows.Where(r => CodeOf(r) != 0).ToList();
        var view = refused.Count == 0
            ? this.Passed(new Phrase(PhraseCodes.CheckSignInsGood, ("count", CheckViews.Number(rows.Count)), ("at", CheckViews.Instant(rows[0].CreatedDateTime ?? default))), portal.SignIns)
            : Refused(refused, CodeOf(rows[0]) != 0, connection, clientId);
        return view.Saw(Sources.SignIns, "count", rows.Count).Saw(Sources.SignIns, "status.errorCode ne 0", refused.Count)
            .Telling(refused.Take(Shown).Select(Row)).For(WhoCan.ReadSignIns);
    }

    /// <summary>The newest refusal speaks for all: it is what stands in the way now, or stood there last.</summary>
    private CheckView Refused(List<SignIn> refused, bool still, Connection connection, string clientId)
    {
        var code = AadstsCodes.Of(CodeOf(refused[0]));
        var finding = new Phrase(code.Cause, ("code", CheckViews.Number(code.Number)), ("count", CheckViews.Number(refused.Count)));
        var page = portal.Of(code.Page, clientId, connection.ServicePrincipalObjectId, refused[0].UserId);
        return still ? this.Failed(finding, page) : this.Warning(finding, page);
    }

    private static int CodeOf(SignIn row) => row.Status?.ErrorCode ?? 0;

    private static Phrase Row(SignIn row) => new(PhraseCodes.DetailSignIn,
        ("at", CheckViews.Instant(row.CreatedDateTime ?? default)), ("user", row.UserPrincipalName ?? ""), ("code", CheckViews.Number(CodeOf(row))), ("address", row.IpAddress ?? ""));
}
