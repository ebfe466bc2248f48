using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;

namespace MarketoSetupBot.Tests.Manifest;

/// <summary>Packs the app as an operator does, with Node, once for all tests.</summary>
public sealed class Packing : IDisposable
{
    public const string BotId = "c0a8e6d4-5b1f-4f0e-8a37-9d2b64f7e021";
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "manifest");
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"manifest-{Guid.NewGuid():n}.zip");

    public Packing()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) Succeed(Run("npm", "ci", "--no-audit", "--no-fund"));
        Succeed(Pack("--bot", BotId, "--website", "https://contoso.com/", "--developer", "Contoso", "--out", _file));
        using var archive = ZipFile.OpenRead(_file);
        Files = archive.Entries.ToDictionary(entry => entry.FullName, Content);
        Manifest = JsonDocument.Parse(Files["manifest.json"]).RootElement;
    }

    public IReadOnlyDictionary<string, byte[]> Files { get; }
    public JsonElement Manifest { get; }

    public static (int Exit, string Said) Pack(params string[] arguments) => Run("node", ["pack.mjs", .. arguments]);

    private static (int Exit, string Said) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    private static void Succeed((int Exit, string Said) outcome)
    {
        if (outcome.Exit != 0) throw new InvalidOperationException(outcome.Said);
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MarketoSetupBot.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Not inside the repository.");
        return folder.FullName;
    }

    public void Dispose() => File.Delete(_file);
}
