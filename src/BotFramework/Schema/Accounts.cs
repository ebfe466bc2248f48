// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A person or a bot, as the channel knows them.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class ChannelAccount
{
    public ChannelAccount()
    {
    }

    public ChannelAccount(string id = default, string name = default, string role = default, string aadObjectId = default)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    public string Id { get; set; }

    public string Name { get; set; }

    public string AadObjectId { get; set; }

    public string Role { get; set; }

    [JsonExtensionData]
    public JObject Properties { get; set; } = new();
}

/// <summary>A conversation, as the channel knows it.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class ConversationAccount
{
    public ConversationAccount()
    {
    }

    public ConversationAccount(bool? isGroup = default, string conversationType = default, string id = default, string name = default, string aadObjectId = default, string role = default, string tenantId = default)
    {
        IsGroup = isGroup;
        ConversationType = conversationType;
        Id = id;
        Name = name;
        AadObjectId = aadObjectId;
        Role = role;
        TenantId = tenantId;
    }

    public bool? IsGroup { get; set; }

    public string ConversationType { get; set; }

    public string TenantId { get; set; }

    public string Id { get; set; }

    public string Name { get; set; }

    public string AadObjectId { get; set; }

    public string Role { get; set; }

    [JsonExtensionData]
    public JObject Properties { get; set; } = new();
}
