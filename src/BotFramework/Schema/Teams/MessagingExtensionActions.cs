// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The value of composeExtension/submitAction and composeExtension/fetchTask.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class MessagingExtensionAction : TaskModuleRequest
{
    public MessagingExtensionAction()
    {
    }

    public MessagingExtensionAction(object data = default, TaskModuleRequestContext context = default, string commandId = default, string commandContext = default, string botMessagePreviewAction = default, IList<Activity> botActivityPreview = default, MessageActionsPayload messagePayload = default)
        : base(data, context)
    {
        CommandId = commandId;
        CommandContext = commandContext;
        BotMessagePreviewAction = botMessagePreviewAction;
        BotActivityPreview = botActivityPreview;
        MessagePayload = messagePayload;
    }

    public string CommandId { get; set; }

    /// <summary>Gets or sets "message", "compose" or "commandbox".</summary>
    public string CommandContext { get; set; }

    /// <summary>Gets or sets what somebody did with a preview: "edit" or "send".</summary>
    public string BotMessagePreviewAction { get; set; }

    public IList<Activity> BotActivityPreview { get; set; }

    public MessageActionsPayload MessagePayload { get; set; }

    /// <summary>Gets or sets what came back of a sign-in or a settings page.</summary>
    public string State { get; set; }
}

/// <summary>The answer to an action: a dialog, or cards to compose with.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class MessagingExtensionActionResponse
{
    public MessagingExtensionActionResponse()
    {
    }

    public MessagingExtensionActionResponse(TaskModuleResponseBase task = default, MessagingExtensionResult composeExtension = default)
    {
        Task = task;
        ComposeExtension = composeExtension;
    }

    public TaskModuleResponseBase Task { get; set; }

    public MessagingExtensionResult ComposeExtension { get; set; }

    public CacheInfo CacheInfo { get; set; }
}

/// <summary>The value of composeExtension/queryLink: a link that somebody pasted.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AppBasedLinkQuery
{
    public AppBasedLinkQuery()
    {
    }

    public AppBasedLinkQuery(string url = default)
    {
        Url = url;
    }

    public string Url { get; set; }

    /// <summary>Gets or sets what came back of a sign-in.</summary>
    public string State { get; set; }
}

/// <summary>The value of actionableMessage/executeAction.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class O365ConnectorCardActionQuery
{
    public O365ConnectorCardActionQuery()
    {
    }

    public O365ConnectorCardActionQuery(string body = default, string actionId = default)
    {
        Body = body;
        ActionId = actionId;
    }

    public string Body { get; set; }

    public string ActionId { get; set; }
}
