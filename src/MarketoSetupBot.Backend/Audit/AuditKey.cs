using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MarketoSetupBot.Backend.Audit;

/// <summary>The key of the chain: kept outside the database, so that whoever can write there cannot write history.</summary>
public sealed class AuditKey
{
    public const int Bytes = 32;

    /// <summary>Before the first line there is nothing.</summary>
    public const string Beginning = "";

    private readonly byte[] _key;

    public AuditKey(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, Bytes, nameof(key));
        _key = key;
    }

    /// <summary>The same for the same key, and useless for finding it.</summary>
    public string Mark => Convert.ToHexStringLower(HMACSHA256.HashData(_key, "MarketoSetupBot audit key"u8))[..16];

    /// <param name="before">Seal of the line before, or <see cref="Beginning"/>.</param>
    public string SealOf(string before, long number, AuditEntry entry)
    {
        // A JSON array of strings says for each field where it begins and ends; a plain concatenation would not.
        string?[] line =
        [
            before, number.ToString(CultureInfo.InvariantCulture), entry.Id.ToString("D"), entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture), entry.ActorId,
            entry.Act, entry.Target?.ToString("D"), entry.Outcome, entry.TraceId, entry.RequestId,
            // Lines from before it was recorded keep their seal.
            .. entry.RunVersion is { } version ? [version.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        ];
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, JsonSerializer.SerializeToUtf8Bytes(line)));
    }

    /// <summary>A key for another purpose, from which this one cannot be found.</summary>
    public byte[] Derive(string purpose) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(purpose));

    public static bool Same(string? one, string other)
        => one is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));

    public override string ToString() => $"AuditKey {{ Mark = {Mark} }}";
}
