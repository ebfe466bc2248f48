using System.Data.Common;
using MarketoSetupBot.State;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace MarketoSetupBot.Threads;

/// <summary>Where conversations are reached when nobody just wrote in them. The service URL may change, so every turn that posts records it anew.</summary>
internal sealed class Conversations(BotDatabase database)
{
    private static readonly JsonSerializerSettings Json = new() { NullValueHandling = NullValueHandling.Ignore };

    public async Task<ConversationReference?> FindAsync(string conversation, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            c => c.QueryAsync("SELECT reference FROM conversations WHERE id = @id", r => r.GetString(0), cancellationToken, ("id", conversation)),
            cancellationToken);
        return rows.FirstOrDefault() is { } json ? Read(json) : null;
    }

    public static Task WriteAsync(DbConnection connection, string id, string reference, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            "INSERT INTO conversations (id, reference) VALUES (@id, @reference) ON CONFLICT (id) DO UPDATE SET reference = excluded.reference",
            cancellationToken, ("id", id), ("reference", reference));

    /// <summary>Without the activity id: a later message replies to nothing.</summary>
    public static string Write(ConversationReference reference, string conversation)
    {
        reference.ActivityId = null;
        reference.Conversation.Id = conversation;
        return JsonConvert.SerializeObject(reference, Json);
    }

    public static ConversationReference Read(string json) => JsonConvert.DeserializeObject<ConversationReference>(json, Json)!;
}
