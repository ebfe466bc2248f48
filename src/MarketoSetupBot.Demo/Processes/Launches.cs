using System.Reflection;
using System.Security.Cryptography;
using MarketoSetupBot.Demo.Parts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Demo.Processes;

/// <summary>How each service is started: this same program with the part's name, and its settings in the environment as in a real deployment.</summary>
internal sealed class Launches(Ports ports, string folder)
{
    private readonly string _botSecret = NewSecret();
    private readonly string _backendSecret = NewSecret();

    public ChildStart Sandbox() => Start(Part.Sandbox, new()
    {
        ["Urls"] = Ports.Url(ports.Sandbox).ToString(),
        ["Sandbox__BotSecret"] = _botSecret,
        ["Sandbox__BackendSecret"] = _backendSecret,
        ["Sandbox__BotUrl"] = new Uri(Ports.Url(ports.Bot), "api/messages").ToString(),
        ["Sandbox__ProxyUrl"] = Ports.Url(ports.Proxy).ToString(),
        ["Sandbox__ProxyRoot"] = ProxyRoot,
    });

    public ChildStart Backend() => Start(Part.Backend, new()
    {
        ["Urls"] = Ports.Url(ports.Backend).ToString(),
        ["Entra__TenantId"] = Contoso.TenantId.ToString(),
        ["Entra__ClientId"] = Contoso.BackendAppId.ToString(),
        ["Entra__ClientSecret"] = _backendSecret,
        ["Entra__BotClientId"] = Contoso.BotAppId.ToString(),
        ["Database__Provider"] = "Sqlite",
        ["Database__ConnectionString"] = $"Data Source={Path.Combine(folder, "backend.db")}",
        ["Bot__EventsUrl"] = new Uri(Ports.Url(ports.Events), "events").ToString(),
        ["Access__RequesterGroup"] = Contoso.TeamGroupId.ToString(),
        // The Playground has one acting user, so the requester has to be the approver.
        ["Access__AllowSelfApproval"] = "true",
        ["Demo__SandboxUrl"] = Ports.Url(ports.Sandbox).ToString(),
    });

    public ChildStart Bot() => Start(Part.Bot, new()
    {
        ["Urls"] = Ports.Url(ports.Bot).ToString(),
        ["Events__Url"] = Ports.Url(ports.Events).ToString(),
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppId"] = Contoso.BotAppId.ToString(),
        ["MicrosoftAppPassword"] = _botSecret,
        ["MicrosoftAppTenantId"] = Contoso.TenantId.ToString(),
        ["Backend__Url"] = Ports.Url(ports.Backend).ToString(),
        ["Backend__ClientId"] = Contoso.BackendAppId.ToString(),
        ["Backend__ConnectionName"] = "Backend",
        ["Database__Provider"] = "Sqlite",
        ["Database__ConnectionString"] = $"Data Source={Path.Combine(folder, "bot.db")}",
        ["Demo__SandboxUrl"] = Ports.Url(ports.Sandbox).ToString(),
        // What a library asks Microsoft past the product's own handler, as the official Bot Framework does for its keys, comes in by the second door.
        ["HTTPS_PROXY"] = Ports.Url(ports.Proxy).ToString(),
        ["NO_PROXY"] = "127.0.0.1",
        ["SSL_CERT_FILE"] = ProxyRoot,
        ["SSL_CERT_DIR"] = folder,
    });

    private string ProxyRoot => Path.Combine(folder, "sandbox-root.pem");

    /// <summary><c>dotnet run</c> starts the program itself, a test starts it through <c>dotnet</c>; both work.</summary>
    private static ChildStart Start(string name, Dictionary<string, string> environment)
    {
        var program = Environment.ProcessPath ?? throw new DemoException("The path of this program is not known; start it with dotnet run.");
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [Assembly.GetExecutingAssembly().Location, name]
            : [name];
        // appsettings.Development.json of the folder the demo is started from: quiet logs.
        environment["DOTNET_ENVIRONMENT"] = "Development";
        return new ChildStart(name, program, arguments, environment);
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
