using AdaptiveCards;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Threads;

namespace MarketoSetupBot.Acts;

/// <summary>The buttons beside the typed words of the same name.</summary>
internal sealed class StatusAndHelp(Posts posts, TeamReading reading, TimeProvider clock) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.Status, Cards.Verbs.Help];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        if (click.Verb is Cards.Verbs.Help) return new Outcome.Shows(HelpCard.For(click.Culture));
        return new Outcome.Shows(await StatusAsync(click, cancellationToken));
    }

    /// <summary>Where the runs stand, and how the last look at each connection went.</summary>
    public async Task<AdaptiveCard> StatusAsync(Click click, CancellationToken cancellationToken)
    {
        var runs = await RunsHereAsync(click.Place.Conversation, cancellationToken);
        var last = await Task.WhenAll(runs.Select(r => r.ConnectionId).OfType<Guid>().Distinct().Take(5).Select(id => reading.LastValidationAsync(id, cancellationToken)));
        return StatusCard.For(runs, [.. last.Select(l => l.Value).OfType<ValidationView>()], clock.GetUtcNow(), click.Culture, await reading.HaltAsync(cancellationToken));
    }

    /// <summary>The runs that have a card in this conversation, the latest first, as the team may see them. In a thread without any, those of its channel.</summary>
    public async Task<IReadOnlyList<RunView>> RunsHereAsync(string conversation, CancellationToken cancellationToken)
    {
        var here = await posts.OfConversationAsync(conversation, cancellationToken);
        if (here.Count == 0) here = await posts.OfChannelAroundAsync(conversation, cancellationToken);
        var ids = here.Select(p => p.Run).Distinct();
        var answered = await Task.WhenAll(ids.Select(id => reading.RunAsync(id, cancellationToken)));
        return [.. answered.Select(a => a.Value).OfType<RunView>().OrderByDescending(r => r.ChangedAt)];
    }
}
