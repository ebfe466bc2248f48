using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Settings;

namespace MarketoSetupBot.Backend.Tests.Audit;

/// <summary>The audit's key file at the first start, when several backends may want to make it.</summary>
public sealed class A_key_that_is_made : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("audit-key-").FullName;

    private AuditSettings Settings => new(null, Path.Combine(folder, "key"), "x");

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public void Is_for_the_account_of_the_backend_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        AuditKeys.Load(Settings);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Settings.KeyFile));
    }

    [Fact]
    public async Task Is_waited_for_while_another_backend_makes_it()
    {
        Task<AuditKey> loading;
        using (Making())
        {
            loading = Task.Run(() => AuditKeys.Load(Settings));
            await Assert.ThrowsAsync<TimeoutException>(() => loading.WaitAsync(TimeSpan.FromMilliseconds(300)));
            await File.WriteAllTextAsync(Settings.KeyFile, Convert.ToBase64String(new byte[AuditKey.Bytes]));
        }
        Assert.Equal(new AuditKey(new byte[AuditKey.Bytes]).Mark, (await loading).Mark);
    }

    [Fact]
    public void Is_not_waited_for_without_end()
    {
        using var stuck = Making();
        Assert.Contains(Settings.KeyFile, Assert.Throws<SettingsException>(() => AuditKeys.Load(Settings)).Message, StringComparison.Ordinal);
    }

    private FileStream Making() => new(Settings.KeyFile + ".making", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
