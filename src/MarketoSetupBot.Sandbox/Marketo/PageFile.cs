namespace MarketoSetupBot.Sandbox.Marketo;

/// <summary>The files of the page, built into the assembly so that the sandbox runs from anywhere.</summary>
internal static class PageFile
{
    public static IResult Named(string name) => TypedResults.Stream(
        typeof(PageFile).Assembly.GetManifestResourceStream($"marketo/{name}") ?? throw new InvalidOperationException($"The page's {name} is not built in."),
        Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "text/html; charset=utf-8",
        });
}
