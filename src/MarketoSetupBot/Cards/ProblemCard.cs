using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>An act was refused or failed: what happened, why it matters, what to do next, the reference to quote.</summary>
internal static class ProblemCard
{
    public static AdaptiveCard For(ProblemView problem, CultureInfo culture)
    {
        var words = Words.For(culture);
        var code = words.Has($"Problem_{problem.Code}_What") ? problem.Code : ProblemCodes.Unexpected;
        var values = (problem.Values ?? new Dictionary<string, string>()).Select(v => (v.Key, v.Value)).ToArray();
        return new Sheet(words, Look(code), words.Say($"Problem_{code}_What", values))
            .Say(words.Say($"Problem_{code}_Why", values))
            .Note(Tone.Working, words.Say(Next(code, problem), values))
            .Facts((words["Label_Reference"], Prose.Of(problem.Reference ?? "")))
            .With([.. Buttons(problem, words)]);
    }

    private static IEnumerable<AdaptiveAction> Buttons(ProblemView problem, Words words)
    {
        if (problem.Run is { } run)
        {
            yield return Press.Primary(words, Verbs.Show, Press.Of(run), words["Button_ToCurrentStep"]);
            if (problem.Code is ProblemCodes.JustCollected or ProblemCodes.AlreadyCollected)
                yield return Press.Button(words, Verbs.IssueAgain, Press.Of(run));
        }
        else if (problem.Code is not ProblemCodes.SignInRequired)
            yield return Press.Button(words, Verbs.Status);
    }

    private static string Next(string code, ProblemView problem) =>
        code is ProblemCodes.NotAllowed && string.IsNullOrEmpty(problem.Values?.GetValueOrDefault("roles"))
            ? "Problem_not-allowed_Next_AnyRole"
            : $"Problem_{code}_Next";

    /// <summary>Red is for faults; being told no, or to wait, is none.</summary>
    private static Tone Look(string code) =>
        code is ProblemCodes.Unexpected or ProblemCodes.BackendUnreachable ? Tone.Bad : Tone.Warning;
}
