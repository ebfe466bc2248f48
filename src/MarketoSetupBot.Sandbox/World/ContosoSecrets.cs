using System.Security.Cryptography;

namespace MarketoSetupBot.Sandbox.World;

/// <summary>
/// The secrets that Contoso's own apps and sync users have from the start: configured (<c>Sandbox:BotSecret</c>, <c>Sandbox:BackendSecret</c>,
/// <c>Sandbox:SyncPassword</c>), else random. A reset keeps them, because the bot and the backend go on running.
/// </summary>
public sealed class ContosoSecrets(IConfiguration configuration)
{
    public string Bot { get; } = configuration["Sandbox:BotSecret"] ?? Random();
    public string Backend { get; } = configuration["Sandbox:BackendSecret"] ?? Random();
    public string SyncPassword { get; } = configuration["Sandbox:SyncPassword"] ?? Random();

    /// <returns>40 characters of the alphabet that Entra's own secrets use.</returns>
    public static string Random() =>
        RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789~_.-", 40);
}
