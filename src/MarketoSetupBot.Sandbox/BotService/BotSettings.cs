namespace MarketoSetupBot.Sandbox.BotService;

/// <summary>What the bot's registration in Azure would say.</summary>
public sealed class BotSettings(IConfiguration configuration)
{
    /// <summary>The messaging endpoint. Settings: <c>Sandbox:BotUrl</c>; the control API can change it while the sandbox runs.</summary>
    public Uri Endpoint { get; set; } = new(configuration["Sandbox:BotUrl"] ?? "http://127.0.0.1:3978/api/messages");

    /// <summary>Name of the OAuth connection to the backend. Setting: <c>Sandbox:ConnectionName</c>.</summary>
    public string ConnectionName { get; } = configuration["Sandbox:ConnectionName"] ?? "Backend";
}
