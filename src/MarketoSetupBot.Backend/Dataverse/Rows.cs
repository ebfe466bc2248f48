namespace MarketoSetupBot.Backend.Dataverse;

/// <summary>A row of <c>systemusers</c>.</summary>
/// <param name="UserName">Column <c>domainname</c>, "User Name" in Dynamics.</param>
/// <param name="AccessMode">0 Read-Write, 1 Administrative, 2 Read, 3 Support, 4 Non-interactive, 5 Delegated Admin.</param>
internal sealed record SystemUserRow(Guid Id, string UserName, string Email, bool IsDisabled, int AccessMode, Guid? ObjectId)
{
    /// <summary>The two modes in which a sync may read and write.</summary>
    public bool MaySync => AccessMode is 0 or 4;
}

internal sealed record SolutionRow(Guid Id, string FriendlyName, string Version);

/// <param name="Total">How many steps the solution has.</param>
internal sealed record StepsRead(int Total, IReadOnlyList<string> Disabled);

/// <summary>Where "Marketo Config" and its "Marketo User" live. Their logical names are not published, so they are found by display name.</summary>
internal sealed record ConfigTable(string LogicalName, string EntitySet, string IdColumn, string NameColumn, string UserColumn);

/// <param name="User">Null: the record names nobody.</param>
internal sealed record ConfigRow(Guid Id, Guid? User);
