namespace MarketoSetupBot.Backend.Audit;

/// <summary>What the audit calls an act that is nobody's act and no step. The bot's words for one are <c>AuditAct_{code}</c>.</summary>
internal static class AuditEvents
{
    public const string HandedOut = "HandedOut";
    public const string TakenBack = "TakenBack";
    public const string AskedByHand = "AskedByHand";
    public const string ShowTimeEnded = "ShowTimeEnded";
    public const string TimedOut = "TimedOut";
    public const string RecordChecked = "RecordChecked";
    public const string Probe = "Probe";
}

/// <summary>Outcomes beside those that a step said, a refusal gave or Graph answered. The bot's words for one are <c>AuditOutcome_{code}</c>.</summary>
internal static class AuditOutcomes
{
    public const string Started = "started";
    public const string Cleared = "cleared";
    public const string Offered = "offered";
    public const string Finished = "finished";
    public const string TenantUnavailable = "tenant-unavailable";
    public const string Fault = "fault";
    public const string Overrun = "overrun";
    public const string NoAnswer = "no-answer";
}
