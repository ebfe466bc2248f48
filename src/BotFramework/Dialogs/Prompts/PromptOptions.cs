// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt says and offers.</summary>
public class PromptOptions
{
    public PromptOptions()
    {
    }

    public PromptOptions(Activity prompt = default, Activity retryPrompt = default, IList<Choice> choices = default, ListStyle? style = default, object validations = default)
    {
        Prompt = prompt;
        RetryPrompt = retryPrompt;
        Choices = choices;
        Style = style;
        Validations = validations;
    }

    public Activity Prompt { get; set; }

    /// <summary>Said when the answer was not understood; without it, <see cref="Prompt"/> again.</summary>
    public Activity RetryPrompt { get; set; }

    public IList<Choice> Choices { get; set; }

    /// <summary>How choices are shown; without it, the prompt's own style.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>For the prompt's validator.</summary>
    public object Validations { get; set; }

    /// <summary>The language in which the answer is read, where it is another than the one the prompt speaks.</summary>
    public string RecognizeLanguage { get; set; }
}
