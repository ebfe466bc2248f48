// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace AdaptiveCards;

/// <summary>Buttons within the body.</summary>
public class AdaptiveActionSet : AdaptiveElement
{
    public const string TypeName = "ActionSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveAction> Actions { get; set; } = [];
}
