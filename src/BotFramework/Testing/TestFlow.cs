// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>Compares an expected reply with the one that came; throws where they differ.</summary>
public delegate void ValidateReply(IActivity expected, IActivity actual);

/// <summary>A conversation written down: who says what, and what the answer must be. Nothing runs before <see cref="StartTestAsync"/>.</summary>
public class TestFlow
{
    private readonly TestAdapter adapter;
    private readonly BotCallbackHandler callback;
    private readonly Func<CancellationToken, Task> steps;

    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null)
        : this(adapter, callback, _ => Task.CompletedTask)
    {
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot is null ? throw new ArgumentNullException(nameof(bot)) : bot.OnTurnAsync)
    {
    }

    /// <summary>Goes on after a task of another's.</summary>
    public TestFlow(Task task, TestFlow flow)
        : this(() => task ?? Task.CompletedTask, flow)
    {
    }

    /// <summary>Goes on after whatever <paramref name="getTask"/> begins when the test is started.</summary>
    public TestFlow(Func<Task> getTask, TestFlow flow)
        : this(flow?.adapter ?? throw new ArgumentNullException(nameof(flow)), flow.callback, _ => getTask?.Invoke() ?? Task.CompletedTask)
    {
    }

    private TestFlow(TestAdapter adapter, BotCallbackHandler callback, Func<CancellationToken, Task> steps)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        this.adapter = adapter;
        this.callback = callback;
        this.steps = steps;
    }

    public Task StartTestAsync() => steps(CancellationToken.None);

    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(token => adapter.SendTextToBotAsync(userSays, callback, token));
    }

    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(token => adapter.ProcessActivityAsync((Activity)userActivity, callback, token));
    }

    /// <summary>The person joins the conversation.</summary>
    public TestFlow SendConversationUpdate() => Then(token =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded.Add(adapter.Conversation.User);
        return adapter.ProcessActivityAsync(update, callback, token);
    });

    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    public TestFlow Delay(TimeSpan timespan) => Then(token => Task.Delay(timespan, token));

    /// <param name="timeout">Milliseconds to wait for the reply.</param>
    public TestFlow AssertReply(string expected, [CallerMemberName] string description = null, uint timeout = 3000) =>
        AssertReply(reply => Equal(expected, reply.AsMessageActivity()?.Text?.Trim(), expected ?? description), description, timeout);

    public TestFlow AssertReply(IActivity expected, [CallerMemberName] string description = null, uint timeout = 3000) =>
        AssertReply(
            reply =>
            {
                Equal(expected.Type, reply.Type, description);
                if (expected.AsMessageActivity() is { } message) Equal(message.Text?.Trim(), reply.AsMessageActivity()?.Text?.Trim(), description);
            },
            description,
            timeout);

    public TestFlow AssertReply(IActivity expected, IEqualityComparer<IActivity> equalityComparer, [CallerMemberName] string description = null, uint timeout = 3000) =>
        equalityComparer is null
            ? AssertReply(expected, description, timeout)
            : AssertReply(
                reply =>
                {
                    Equal(expected.Type, reply.Type, description);
                    if (!equalityComparer.Equals(expected, reply)) throw Failed(description, "an equal activity", "another");
                },
                description,
                timeout);

    public TestFlow AssertReply(Action<IActivity> validateActivity, [CallerMemberName] string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Then(async token => validateActivity(await ReplyAsync(description, timeout, token).ConfigureAwait(false)));
    }

    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(
            reply =>
            {
                var text = reply.AsMessageActivity()?.Text;
                if (text?.Contains(expected, StringComparison.Ordinal) != true) throw Failed(description, $"a text that contains:{expected}", text);
            },
            description,
            timeout);

    public TestFlow AssertReplyOneOf(string[] candidates, [CallerMemberName] string description = null, uint timeout = 3000) =>
        AssertReply(
            reply =>
            {
                var text = reply.AsMessageActivity()?.Text;
                if (!candidates.Contains(text)) throw Failed(description, $"one of:{string.Join('|', candidates)}", text);
            },
            description,
            timeout);

    /// <param name="timeout">Milliseconds to wait for a reply that must not come.</param>
    public TestFlow AssertNoReply([CallerMemberName] string description = null, uint timeout = 3000) => Then(async token =>
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(TimeSpan.FromMilliseconds(timeout));
        try
        {
            var reply = await adapter.GetNextReplyAsync(patience.Token).ConfigureAwait(false);
            throw Failed(description, "no reply", reply.AsMessageActivity()?.Text ?? reply.Type);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            // Nothing came, as it should be.
        }
    });

    public TestFlow Test(string userSays, string expected, [CallerMemberName] string description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Activity expected, [CallerMemberName] string description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Action<IActivity> validateActivity, [CallerMemberName] string description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(validateActivity, description, timeout);

    /// <summary>A whole conversation: what the bot says is asserted, the rest is sent.</summary>
    public TestFlow Test(IEnumerable<IActivity> activities, [CallerMemberName] string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(activities);
        return activities.Aggregate(this, (flow, one) => IsReply(one) ? flow.AssertReply(one, description, timeout) : flow.Send(one));
    }

    public TestFlow Test(IEnumerable<IActivity> activities, ValidateReply validateReply, [CallerMemberName] string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(validateReply);
        return activities.Aggregate(this, (flow, one) => IsReply(one) ? flow.AssertReply(actual => validateReply(one, actual), description, timeout) : flow.Send(one));
    }

    private static bool IsReply(IActivity activity) => string.Equals(activity.From?.Role, RoleTypes.Bot, StringComparison.OrdinalIgnoreCase);

    private static void Equal(string expected, string actual, string description)
    {
        if (expected?.Trim() != actual) throw Failed(description, expected, actual);
    }

    private static InvalidOperationException Failed(string description, string expected, string actual) =>
        new($"{description}:\nExpected:{expected}\nReceived:{actual}");

    private TestFlow Then(Func<CancellationToken, Task> step) => new(adapter, callback, async token =>
    {
        await steps(token).ConfigureAwait(false);
        await step(token).ConfigureAwait(false);
    });

    private async Task<IActivity> ReplyAsync(string description, uint timeout, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (!System.Diagnostics.Debugger.IsAttached) patience.CancelAfter(TimeSpan.FromMilliseconds(timeout));
        try
        {
            return await adapter.GetNextReplyAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{description}: no reply within {timeout} ms.");
        }
    }
}
