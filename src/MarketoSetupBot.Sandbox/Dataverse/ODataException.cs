namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>A question that the Web API refuses with <c>{"error":{"code","message"}}</c>.</summary>
internal sealed class ODataException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>Hexadecimal, unrelated to the status; sometimes empty.</summary>
    public string Code { get; } = code;

    public static ODataException Syntax(string near) => new(StatusCodes.Status400BadRequest, "0x80060888", $"Syntax error near '{near}'.");

    public static ODataException NoColumn(string name) => new(StatusCodes.Status400BadRequest, "0x80060888", $"Could not find a property named '{name}'.");

    public static ODataException NoSuchThing(string segment) =>
        new(StatusCodes.Status404NotFound, "0x8006088a", $"Resource not found for the segment '{segment}'.");

    public static ODataException NoSuchRow(string table, string id) =>
        new(StatusCodes.Status404NotFound, "0x80040217", $"{table} With Id = {id} Does Not Exist");

    public static ODataException PrivilegeDenied(string user) =>
        new(StatusCodes.Status403Forbidden, "0x80040220", $"Principal user (Id={user}) is missing the privilege to read. PrivilegeDenied");
}
