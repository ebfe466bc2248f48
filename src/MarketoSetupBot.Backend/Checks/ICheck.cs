using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>One thing that must be true for the sync to work, read live.</summary>
public interface ICheck
{
    /// <summary>One of <see cref="CheckIds"/>.</summary>
    string Id { get; }

    /// <summary>Ids of checks without whose success this one says nothing.</summary>
    IReadOnlyList<string> DependsOn { get; }

    Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken);
}

/// <summary>Runs all checks of a connection side by side, dependencies respected; a failing provider makes a check "not checked", never the validation fail.</summary>
public interface IValidation
{
    Task<IReadOnlyList<CheckView>> ValidateAsync(Connection connection, CancellationToken cancellationToken);
}
