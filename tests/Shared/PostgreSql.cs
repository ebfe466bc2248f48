using System.Diagnostics;
using System.Globalization;

namespace Tests.Shared;

/// <summary>A PostgreSQL of its own on loopback, from the binaries that Debian installs; gone with the test.</summary>
internal sealed class PostgreSql : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("postgresql-").FullName;
    private readonly int _port = FreePort.Next();

    public PostgreSql()
    {
        Run("initdb", "-D", _folder, "-A", "trust", "-U", "tester", "-E", "UTF8");
        Run("pg_ctl", "-D", _folder, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=300", "start");
    }

    private static readonly Lazy<PostgreSql> OneForAll = new(() =>
    {
        var server = new PostgreSql();
        // The test platform gives its host a tenth of a second to end: too short for a server to stop. Somebody else sees the process go.
        using var watch = Process.Start("sh", ["-c", "trap '' INT; while kill -0 $0 2>/dev/null; do sleep 1; done; kill -QUIT $(head -n 1 $1/postmaster.pid); sleep 2; rm -rf $1", $"{Environment.ProcessId}", server._folder]);
        return server;
    });

    /// <summary>One server for all tests of this process, which take a database each; gone with the process.</summary>
    public static PostgreSql Shared => OneForAll.Value;

    /// <summary>Null: not installed here.</summary>
    public static string? Binaries { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
        : null;

    public string ConnectionString => ConnectionStringOf("postgres");

    /// <summary>An empty database on this server.</summary>
    public string CreateDatabase(string name)
    {
        Run("createdb", [.. Door, name]);
        return ConnectionStringOf(name);
    }

    /// <summary>Whoever is still connected is sent away.</summary>
    public void DropDatabase(string name) => Run("dropdb", ["--force", .. Door, name]);

    /// <summary>Every row of every table of a database, whoever made the table; bytes as lower-case hex.</summary>
    public string Dump(string name) => Run("pg_dump", ["--data-only", .. Door, name]);

    /// <summary>Statements of a test that stands beside the product.</summary>
    public void Execute(string name, string sql) => Run("psql", ["-q", "-v", "ON_ERROR_STOP=1", .. Door, "-c", sql, name]);

    public void Dispose()
    {
        Run("pg_ctl", "-D", _folder, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string[] Door => ["-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "-U", "tester"];

    public string ConnectionStringOf(string database) => $"Host=127.0.0.1;Port={_port};Username=tester;Database={database}";

    /// <returns>What it printed.</returns>
    private static string Run(string tool, params string[] arguments)
    {
        var program = Path.Combine(Binaries!, tool);
        // PostgreSQL refuses to run as root; in a container the tests may be root, and a user namespace makes an ordinary user of them.
        var start = Environment.UserName == "root"
            ? new ProcessStartInfo("unshare", ["--user", "--map-user=1000", "--map-group=1000", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        // The server itself would keep the pipe open for as long as it lives.
        start.RedirectStandardOutput = tool is not "pg_ctl";
        using var process = Process.Start(start)!;
        var printed = start.RedirectStandardOutput ? process.StandardOutput.ReadToEnd() : "";
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{tool} ended with {process.ExitCode}.");
        return printed;
    }
}

/// <summary>A test that needs PostgreSQL on this machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute()
    {
        if (PostgreSql.Binaries is null)
            Skip = "PostgreSQL is not installed on this machine.";
    }
}
