using Microsoft.Kiota.Abstractions;

namespace MarketoSetupBot.Backend.Targets;

/// <summary>On the one write that marks an app as taken over: the rules of adoption were asked a moment ago, and it is not on record yet.</summary>
internal sealed record Adopting(string ObjectId) : IRequestOption;
