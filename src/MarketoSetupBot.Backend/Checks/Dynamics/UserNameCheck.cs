using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>"User Name" in Dynamics is what Marketo has, letter by letter but for case. Source: Adobe, step 4 of 4.</summary>
internal sealed class UserNameCheck(OrganisationReadings readings, TimeProvider time) : OrganisationCheck(readings, time)
{
    public override string Id => CheckIds.DynamicsUserName;

    public override IReadOnlyList<string> DependsOn => [CheckIds.DynamicsUser];

    protected override string Source => "systemusers";

    protected override async Task<CheckView> LookAsync(Connection connection, OrganisationAccess.Granted access, CancellationToken cancellationToken)
    {
        var row = (await Readings.SyncUserAsync(connection, cancellationToken))!;
        var page = access.Host.Record("systemuser", row.Id);
        if (connection.IsServerToServer) return Email(connection, row);
        return string.Equals(row.UserName, connection.SyncUser, StringComparison.OrdinalIgnoreCase)
            ? this.Passed(new Phrase(PhraseCodes.CheckDynamicsUserNameSame, ("user", row.UserName)), page)
            : this.Failed(new Phrase(PhraseCodes.CheckDynamicsUserNameDiffers, ("dynamics", row.UserName), ("marketo", connection.SyncUser ?? "")), page);
    }

    /// <summary>Server to server, Marketo takes the e-mail for the user name; in Dynamics it can be changed at any time.</summary>
    private CheckView Email(Connection connection, SystemUserRow row) =>
        string.Equals(row.Email, connection.SyncUser, StringComparison.OrdinalIgnoreCase)
            ? this.Passed(new Phrase(PhraseCodes.CheckApplicationUserEmailSame, ("email", row.Email)), PowerPlatform.Environments)
            : this.Failed(new Phrase(PhraseCodes.CheckApplicationUserEmailDiffers, ("dynamics", row.Email), ("marketo", connection.SyncUser ?? "")), PowerPlatform.Environments);
}
