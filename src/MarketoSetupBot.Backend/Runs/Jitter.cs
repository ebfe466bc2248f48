namespace MarketoSetupBot.Backend.Runs;

/// <summary>
/// What a pause is stretched by, so that runs which failed together do not come back together. Drawn from the run's own random id: another for every run
/// and try, the same when a test looks again.
/// </summary>
internal static class Jitter
{
    /// <summary>A pause becomes longer by at most this part.</summary>
    private const double Most = 0.25;

    private const int Grains = 997;

    /// <returns>From 1 to <c>1 + Most</c>.</returns>
    public static double For(Guid runId, int attempt)
    {
        var bytes = runId.ToByteArray();
        // The last four bytes of a version 7 id are random.
        var seed = BitConverter.ToUInt32(bytes, 12) + (uint)attempt * 2654435761u;
        return 1 + Most * (seed % Grains) / Grains;
    }
}
