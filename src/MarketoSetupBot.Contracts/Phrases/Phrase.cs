using System.Text.Json.Serialization;

namespace MarketoSetupBot.Contracts;

/// <summary>
/// Something to be said to a person, without a language: a stable code and the values that go into its sentence. The
/// bot turns it into words in the reader's language; the backend never writes prose. A value <c>{name}Id</c> beside a value <c>{name}</c> is that person's
/// Entra object id: where the sentence is a message of its own, Teams mentions them. So it does with everybody in <see cref="Tells"/>.
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

    /// <summary>Comma list of the object ids of people who should look at it.</summary>
    public const string Tells = "tells";
}
