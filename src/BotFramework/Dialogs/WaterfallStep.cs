// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One step of a waterfall. It asks and returns <see cref="Dialog.EndOfTurn"/>, begins another dialog, goes on with NextAsync, or ends.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);
