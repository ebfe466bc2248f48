// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The apps of a <c>BotFrameworkAdapter</c>.</summary>
[Obsolete("Use a ServiceClientCredentialsFactory.")]
public interface ICredentialProvider
{
    Task<bool> IsValidAppIdAsync(string appId);

    Task<string> GetAppPasswordAsync(string appId);

    Task<bool> IsAuthenticationDisabledAsync();
}

/// <summary>One app, by id and secret. Without an id nobody is let in, where the original lets everybody in.</summary>
[Obsolete("Use a ServiceClientCredentialsFactory.")]
public class SimpleCredentialProvider : ICredentialProvider
{
    public SimpleCredentialProvider()
    {
    }

    public SimpleCredentialProvider(string appId, string password)
    {
        AppId = appId;
        Password = password;
    }

    public string AppId { get; set; }

    public string Password { private get; set; }

    public Task<bool> IsValidAppIdAsync(string appId) => Task.FromResult(!string.IsNullOrEmpty(AppId) && appId == AppId);

    public Task<string> GetAppPasswordAsync(string appId) => Task.FromResult(appId == AppId ? Password : null);

    public Task<bool> IsAuthenticationDisabledAsync() => Task.FromResult(false);
}
