using AdaptiveCards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards.Kit;

internal static class MarketoChecks
{
    /// <summary>Which of Marketo's seven checks are red, those that were said before already ticked.</summary>
    public static Sheet RedChecks(this Sheet sheet, IEnumerable<MarketoCheck> red, Words words)
    {
        var choices = new AdaptiveChoiceSetInput
        {
            Id = Inputs.RedChecks,
            Label = words["MarketoProblem_Label"],
            IsMultiSelect = true,
            Style = AdaptiveChoiceInputStyle.Expanded,
            Wrap = true,
            Value = string.Join(',', red.Select(r => (int)r)),
        };
        choices.Choices.AddRange(Enum.GetValues<MarketoCheck>().Select(c => new AdaptiveChoice { Value = $"{(int)c}", Title = words["Marketo_" + c] }));
        return sheet.Add(choices);
    }
}
