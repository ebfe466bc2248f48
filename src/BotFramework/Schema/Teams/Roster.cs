// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A person in a Teams roster.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TeamsChannelAccount : ChannelAccount
{
    public TeamsChannelAccount()
    {
    }

    public TeamsChannelAccount(string id = default, string name = default, string givenName = default, string surname = default, string email = default, string userPrincipalName = default)
        : base(id, name)
    {
        GivenName = givenName;
        Surname = surname;
        Email = email;
        UserPrincipalName = userPrincipalName;
    }

    public TeamsChannelAccount(string id = default, string name = default, string givenName = default, string surname = default, string email = default, string userPrincipalName = default, string tenantId = default, string userRole = default)
        : this(id, name, givenName, surname, email, userPrincipalName)
    {
        TenantId = tenantId;
        UserRole = userRole;
    }

    public string GivenName { get; set; }

    public string Surname { get; set; }

    public string Email { get; set; }

    public string UserPrincipalName { get; set; }

    public string TenantId { get; set; }

    public string UserRole { get; set; }

    /// <summary>The connector reads any channel's account; what only Teams has is in its <see cref="ChannelAccount.Properties"/>.</summary>
    internal static TeamsChannelAccount Of(ChannelAccount account) =>
        account is null or TeamsChannelAccount
            ? (TeamsChannelAccount)account
            : JObject.FromObject(account, ActivityJson.Serializer).ToObject<TeamsChannelAccount>(ActivityJson.Serializer);

    // A roster names the Entra id "objectId" or "aadObjectId", depending on the call.
    [JsonProperty("objectId", NullValueHandling = NullValueHandling.Ignore)]
    private string ObjectId
    {
        set => AadObjectId ??= value;
    }
}

/// <summary>One page of a Teams roster.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TeamsPagedMembersResult
{
    public TeamsPagedMembersResult()
    {
    }

    public TeamsPagedMembersResult(string continuationToken = default, IList<ChannelAccount> members = default)
    {
        ContinuationToken = continuationToken;
        Members = members?.Select(TeamsChannelAccount.Of).ToList();
    }

    public string ContinuationToken { get; set; }

    public IList<TeamsChannelAccount> Members { get; set; }
}

/// <summary>What the connector says of a team.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TeamDetails
{
    public TeamDetails()
    {
    }

    [Obsolete("Set the properties of a new one instead: this leaves some of them out.")]
    public TeamDetails(string id = default, string name = default, string aadGroupId = default)
    {
        Id = id;
        Name = name;
        AadGroupId = aadGroupId;
    }

    public string Id { get; set; }

    public string Name { get; set; }

    public string AadGroupId { get; set; }

    public int ChannelCount { get; set; }

    public int MemberCount { get; set; }

    public string Type { get; set; }
}

/// <summary>The channels of a team.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class ConversationList
{
    public ConversationList()
    {
    }

    public ConversationList(IList<ChannelInfo> conversations = default)
    {
        Conversations = conversations;
    }

    public IList<ChannelInfo> Conversations { get; set; }
}

/// <summary>The value of the invoke signin/verifyState.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class SigninStateVerificationQuery
{
    public SigninStateVerificationQuery()
    {
    }

    public SigninStateVerificationQuery(string state = default)
    {
        State = state;
    }

    public string State { get; set; }
}
