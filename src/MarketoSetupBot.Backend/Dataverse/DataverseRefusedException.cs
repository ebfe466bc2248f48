namespace MarketoSetupBot.Backend.Dataverse;

/// <summary>403 of the Web API. Keeps the code alone: the message names users.</summary>
/// <param name="code">Such as <c>0x80040220</c>; unrelated to the status and sometimes empty.</param>
internal sealed class DataverseRefusedException(string code) : Exception($"Dataverse refused ({code}).")
{
    /// <summary>Codes of the SDK's list: the caller's user record is disabled.</summary>
    private const string UserIsDisabled = "0x80040225";

    /// <summary>The caller's user exists and lacks a privilege: <c>PrivilegeDenied</c>, <c>PrincipalPrivilegeDenied</c>.</summary>
    private static readonly string[] LacksPrivilege = ["0x80040220", "0x80042f09", "0x80048306"];

    public bool IsDisabled => Is(UserIsDisabled);

    public bool IsPrivilege => LacksPrivilege.Any(Is);

    private bool Is(string known) => string.Equals(code, known, StringComparison.OrdinalIgnoreCase);
}
