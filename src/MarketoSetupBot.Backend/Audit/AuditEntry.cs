namespace MarketoSetupBot.Backend.Audit;

/// <summary>
/// One line of the audit: who tried what on what, and what was decided. Written once; the database refuses to change or delete it, and
/// <see cref="AuditChain"/> shows it if somebody did so all the same.
/// </summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }

    /// <summary>Place in the chain, from 1 without gaps; given when the line is committed. Null: from before there was a chain.</summary>
    public long? Number { get; private set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Entra object id of the person, <see cref="Backend"/>, or <see cref="Operator"/> with the name of an account of the machine.</summary>
    public required string ActorId { get; init; }

    /// <summary>Name of the act or step, or method and path of a write to the tenant.</summary>
    public required string Act { get; init; }

    /// <summary>The run or connection; null where the act has none yet.</summary>
    public Guid? Target { get; init; }

    /// <summary><c>allowed</c>, <c>refused:{problem code}</c>, what a step said, or the status of Graph's answer.</summary>
    public required string Outcome { get; init; }

    /// <summary>W3C trace id: the decision, the job and its writes of one click share it.</summary>
    public string? TraceId { get; init; }

    /// <summary>Graph's <c>request-id</c> of a write to the tenant: what Microsoft's own logs and support know it by.</summary>
    public string? RequestId { get; init; }

    /// <summary>The version of the run that was recorded together with this line; null where no run was changed. See <see cref="Runs.RunRecords"/>.</summary>
    public long? RunVersion { get; private set; }

    /// <summary>HMAC-SHA256 over this line and the seal before it, lower-case hex.</summary>
    public string? Seal { get; private set; }

    public const string Backend = "backend";
    public const string Operator = "operator:";
    public const string Allowed = "allowed";

    public static string Refused(string code) => "refused:" + code;

    internal void Records(long runVersion) => RunVersion = runVersion;

    internal void SealAs(long number, string seal) => (Number, Seal) = (number, seal);
}
