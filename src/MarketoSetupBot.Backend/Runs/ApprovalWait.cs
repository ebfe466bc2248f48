namespace MarketoSetupBot.Backend.Runs;

/// <summary>How long a plan waits for its approval, and when its thread is reminded meanwhile.</summary>
/// <param name="Reminders">Percent of <paramref name="Timeout"/>, ascending; after the last one comes nothing but the end.</param>
public sealed record ApprovalWait(TimeSpan Timeout, IReadOnlyList<int> Reminders)
{
    /// <summary>How many reminders are due by now.</summary>
    public int RemindersUntil(DateTimeOffset expires, DateTimeOffset now) => Reminders.Count(percent => At(percent, expires) <= now);

    /// <summary>The next reminder, or the end.</summary>
    public DateTimeOffset NextLook(DateTimeOffset expires, DateTimeOffset now)
        => Reminders.Select(percent => At(percent, expires)).Where(at => at > now).Append(expires).First();

    private DateTimeOffset At(int percent, DateTimeOffset expires) => expires - Timeout + Timeout * (percent / 100.0);
}
