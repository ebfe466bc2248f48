using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Tests.Access;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Tests.Runs;

/// <summary>Every field of the details card at its edges.</summary>
public sealed class Reading_details
{
    private const string Somebody = "3a1f0b52-0000-4000-8000-000000000003", Guest = "3a1f0b52-0000-4000-8000-000000000004", Disabled = "3a1f0b52-0000-4000-8000-000000000005";

    private static readonly DetailsRequest Right = new()
    {
        OrganisationUrl = " https://contoso.crm.dynamics.com ",
        SyncUser = " sync@contoso.com ",
        Method = " PasswordGrant ",
        AppName = " Marketo ",
        SecretDescription = " sync ",
        SecretLifetimeDays = " 180 ",
        RecipientId = Somebody,
        ExistingClientId = " ",
    };

    [Fact]
    public async Task Takes_what_is_right_without_the_blanks_around_it()
    {
        var (details, kind, errors) = await ReadAsync(Right);
        Assert.Empty(errors);
        Assert.Equal(RunKind.Setup, kind);
        Assert.Equal(("sync@contoso.com", "Marketo", "sync", 180, Somebody), (details!.SyncUser, details.AppName, details.SecretDescription, details.SecretLifetimeDays, details.Recipient.ObjectId));
        Assert.Equal((AuthenticationMethod.PasswordGrant, null), (details.Method, details.ExistingClientId));
    }

    [Fact]
    public async Task On_premises_there_is_one_method_and_no_app_to_take_over()
    {
        var typed = Right with { OrganisationUrl = "https://crm.contoso.com/org", Method = "serverToServer", ExistingClientId = Somebody };
        var (details, kind, _) = await ReadAsync(typed);
        Assert.Equal((RunKind.MarketoActsOnly, AuthenticationMethod.PasswordGrant, null), (kind, details!.Method, details.ExistingClientId));
        (details, _, _) = await ReadAsync(typed with { OrganisationUrl = Right.OrganisationUrl });
        Assert.Equal((AuthenticationMethod.ServerToServer, Somebody), (details!.Method, details.ExistingClientId));
    }

    [Theory]
    [InlineData("syncUser", null, PhraseCodes.FieldEmpty)]
    [InlineData("syncUser", "  ", PhraseCodes.FieldEmpty)]
    [InlineData("syncUser", "sync@contoso", PhraseCodes.UserPrincipalNameInvalid)]
    [InlineData("syncUser", "a b@contoso.com", PhraseCodes.UserPrincipalNameInvalid)]
    [InlineData("method", null, PhraseCodes.FieldEmpty)]
    [InlineData("method", " ", PhraseCodes.FieldEmpty)]
    [InlineData("method", "0", PhraseCodes.MethodUnknown)]
    [InlineData("method", "99", PhraseCodes.MethodUnknown)]
    [InlineData("method", "letter", PhraseCodes.MethodUnknown)]
    [InlineData("appName", "a\u0007b", PhraseCodes.FieldHasControlCharacters)]
    [InlineData("appName", "a\u200Bb", PhraseCodes.FieldHasControlCharacters)]
    [InlineData("appName", "a\u2028b", PhraseCodes.FieldHasControlCharacters)]
    [InlineData("appName", "a\u2029b", PhraseCodes.FieldHasControlCharacters)]
    [InlineData("existingClientId", "my app", PhraseCodes.ClientIdInvalid)]
    [InlineData("existingClientId", "3a1f0b520000400080000000000000030", PhraseCodes.ClientIdInvalid)]
    [InlineData("secretLifetimeDays", null, PhraseCodes.LifetimeOutOfRange)]
    [InlineData("secretLifetimeDays", "0", PhraseCodes.LifetimeOutOfRange)]
    [InlineData("secretLifetimeDays", "731", PhraseCodes.LifetimeOutOfRange)]
    [InlineData("secretLifetimeDays", "-1", PhraseCodes.LifetimeOutOfRange)]
    [InlineData("secretLifetimeDays", "1.5", PhraseCodes.LifetimeOutOfRange)]
    [InlineData("recipientId", null, PhraseCodes.FieldEmpty)]
    [InlineData("recipientId", "somebody", PhraseCodes.RecipientUnknown)]
    [InlineData("recipientId", "3a1f0b52-0000-4000-8000-00000000000f", PhraseCodes.RecipientUnknown)]
    [InlineData("recipientId", Guest, PhraseCodes.RecipientNotSuitable)]
    [InlineData("recipientId", Disabled, PhraseCodes.RecipientNotSuitable)]
    [InlineData("organisationUrl", null, PhraseCodes.FieldEmpty)]
    public async Task Says_what_is_wrong_beside_its_field_alone(string field, string? typed, string code)
    {
        var (details, _, errors) = await ReadAsync(With(field, typed));
        Assert.Null(details);
        Assert.Equal((field, code), (errors.Single().Key, errors.Single().Value.Code));
    }

    [Theory]
    [InlineData("appName", 120)]
    [InlineData("secretDescription", 80)]
    [InlineData("syncUser", 113)]
    public async Task Allows_so_many_letters_and_not_one_more(string field, int most)
    {
        var fits = field is "syncUser" ? $"{new string('a', 60)}@{new string('b', most - 65)}.com" : new string('x', most);
        Assert.Equal(most, fits.Length);
        Assert.Empty((await ReadAsync(With(field, fits))).Errors);
        var error = (await ReadAsync(With(field, "x" + fits))).Errors[field];
        Assert.Equal((PhraseCodes.FieldTooLong, $"{most}"), (error.Code, error.Values!["maximum"]));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("730", 730)]
    public async Task Allows_a_lifetime_from_a_day_to_two_years(string typed, int days)
        => Assert.Equal(days, (await ReadAsync(With("secretLifetimeDays", typed))).Details!.SecretLifetimeDays);

    [Fact]
    public async Task Says_between_which_days_a_lifetime_is_and_what_a_form_begins_with()
    {
        var says = (await ReadAsync(With("secretLifetimeDays", "0"))).Errors["secretLifetimeDays"].Values!;
        Assert.Equal(("1", "730"), (says["minimum"], says["maximum"]));
        Assert.Equal(new DefaultsView("Marketo Integration", "Marketo sync", 180, 730), Details.Defaults);
    }

    private static DetailsRequest With(string field, string? typed) => field switch
    {
        "syncUser" => Right with { SyncUser = typed },
        "method" => Right with { Method = typed },
        "appName" => Right with { AppName = typed },
        "existingClientId" => Right with { ExistingClientId = typed },
        "secretDescription" => Right with { SecretDescription = typed },
        "secretLifetimeDays" => Right with { SecretLifetimeDays = typed },
        "recipientId" => Right with { RecipientId = typed },
        _ => Right with { OrganisationUrl = typed },
    };

    private static Task<(DetailsView? Details, RunKind Kind, IReadOnlyDictionary<string, Phrase> Errors)> ReadAsync(DetailsRequest request)
    {
        var tenant = new PaperDirectory();
        tenant.Add(Somebody);
        tenant.Add(Guest, guest: true);
        tenant.Add(Disabled, enabled: false);
        return Details.ReadAsync(request, tenant, default);
    }
}
