using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Acts;

/// <summary>A refusal in one paragraph: what happened, why it matters, what to do next, and the reference to quote.</summary>
internal static class ProblemWords
{
    public static string For(ProblemView problem, Words words)
    {
        var code = words.Has($"Problem_{problem.Code}_What") ? problem.Code : ProblemCodes.Unexpected;
        var values = problem.Values?.Select(v => (v.Key, v.Value)).ToArray() ?? [];
        var anyRole = $"Problem_{code}_Next_AnyRole";
        var next = words.Has(anyRole) && string.IsNullOrEmpty(problem.Values?.GetValueOrDefault("roles")) ? anyRole : $"Problem_{code}_Next";
        string[] sentences = [words.Plain($"Problem_{code}_What", values), words.Plain($"Problem_{code}_Why", values), words.Plain(next, values)];
        var said = string.Join(" ", sentences);
        return problem.Reference is { } reference ? $"{said} {words["Label_Reference"]}: {reference}" : said;
    }
}
