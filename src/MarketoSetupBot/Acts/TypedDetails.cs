using MarketoSetupBot.State;

namespace MarketoSetupBot.Acts;

/// <summary>What a person typed into a form while an open run stands in its way. The backend judges it anew when it is sent again.</summary>
internal sealed class TypedDetails(BotDatabase database)
{
    public static string Key(string conversation, Guid run, Person person) => $"typed/{conversation}/{run:D}/{person.ObjectId}";

    public async Task<IReadOnlyDictionary<string, string>?> FindAsync(string conversation, Guid run, Person person, CancellationToken cancellationToken)
    {
        var key = Key(conversation, run, person);
        var found = await new BotStorage(database, StateJson.Journey).ReadAsync([key], cancellationToken);
        return found.TryGetValue(key, out var typed) ? typed as Dictionary<string, string> : null;
    }
}
