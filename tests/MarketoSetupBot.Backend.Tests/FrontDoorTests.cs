using System.Net;
using System.Text;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests;

public sealed class FrontDoorTests
{
    [Fact]
    public async Task Health_and_the_description_of_the_API_need_no_token()
    {
        await using var office = await Office.OpenAsync();
        using var http = office.WithToken(null);
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        var described = await http.GetStringAsync(new Uri("/openapi", UriKind.Relative));
        Assert.Contains("/runs/{id}/collect", described, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task What_is_no_request_is_answered_with_a_problem()
    {
        await using var office = await Office.OpenAsync();
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        using var garbage = new StringContent("{\"planHash\":", Encoding.UTF8, "application/json");
        using var answer = await adele.Http.PostAsync(new Uri(Routes.For(Routes.Approve, run.Id), UriKind.Relative), garbage);
        (await Answer<RunView>.ReadAsync(answer)).MustBeRefused(400, ProblemCodes.BadRequest);
        using var nowhere = await adele.Http.GetAsync(new Uri("/nowhere", UriKind.Relative));
        (await Answer<RunView>.ReadAsync(nowhere)).MustBeRefused(404, ProblemCodes.NotFound);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_request_that_is_too_large_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        var answer = await adele.SendDetailsAsync(run.Id, Setups.Details(Contoso.Adele) with { AppName = new string('x', 100_000) });
        Assert.Equal(413, answer.Status);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Whoever_asks_too_often_is_slowed_down_alone()
    {
        await using var office = await Office.OpenAsync(null, "--Access:RequestsPerMinute=3");
        var adele = office.As(Contoso.Adele);
        for (var i = 0; i < 3; i++)
            await adele.OpenAsync();
        var refused = await adele.OpenAsync();
        refused.MustBeRefused(429, ProblemCodes.TooManyRequests);
        Assert.NotNull(refused.Message.Headers.RetryAfter);
        Assert.Equal((int)HttpStatusCode.Created, (await office.As(Contoso.Megan).OpenAsync()).Status);
        Assert.Empty(office.GraphWrites());
    }

    [Theory]
    [InlineData("Entra:BotClientId", null)]
    [InlineData("Entra:BotClientId", "bot")]
    [InlineData("Access:RequesterGroup", null)]
    [InlineData("Access:Quorum", "0")]
    [InlineData("Access:AllowSelfApproval", "perhaps")]
    [InlineData("Bot:EventsUrl", "bot")]
    [InlineData("Database:Provider", "Paper")]
    public void A_setting_that_is_missing_or_wrong_is_one_sentence(string setting, string? value)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Entra:TenantId"] = Contoso.TenantId.ToString(),
            ["Entra:ClientId"] = Contoso.BackendAppId.ToString(),
            ["Entra:BotClientId"] = Contoso.BotAppId.ToString(),
            ["Access:RequesterGroup"] = Contoso.TeamGroupId.ToString(),
            ["Bot:EventsUrl"] = "http://127.0.0.1:3979/events",
            [setting] = value,
        };
        var refused = Assert.Throws<SettingsException>(
            () => BackendHost.Build([.. settings.Where(s => s.Value is not null).Select(s => $"--{s.Key}={s.Value}")]));
        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }
}
