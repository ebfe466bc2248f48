namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Who asks for this validation. Lives as long as it; nobody asks at night.</summary>
internal sealed class AskingPerson
{
    /// <summary>Their access token for this backend, checked at the front door.</summary>
    public string? Assertion { get; set; }

    public bool IsThere => Assertion is not null;

    public override string ToString() => IsThere ? "somebody" : "nobody";
}
