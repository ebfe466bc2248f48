namespace MarketoSetupBot.State;

/// <summary>What was already answered, because Teams delivers an activity again when an answer is slow or lost.</summary>
internal sealed class HandledActivities(BotDatabase database)
{
    /// <summary>Null: not handled yet. Otherwise the answer it got, as JSON; empty where there was none to keep.</summary>
    public async Task<string?> AnswerToAsync(string key, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            c => c.QueryAsync("SELECT answer FROM handled WHERE id = @id", r => r.Text(0) ?? "", cancellationToken, ("id", key)),
            cancellationToken);
        return rows.FirstOrDefault();
    }
}
