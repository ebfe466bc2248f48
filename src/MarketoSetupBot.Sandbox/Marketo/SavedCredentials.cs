namespace MarketoSetupBot.Sandbox.Marketo;

/// <summary>How Marketo signs in: with the sync user's password, or as the app itself.</summary>
internal enum SignInMethod { PasswordGrant, ServerToServer }

/// <summary>What a person saved under Credentials, character for character. A class, so that nothing prints its members by accident.</summary>
internal sealed class SavedCredentials
{
    public SignInMethod Method { get; init; }
    /// <summary>Server to server: the e-mail of the application user.</summary>
    public required string Username { get; init; }
    public required string Password { get; init; }
    /// <summary>Organization Service URL, or the organisation's own address.</summary>
    public required string Url { get; init; }
    public string ClientId { get; init; } = "";
    public string ClientSecret { get; init; } = "";
    /// <summary>Server to server only.</summary>
    public string TenantId { get; init; } = "";
}

/// <summary>The form as it arrives; a null password or secret keeps the stored one.</summary>
internal sealed class CredentialsForm
{
    /// <summary>Null: the method stays. Only "Reconfigure New Auth Method" sends one.</summary>
    public SignInMethod? Method { get; init; }
    public string? Username { get; init; }
    public string? Password { get; init; }
    public string? Url { get; init; }
    public string? ClientId { get; init; }
    public string? ClientSecret { get; init; }
    public string? TenantId { get; init; }

    /// <returns>What is wrong with which field; empty when nothing is.</returns>
    public Dictionary<string, string[]> Errors()
    {
        var errors = new Dictionary<string, string[]>();
        if (string.IsNullOrEmpty(Username)) errors["username"] = ["Enter the user name of the sync user in Dynamics."];
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
            errors["url"] = ["Enter the Organization Service URL; it begins with https://."];
        if (Method is SignInMethod.ServerToServer && !Guid.TryParse(TenantId, out _)) errors["tenantId"] = ["Enter the Directory (tenant) ID."];
        return errors;
    }

    public SavedCredentials Over(SavedCredentials stored) => new()
    {
        Method = Method ?? stored.Method,
        Username = Username!,
        Password = Password ?? stored.Password,
        Url = Url!,
        ClientId = ClientId ?? "",
        ClientSecret = ClientSecret ?? stored.ClientSecret,
        TenantId = TenantId ?? stored.TenantId,
    };
}
