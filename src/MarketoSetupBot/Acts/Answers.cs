using System.Net;
using AdaptiveCards;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Language;
using MarketoSetupBot.SignIn;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Acts;

/// <summary>Replies and sign-in rounds as the bodies that Teams expects from an <c>adaptiveCard/action</c>. Source: Universal Actions for Adaptive Cards.</summary>
internal static class Answers
{
    public static AdaptiveCardInvokeResponse To(Click click, Reply reply) => reply switch
    {
        { Card: { } card } => With(card),
        { Problem: { } problem } => With(ProblemWords.For(problem, Words.For(click.Culture))),
        _ => With(reply.Words!),
    };

    public static AdaptiveCardInvokeResponse With(AdaptiveCard card) => Ok(AdaptiveCard.ContentType, JObject.Parse(card.ToJson()));

    /// <summary>A line under the card, which stays as it is, with whatever was typed into it.</summary>
    public static AdaptiveCardInvokeResponse With(string words) => Ok("application/vnd.microsoft.activity.message", words);

    public static AdaptiveCardInvokeResponse To(Click click, SignInRound round) => round switch
    {
        SignInRound.Needed(var card) => new()
        {
            StatusCode = (int)HttpStatusCode.Unauthorized,
            Type = "application/vnd.microsoft.activity.loginRequest",
            Value = card,
        },
        SignInRound.WrongCode => new() { StatusCode = (int)HttpStatusCode.Unauthorized, Type = "application/vnd.microsoft.error.incorrectAuthCode" },
        _ => new()
        {
            StatusCode = (int)HttpStatusCode.PreconditionFailed,
            Type = "application/vnd.microsoft.error.preconditionFailed",
            Value = JObject.FromObject(new { code = "412", message = Words.For(click.Culture)["SignIn_Failed"] }),
        },
    };

    /// <summary>What was answered before, from its record; a repeat without one is told that it happened already.</summary>
    public static AdaptiveCardInvokeResponse Again(string recorded, Click click) =>
        recorded.Length > 0 && JsonConvert.DeserializeObject<AdaptiveCardInvokeResponse>(recorded) is { } before
            ? before
            : With(Words.For(click.Culture)["Message_AlreadyDone"]);

    public static string Write(AdaptiveCardInvokeResponse answer) => JsonConvert.SerializeObject(answer);

    private static AdaptiveCardInvokeResponse Ok(string type, object value) => new() { StatusCode = (int)HttpStatusCode.OK, Type = type, Value = value };
}
