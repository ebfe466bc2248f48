namespace MarketoSetupBot.Backend.Connections;

/// <summary>Somebody who holds the role to know said whether password hashes are synchronised. Shown as said, with name and date, never as read.</summary>
public sealed class HashSyncAttestation
{
    public required bool On { get; init; }

    /// <summary>Entra object id.</summary>
    public required string ById { get; init; }

    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}
