using System.Globalization;
using System.Text.RegularExpressions;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>Reads what was typed into the details card. Every field is looked at, so that a person sees all that is wrong at once.</summary>
internal static partial class Details
{
    public static DefaultsView Defaults { get; } = new("Marketo Integration", "Marketo sync", 180, MaximumLifetimeDays);

    private const int MinimumLifetimeDays = 1;
    private const int MaximumLifetimeDays = 730;

    /// <summary>Entra allows 120 characters for an application's display name.</summary>
    private const int LongestAppName = 120;

    /// <summary>Room for the marker that the credential's display name ends with.</summary>
    private const int LongestDescription = 80;

    private const int LongestUserPrincipalName = 113;
    private const int LongestUrl = 2048;

    /// <returns>The details, or what is wrong by field.</returns>
    /// <exception cref="TenantUnavailableException">The recipient cannot be looked up.</exception>
    public static async Task<(DetailsView? Details, RunKind Kind, IReadOnlyDictionary<string, Phrase> Errors)> ReadAsync(
        DetailsRequest request, IDirectory directory, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, Phrase>();
        var organisation = ReadOrganisation(request.OrganisationUrl);
        Note(errors, "organisationUrl", organisation.Error);
        Note(errors, "syncUser", Text(request.SyncUser, LongestUserPrincipalName) ?? UserPrincipalName(request.SyncUser!));
        Note(errors, "method", Method(request.Method));
        Note(errors, "appName", Text(request.AppName, LongestAppName));
        Note(errors, "existingClientId", ExistingClientId(request.ExistingClientId, out var existing));
        Note(errors, "secretDescription", Text(request.SecretDescription, LongestDescription));
        Note(errors, "secretLifetimeDays", Lifetime(request.SecretLifetimeDays, out var days));
        var (recipient, unsuitable) = await RecipientAsync(request.RecipientId, directory, cancellationToken);
        Note(errors, "recipientId", unsuitable);
        if (errors.Count > 0)
            return (null, organisation.Kind, errors);
        var details = new DetailsView
        {
            OrganisationUrl = organisation.Url!,
            SyncUser = request.SyncUser!.Trim(),
            Method = organisation.Kind is RunKind.Setup ? MethodOf(request.Method!) : AuthenticationMethod.PasswordGrant,
            ExistingClientId = organisation.Kind is RunKind.Setup ? existing : null,
            AppName = request.AppName!.Trim(),
            SecretDescription = request.SecretDescription!.Trim(),
            SecretLifetimeDays = days,
            Recipient = recipient!,
            Warnings = organisation.Warnings,
        };
        return (details, organisation.Kind, errors);
    }

    private static Organisation ReadOrganisation(string? text)
        => Text(text, LongestUrl) is { } error ? new Organisation(null, RunKind.Setup, []) { Error = error } : DynamicsHosts.Read(text!.Trim());

    private static Phrase? Text(string? text, int maximum) => text?.Trim() switch
    {
        null or "" => new Phrase(PhraseCodes.FieldEmpty),
        var t when t.Length > maximum => new Phrase(PhraseCodes.FieldTooLong, ("maximum", maximum.ToString(CultureInfo.InvariantCulture))),
        var t when t.Any(IsUnprintable) => new Phrase(PhraseCodes.FieldHasControlCharacters),
        _ => null,
    };

    /// <summary>Control characters, and formatting ones that make a name look like another (bidirectional overrides, zero width).</summary>
    private static bool IsUnprintable(char c)
        => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static Phrase? UserPrincipalName(string text)
        => UserPrincipalNameShape().IsMatch(text.Trim()) ? null : new Phrase(PhraseCodes.UserPrincipalNameInvalid);

    private static Phrase? Method(string? text) => text?.Trim() switch
    {
        null or "" => new Phrase(PhraseCodes.FieldEmpty),
        var t when Enum.TryParse<AuthenticationMethod>(t, ignoreCase: true, out var method) && Enum.IsDefined(method) && !char.IsAsciiDigit(t[0]) => null,
        _ => new Phrase(PhraseCodes.MethodUnknown),
    };

    private static AuthenticationMethod MethodOf(string text) => Enum.Parse<AuthenticationMethod>(text.Trim(), ignoreCase: true);

    /// <param name="clientId">Null when nothing was typed.</param>
    private static Phrase? ExistingClientId(string? text, out string? clientId)
    {
        clientId = Guid.TryParseExact(text?.Trim(), "D", out var id) ? id.ToString("D") : null;
        return string.IsNullOrWhiteSpace(text) || clientId is not null ? null : new Phrase(PhraseCodes.ClientIdInvalid);
    }

    private static Phrase? Lifetime(string? text, out int days)
        => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is >= MinimumLifetimeDays and <= MaximumLifetimeDays
            ? null
            : new Phrase(
                PhraseCodes.LifetimeOutOfRange,
                ("minimum", MinimumLifetimeDays.ToString(CultureInfo.InvariantCulture)),
                ("maximum", MaximumLifetimeDays.ToString(CultureInfo.InvariantCulture)));

    private static async Task<(PersonView?, Phrase?)> RecipientAsync(string? id, IDirectory directory, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var objectId))
            return (null, new Phrase(string.IsNullOrWhiteSpace(id) ? PhraseCodes.FieldEmpty : PhraseCodes.RecipientUnknown));
        return await directory.FindAsync(objectId.ToString("D"), cancellationToken) switch
        {
            null => (null, new Phrase(PhraseCodes.RecipientUnknown)),
            { Enabled: true, Guest: false } account => (account.Person with { ObjectId = objectId.ToString("D") }, null),
            _ => (null, new Phrase(PhraseCodes.RecipientNotSuitable)),
        };
    }

    private static void Note(Dictionary<string, Phrase> errors, string field, Phrase? error)
    {
        if (error is not null)
            errors[field] = error;
    }

    [GeneratedRegex(@"^[A-Za-z0-9.'_+!#^~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$")]
    private static partial Regex UserPrincipalNameShape();
}
