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
        Run("pg_ctl", "-D", _folder, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off", "start");
    }

    /// <summary>Null: not installed here.</summary>
    public static string? Binaries { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
        : null;

    public string ConnectionString => For("postgres");

    /// <summary>An empty database on this server.</summary>
    public string CreateDatabase(string name)
    {
        Run("createdb", "-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "-U", "tester", name);
        return For(name);
    }

    public void Dispose()
    {
        Run("pg_ctl", "-D", _folder, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string For(string database) => $"Host=127.0.0.1;Port={_port};Username=tester;Database={database}";

    private static void Run(string tool, params string[] arguments)
    {
        var program = Path.Combine(Binaries!, tool);
        // PostgreSQL refuses to run as root; in a container the tests may be root, and a user namespace makes an ordinary user of them.
        var start = Environment.UserName == "root"
            ? new ProcessStartInfo("unshare", ["--user", "--map-user=1000", "--map-group=1000", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
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
