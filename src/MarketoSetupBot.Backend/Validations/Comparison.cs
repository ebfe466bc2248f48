using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Validations;

/// <summary>What became better and what worse since each check was last known.</summary>
internal static class Comparison
{
    public static void With(this ValidationRecord now, IReadOnlyList<KnownState> before)
    {
        var known = before.ToDictionary(k => k.Check, k => k.State, StringComparer.Ordinal);
        List<string> better = [], worse = [];
        foreach (var result in now.Results.Where(r => r.State is not CheckState.NotChecked))
        {
            // The first time that a check is known is no change.
            if (known.TryGetValue(result.Id, out var was) && was != result.State) (result.State < was ? better : worse).Add(result.Id);
            known[result.Id] = result.State;
        }
        (now.Better, now.Worse) = (better, worse);
        now.Known = [.. known.Select(k => new KnownState(k.Key, k.Value)).OrderBy(k => k.Check, StringComparer.Ordinal)];
    }
}
