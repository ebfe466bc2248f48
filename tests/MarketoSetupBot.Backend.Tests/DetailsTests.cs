using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests;

public sealed class DetailsTests(SharedOffice shared) : IClassFixture<SharedOffice>, IDisposable
{
    private readonly Office _office = shared.Office;

    /// <summary>Whatever was typed, nobody approved it.</summary>
    public void Dispose() => Assert.Empty(_office.GraphWrites());

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Everything_that_is_wrong_is_said_at_once_and_the_draft_stays()
    {
        var adele = _office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        var answer = await adele.SendDetailsAsync(run.Id, new DetailsRequest
        {
            OrganisationUrl = "http://contoso.crm.dynamics.com",
            SyncUser = "not a user",
            Method = "carrier pigeon",
            AppName = "a\u202Eb",
            SecretDescription = new string('x', 200),
            SecretLifetimeDays = "731",
            RecipientId = Guid.NewGuid().ToString(),
        });

        answer.MustBeRefused(422, ProblemCodes.InvalidDetails);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["organisationUrl"] = PhraseCodes.UrlNotHttps,
                ["syncUser"] = PhraseCodes.UserPrincipalNameInvalid,
                ["method"] = PhraseCodes.MethodUnknown,
                ["appName"] = PhraseCodes.FieldHasControlCharacters,
                ["secretDescription"] = PhraseCodes.FieldTooLong,
                ["secretLifetimeDays"] = PhraseCodes.LifetimeOutOfRange,
                ["recipientId"] = PhraseCodes.RecipientUnknown,
            },
            answer.Problem!.Fields!.ToDictionary(f => f.Key, f => f.Value.Code));
        Assert.Equal(RunState.Draft, (await adele.ReadAsync(run.Id)).Value.State);
    }

    [Trait("Category", "Abuse")]
    [Theory]
    [InlineData("", PhraseCodes.FieldEmpty)]
    [InlineData("contoso", PhraseCodes.UrlInvalid)]
    [InlineData("contoso.crm.dynamics.com", PhraseCodes.UrlInvalid)]
    [InlineData("ftp://contoso.crm.dynamics.com", PhraseCodes.UrlInvalid)]
    [InlineData("http://contoso.crm.dynamics.com", PhraseCodes.UrlNotHttps)]
    [InlineData("https://user@contoso.crm.dynamics.com", PhraseCodes.UrlInvalid)]
    [InlineData("https://contoso.crm.dynamics.com:8443", PhraseCodes.UrlInvalid)]
    [InlineData("https://contoso.crm.dynamics.com/somewhere", PhraseCodes.UrlInvalid)]
    [InlineData("https://127.0.0.1", PhraseCodes.UrlHostRefused)]
    [InlineData("https://[::1]", PhraseCodes.UrlHostRefused)]
    [InlineData("https://2130706433", PhraseCodes.UrlHostRefused)]
    [InlineData("https://localhost", PhraseCodes.UrlHostRefused)]
    [InlineData("https://crm.localhost", PhraseCodes.UrlHostRefused)]
    [InlineData("https://intranet", PhraseCodes.UrlHostRefused)]
    [InlineData("https://crm.dynamics.com", PhraseCodes.UrlHostRefused)]
    [InlineData("https://a.b.crm.dynamics.com", PhraseCodes.UrlHostRefused)]
    public async Task An_address_that_cannot_be_is_refused_beside_its_field(string url, string code)
    {
        var adele = _office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        // Another field is wrong too, so that nothing is ever accepted here.
        var answer = await adele.SendDetailsAsync(run.Id, Setups.Details(Contoso.Adele) with { OrganisationUrl = url, AppName = "" });
        Assert.Equal(code, answer.Problem!.Fields!["organisationUrl"].Code);
    }

    [Theory]
    [InlineData("https://contoso.crm.dynamics.com")]
    [InlineData("https://CONTOSO.crm.dynamics.com/")]
    [InlineData("https://contoso.crm4.dynamics.com/main.aspx?appid=1")]
    [InlineData("https://contoso.crm17.dynamics.com/XRMServices/2011/Organization.svc")]
    [InlineData("https://contoso.api.crm.dynamics.com/")]
    [InlineData("https://contoso.crm.dynamics.cn")]
    [InlineData("https://crm.contoso.com")]
    public async Task An_address_that_can_be_is_no_reason_to_refuse(string url)
    {
        var adele = _office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        var answer = await adele.SendDetailsAsync(run.Id, Setups.Details(Contoso.Adele) with { OrganisationUrl = url, AppName = "" });
        Assert.Equal(["appName"], answer.Problem!.Fields!.Keys);
    }
}
