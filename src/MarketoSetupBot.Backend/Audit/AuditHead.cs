namespace MarketoSetupBot.Backend.Audit;

/// <summary>
/// The end of the chain, one row. Whoever appends changes it first, and so holds its lock until the commit: two backends make one chain. It proves
/// nothing by itself; the seals and the anchors do.
/// </summary>
public sealed class AuditHead
{
    public const int Only = 1;

    public int Id { get; init; } = Only;
    public long Number { get; init; }
    public required string Seal { get; init; }

    /// <summary>Tells which key made the chain, without telling the key.</summary>
    public required string KeyMark { get; init; }
}
