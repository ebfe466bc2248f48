using System.Net;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Dialogs;
using MarketoSetupBot.Events;
using MarketoSetupBot.State;
using MarketoSetupBot.Tests.Cards;
using MarketoSetupBot.Tests.State;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Rest;

namespace MarketoSetupBot.Tests.Events;

public sealed class What_an_event_changes(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly string conversation = Guid.NewGuid().ToString("N");
    private readonly Guid run = Guid.NewGuid();
    private readonly Teams teams = new();

    [Fact]
    public async Task Everything_that_shows_an_older_version_is_updated()
    {
        await ShownAsync(PostKind.Progress, "p", version: 1);
        await ShownAsync(PostKind.Step, "s", version: 1);

        Assert.Null(await TellAsync(Samples.Planned));

        Assert.Equal(["p", "s"], teams.Updated.Select(u => u.Id).Order());
        Assert.Empty(teams.Sent);
    }

    [Fact]
    public async Task What_shows_the_version_already_is_left_alone()
    {
        await ShownAsync(PostKind.Step, "s", Samples.Planned.Version);

        await TellAsync(Samples.Planned);

        Assert.Empty(teams.Updated);
    }

    [Fact]
    public async Task A_form_stays_because_somebody_may_be_typing_into_it()
    {
        await ShownAsync(PostKind.Progress, "p", version: 1);
        await ShownAsync(PostKind.Step, "s", version: 1, Holds.Form);

        Assert.Null(await TellAsync(Samples.Planned));

        Assert.Equal("p", Assert.Single(teams.Updated).Id);
    }

    [Theory]
    [InlineData(DeliveryState.HandedOut, false)]
    [InlineData(DeliveryState.Confirmed, true)]
    [InlineData(DeliveryState.Unconfirmed, true)]
    [InlineData(DeliveryState.Revoked, true)]
    public async Task The_receipt_takes_the_place_of_the_secret_once_it_is_confirmed_or_its_time_is_over(DeliveryState state, bool replaced)
    {
        await ShownAsync(PostKind.Receipt, "r", version: 1, Holds.Secret);

        await TellAsync(Samples.Delivering(state));

        Assert.Equal(replaced, teams.Updated.Any(u => u.Id == "r"));
        Assert.Equal(replaced ? Holds.Plain : Holds.Secret, Assert.Single(await PostsAsync()).Holds);
    }

    [Fact]
    public async Task Where_others_watch_the_step_becomes_the_receipt_and_the_next_step_comes_below()
    {
        await ShownAsync(PostKind.Step, "s", version: 1);

        await TellAsync(Samples.Delivering(DeliveryState.HandedOut));
        Assert.Equal("s", Assert.Single(teams.Updated).Id);
        Assert.Empty(teams.Sent);

        await TellAsync(Samples.Guiding(StepKey.DisableSync) with { Version = 99 });
        Assert.Equal("s", teams.Updated[^1].Id);
        Assert.Contains(Verbs.MarketoDone, Json(Assert.Single(teams.Sent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_a_turn_is_answering_is_left_for_later()
    {
        await ShownAsync(PostKind.Step, "s", version: 1, claimedAt: DateTimeOffset.UtcNow);

        Assert.NotNull(await TellAsync(Samples.Planned));

        Assert.Empty(teams.Updated);
    }

    [Fact]
    public async Task The_claim_of_a_turn_that_died_does_not_last()
    {
        await ShownAsync(PostKind.Step, "s", version: 1, claimedAt: DateTimeOffset.UtcNow - Posts.ClaimLasts - TimeSpan.FromSeconds(1));

        Assert.Null(await TellAsync(Samples.Planned));

        Assert.Single(teams.Updated);
    }

    [Fact]
    public async Task A_message_that_somebody_deleted_comes_anew()
    {
        await ShownAsync(PostKind.Step, "s", version: 1);
        teams.Gone = "s";

        await TellAsync(Samples.Planned);

        var sent = Assert.Single(teams.Sent);
        Assert.Equal(sent.Id, Assert.Single(await PostsAsync()).Activity);
    }

    [Fact]
    public async Task A_message_that_was_never_posted_is_posted()
    {
        await ShownAsync(PostKind.Step, null, version: 0);

        await TellAsync(Samples.Planned);
        await TellAsync(Samples.Planned);

        Assert.Single(teams.Sent);
    }

    [Fact]
    public async Task A_notice_is_told_once()
    {
        await ShownAsync(PostKind.Progress, "p", version: 1);

        await TellAsync(Samples.Delivering());
        await TellAsync(Samples.Delivering() with { Version = 99 });

        Assert.Contains("Isaiah Langer", Assert.Single(teams.Sent).Text, StringComparison.Ordinal);
    }

    private async Task ShownAsync(PostKind kind, string? activity, long version, Holds holds = Holds.Plain, DateTimeOffset? claimedAt = null)
    {
        var record = new TurnRecord(temporary.Database, TimeProvider.System);
        record.Posts.Add(new Post { Run = run, Kind = kind, Conversation = conversation, Activity = activity, Version = version, Holds = holds, Culture = "en", ClaimedAt = claimedAt });
        Assert.Equal(Saved.Yes, await record.SaveAsync(None));
    }

    private async Task<TimeSpan?> TellAsync(RunView view)
    {
        view = view with { Id = run, Version = Math.Max(view.Version, 2) };
        TimeSpan? again = null;
        var news = new News(new Posts(temporary.Database, TimeProvider.System), new Guide(new SetupDialog()), new Mentions(new Rosters(NullLogger<Rosters>.Instance)), temporary.Database, TimeProvider.System);
        await teams.ProcessActivityAsync(
            new Activity { Type = ActivityTypes.Event },
            async (turn, cancellationToken) => again = await news.TellAsync(turn, await PostsAsync(), view, cancellationToken));
        return again;
    }

    private Task<List<Post>> PostsAsync() => new Posts(temporary.Database, TimeProvider.System).OfConversationAsync(conversation, None);

    private static string Json(Activity activity) => Newtonsoft.Json.JsonConvert.SerializeObject(activity.Attachments);

    /// <summary>A conversation that notes what is sent and changed.</summary>
    private sealed class Teams : TestAdapter
    {
        public List<Activity> Sent { get; } = [];

        public List<Activity> Updated { get; } = [];

        public string? Gone { get; set; }

        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            foreach (var activity in activities) activity.Id = $"new {Sent.Count + 1}";
            Sent.AddRange(activities);
            return Task.FromResult(activities.Select(a => new ResourceResponse(a.Id)).ToArray());
        }

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
        {
            if (activity.Id == Gone)
            {
                using var response = new HttpResponseMessage(HttpStatusCode.NotFound);
                throw new ErrorResponseException("gone") { Response = new HttpResponseMessageWrapper(response, "") };
            }

            Updated.Add(activity);
            return Task.FromResult(new ResourceResponse(activity.Id));
        }
    }
}
