namespace MarketoSetupBot.Backend.Terminal;

/// <summary>The sync user's password, from the operator's keyboard to the one request. Neither a field nor a log can show it by accident.</summary>
internal sealed class TypedPassword(string value)
{
    public string Reveal() => value;

    public override string ToString() => "(a password)";
}
