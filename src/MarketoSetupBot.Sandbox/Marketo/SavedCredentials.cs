namespace MarketoSetupBot.Sandbox.Marketo;

/// <summary>What a person saved under Credentials, character for character. A class, so that nothing prints its members by accident.</summary>
internal sealed class SavedCredentials
{
    public required string Username { get; init; }
    public required string Password { get; init; }
    /// <summary>Organization Service URL, or the organisation's own address.</summary>
    public required string Url { get; init; }
    public string ClientId { get; init; } = "";
    public string ClientSecret { get; init; } = "";
}

/// <summary>The form as it arrives; a null password or secret keeps the stored one.</summary>
internal sealed class CredentialsForm
{
    public string? Username { get; init; }
    public string? Password { get; init; }
    public string? Url { get; init; }
    public string? ClientId { get; init; }
    public string? ClientSecret { get; init; }

    /// <returns>What is wrong with which field; empty when nothing is.</returns>
    public Dictionary<string, string[]> Errors()
    {
        var errors = new Dictionary<string, string[]>();
        if (string.IsNullOrEmpty(Username)) errors["username"] = ["Enter the user name of the sync user in Dynamics."];
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
            errors["url"] = ["Enter the Organization Service URL; it begins with https://."];
        return errors;
    }

    public SavedCredentials Over(SavedCredentials stored) => new()
    {
        Username = Username!,
        Password = Password ?? stored.Password,
        Url = Url!,
        ClientId = ClientId ?? "",
        ClientSecret = ClientSecret ?? stored.ClientSecret,
    };
}
