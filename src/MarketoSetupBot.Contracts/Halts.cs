namespace MarketoSetupBot.Contracts;

/// <summary>Every write to the tenant is stopped until another approver lifts it.</summary>
public sealed record HaltView(PersonView By, DateTimeOffset At, string? Reason = null);

/// <param name="Halt">Null: writes may go on.</param>
public sealed record HaltStateView(HaltView? Halt);

/// <summary>POST <see cref="HaltRoutes.Halt"/>.</summary>
/// <param name="Reason">May be empty; at most 500 characters.</param>
public sealed record HaltRequest(string? Reason = null);

public static class HaltRoutes
{
    /// <summary>GET with the person's token, or the bot's app role <see cref="Scopes.SetupRead"/>; POST with the person's token: stop. Both answer a <see cref="HaltStateView"/>.</summary>
    public const string Halt = "/halt";
    /// <summary>POST: go on. 403 <c>lift-by-another</c> for whoever stopped.</summary>
    public const string Lift = "/halt/lift";
}
