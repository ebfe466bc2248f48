using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Runs all checks of a connection side by side, dependencies respected; a failing provider makes a check "not checked", never the validation fail.</summary>
public interface IValidation
{
    /// <summary>As the backend alone, as every night.</summary>
    Task<IReadOnlyList<CheckView>> ValidateAsync(Connection connection, CancellationToken cancellationToken) =>
        ValidateAsync(connection, assertion: null, progress: null, cancellationToken);

    /// <param name="assertion">The access token with which a person asks; some things are read only on behalf of one. Kept no longer than this call.</param>
    /// <param name="progress">Told of each result as it comes, in no order, from any thread.</param>
    Task<IReadOnlyList<CheckView>> ValidateAsync(
        Connection connection, string? assertion, IProgress<CheckView>? progress, CancellationToken cancellationToken);
}
