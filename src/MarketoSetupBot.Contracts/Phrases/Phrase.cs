using System.Text.Json.Serialization;

namespace MarketoSetupBot.Contracts;

/// <summary>
/// Something to be said to a person, without a language: a stable code and the values that go into its sentence. The
/// bot turns it into words in the reader's language; the backend never writes prose.
/// </summary>
/// <param name="Code">One of the constants in <see cref="PhraseCodes"/>.</param>
/// <param name="Values">Values by placeholder name. Instants are ISO 8601 in UTC, numbers invariant.</param>
[method: JsonConstructor]
public sealed record Phrase(string Code, IReadOnlyDictionary<string, string>? Values = null)
{
    /// <summary>In place of an instant less than a minute ahead: by the time somebody reads it, it is over.</summary>
    public const string Soon = "soon";

    public Phrase(string code, params (string Name, string Value)[] values)
        : this(code, values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal))
    {
    }
}
