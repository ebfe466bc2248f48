namespace MarketoSetupBot.Backend.Terminal;

/// <summary>Asks for the password: at the terminal without showing what is typed, or from standard input where the operator said so.</summary>
internal static class PasswordPrompt
{
    /// <summary>Entra's longest, and some room.</summary>
    private const int Longest = 512;

    /// <returns>Null: none was given.</returns>
    public static async Task<TypedPassword?> FromInputAsync(CancellationToken cancellationToken)
        => Typed((await Console.In.ReadLineAsync(cancellationToken))?.TrimEnd('\r'));

    /// <param name="question">Goes to standard error: standard output is the result's.</param>
    public static TypedPassword? FromKeyboard(string question)
    {
        // Before the question: this is what turns the terminal's echo off, and whoever pastes is faster than the first look for a key (measured). Ctrl-C
        // becomes a key like any other, so that nothing is left half-typed on a terminal that shows what follows.
        Console.TreatControlCAsInput = true;
        try
        {
            Console.Error.Write(question);
            return Typed(ReadKeys());
        }
        finally
        {
            Console.TreatControlCAsInput = false;
            Console.Error.WriteLine();
        }
    }

    private static string? ReadKeys()
    {
        List<char> typed = [];
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    return new string([.. typed]);
                case { Key: ConsoleKey.C or ConsoleKey.D, Modifiers: ConsoleModifiers.Control }:
                    return null;
                case { Key: ConsoleKey.Backspace }:
                    if (typed.Count > 0) typed.RemoveAt(typed.Count - 1);
                    break;
                case { KeyChar: >= ' ' } when typed.Count < Longest:
                    typed.Add(key.KeyChar);
                    break;
            }
        }
    }

    private static TypedPassword? Typed(string? text) => text is { Length: > 0 and <= Longest } ? new TypedPassword(text) : null;
}
