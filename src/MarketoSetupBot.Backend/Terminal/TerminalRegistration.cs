using MarketoSetupBot.Backend.Tenant;

namespace MarketoSetupBot.Backend.Terminal;

internal static class TerminalRegistration
{
    /// <summary>Only at the terminal: the service that listens contains no way to try a password.</summary>
    public static void AddTerminal(this IServiceCollection services)
    {
        services.AddOutgoing(PasswordGrant.Client);
        services.AddSingleton<PasswordGrant>().AddSingleton<ProbeSecret>().AddSingleton<Probe>().AddSingleton<Look>();
    }
}
