namespace MarketoSetupBot.Sandbox.World;

public sealed record Domain
{
    /// <summary>The domain's name.</summary>
    public required string Id { get; init; }

    /// <summary><c>Managed</c> or <c>Federated</c>.</summary>
    public string AuthenticationType { get; init; } = "Managed";

    public string? AvailabilityStatus { get; init; }
    public bool IsAdminManaged { get; init; } = true;
    public bool IsDefault { get; init; }
    public bool IsInitial { get; init; }
    public bool IsRoot { get; init; } = true;
    public bool IsVerified { get; init; } = true;
    public IReadOnlyList<string> SupportedServices { get; init; } = ["Email", "OfficeCommunicationsOnline"];
    public int? PasswordValidityPeriodInDays { get; init; } = int.MaxValue;
    public int? PasswordNotificationWindowInDays { get; init; } = 14;
}
