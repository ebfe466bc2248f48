namespace MarketoSetupBot.Contracts;

/// <summary>Ids of the checks, in the order they are shown. Each has resources <c>Check_{id}_Title</c>. Every group has a file of its own.</summary>
public static partial class CheckIds
{
    private static readonly Lazy<IReadOnlyList<KeyValuePair<string, CheckGroup>>> Grouped = new(() =>
    [
        .. InApplication.Select(id => KeyValuePair.Create(id, CheckGroup.Application)),
        .. InSecret.Select(id => KeyValuePair.Create(id, CheckGroup.Secret)),
        .. InSignIn.Select(id => KeyValuePair.Create(id, CheckGroup.SignIn)),
        .. InDynamics.Select(id => KeyValuePair.Create(id, CheckGroup.Dynamics)),
    ]);

    public static IReadOnlyList<string> All => [.. Grouped.Value.Select(g => g.Key)];

    /// <returns>Null for an id of a newer backend.</returns>
    public static CheckGroup? GroupOf(string id) =>
        Grouped.Value.FirstOrDefault(g => g.Key == id) is { Key: not null } found ? found.Value : null;
}

public enum CheckGroup { Application, Secret, SignIn, Dynamics }
