using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>Somebody says that an act by hand is done.</summary>
/// <param name="Answer">What was typed with it.</param>
public sealed record HandClaim(PersonView By, DateTimeOffset At, string? Answer);
