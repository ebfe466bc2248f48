using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>One thing that must be true for the sync to work, read live.</summary>
public interface ICheck
{
    /// <summary>One of <see cref="CheckIds"/>.</summary>
    string Id { get; }

    /// <summary>Ids of checks without whose success this one says nothing. They are registered before this one.</summary>
    IReadOnlyList<string> DependsOn { get; }

    /// <summary>Application permissions of Microsoft Graph that its readings need. Without one of them it is "not checked", and the answer names it.</summary>
    IReadOnlyList<string> Permissions => [];

    Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken);
}
