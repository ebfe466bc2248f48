using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>The sync user's interface is English, as Adobe asks.</summary>
internal sealed class LanguageCheck(OrganisationReadings readings, OrganisationReads reads, TimeProvider time) : OrganisationCheck(readings, time)
{
    /// <summary>English (United States), the only English that Dynamics 365 installs.</summary>
    private const int English = 1033;

    public override string Id => CheckIds.DynamicsLanguage;

    public override IReadOnlyList<string> DependsOn => [CheckIds.DynamicsUser];

    protected override string Source => "usersettingscollection({id})";

    protected override async Task<CheckView> LookAsync(Connection connection, OrganisationAccess.Granted access, CancellationToken cancellationToken)
    {
        var user = (await Readings.SyncUserAsync(connection, cancellationToken))!;
        var page = access.Host.Record("systemuser", user.Id);
        return await reads.LanguageAsync(access, user.Id, cancellationToken) switch
        {
            English => this.Passed(new Phrase(PhraseCodes.CheckDynamicsLanguageEnglish), page),
            var other => this.Warning(new Phrase(PhraseCodes.CheckDynamicsLanguageOther, ("language", Number(other))), page),
        };
    }
}
