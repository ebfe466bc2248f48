using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Undo;

/// <summary>What was done to an object of the tenant. The first four made one, the others changed one.</summary>
public enum EffectKind
{
    Application,
    ServicePrincipal,
    Grant,
    /// <summary>Home realm discovery policy.</summary>
    Policy,
    /// <summary>Audience and public-client flag.</summary>
    ApplicationSettings,
    /// <summary>The declared permissions.</summary>
    Permissions,
    /// <summary>Scopes of a grant that was there before.</summary>
    GrantScopes,
    /// <summary>Which home realm discovery policy a service principal has; <see cref="Effect.ObjectId"/> is the service principal.</summary>
    PolicyAssignment,
    /// <summary>Tags of an app that was taken over: ours say whose it is.</summary>
    Tags,
}

/// <summary>
/// One write of one run to the tenant: recorded as an intent before the call, as done in the transaction of the step's success. Undo goes by these and by
/// <see cref="Connections.IssuedSecret"/>, and by nothing else.
/// </summary>
public sealed class Effect
{
    public required Guid Id { get; init; }
    public required Guid RunId { get; init; }
    public required Guid ConnectionId { get; init; }
    public required StepKey Step { get; init; }
    public required EffectKind Kind { get; init; }

    /// <summary>Null while the answer that names it is not there.</summary>
    public string? ObjectId { get; set; }

    /// <summary>The value before our write, as <see cref="EffectKind"/> writes it; null where the object was made.</summary>
    public string? Before { get; set; }

    /// <summary>The value we wrote: what is found otherwise was changed since.</summary>
    public string? After { get; set; }

    public required DateTimeOffset IntendedAt { get; init; }

    /// <summary>Null: whether it happened is found out by looking.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>When undo took it back, or found it gone.</summary>
    public DateTimeOffset? UndoneAt { get; set; }
}
