using MarketoSetupBot.Settings;
using Microsoft.Extensions.Configuration;

namespace MarketoSetupBot.Tests.Settings;

public sealed class Settings_that_are_wrong
{
    private static readonly Dictionary<string, string?> Right = new()
    {
        ["MicrosoftAppId"] = "c0a8e6d4-5b1f-4f0e-8a37-9d2b64f7e021",
        ["MicrosoftAppTenantId"] = "7d1c9a52-4b0e-4f57-9a63-2c8e5b1f0a11",
        ["MicrosoftAppPassword"] = "a password",
        ["Backend:Url"] = "http://127.0.0.1:5080",
        ["Backend:ClientId"] = "5f3e2d1c-8b7a-4c69-b5d4-a3f2e1d0c9b8",
        ["Database:Provider"] = "sqlite",
        ["Database:ConnectionString"] = "Data Source=bot.db",
        ["Urls"] = "http://127.0.0.1:3978",
        ["Events:Url"] = "http://127.0.0.1:3979",
    };

    [Theory]
    [InlineData("MicrosoftAppId", null)]
    [InlineData("MicrosoftAppId", "my bot")]
    [InlineData("MicrosoftAppType", "MultiTenant")]
    [InlineData("MicrosoftAppPassword", " ")]
    [InlineData("Backend:Url", "backend:5080")]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Database:ConnectionString", null)]
    [InlineData("Urls", "here")]
    [InlineData("Events:Url", null)]
    public void Are_told_in_one_sentence_that_names_them(string key, string? value)
    {
        var sentence = Assert.Throws<SettingsException>(() => Read((key, value))).Message;

        Assert.Contains(key, sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence);
    }

    [Theory]
    [InlineData("MicrosoftAppCertificatePath", "/nowhere/bot.p12", "MicrosoftAppCertificatePath", "MicrosoftAppPassword")]
    [InlineData("MicrosoftAppManagedIdentity", "system", "MicrosoftAppManagedIdentity", "MicrosoftAppPassword")]
    [InlineData("MicrosoftAppType", "UserAssignedMSI", "MicrosoftAppType", "MicrosoftAppPassword")]
    [InlineData("MicrosoftAppCertificatePassword", "a password", "MicrosoftAppCertificatePassword", "MicrosoftAppCertificatePath")]
    public void That_contradict_each_other_are_told_by_both_names(string key, string value, string one, string other)
    {
        var sentence = Assert.Throws<SettingsException>(() => Read((key, value))).Message;

        Assert.Contains(one, sentence, StringComparison.Ordinal);
        Assert.Contains(other, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("a password", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MicrosoftAppCertificatePath", "/nowhere/bot.p12")]
    [InlineData("MicrosoftAppManagedIdentity", "mine")]
    [InlineData("MicrosoftAppFederatedTokenFile", "/nowhere/token")]
    public void Name_a_proof_that_is_not_there(string key, string value)
    {
        var sentence = Assert.Throws<SettingsException>(() => Read(("MicrosoftAppPassword", null), (key, value))).Message;

        Assert.Contains(key, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_a_file_that_is_no_certificate()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "not a certificate");

        var sentence = Assert.Throws<SettingsException>(() => Read(("MicrosoftAppPassword", null), ("MicrosoftAppCertificatePath", file), ("MicrosoftAppCertificatePassword", "a password"))).Message;

        File.Delete(file);
        Assert.Contains("MicrosoftAppCertificatePath", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("a password", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Do_not_show_the_password()
    {
        Assert.DoesNotContain("a password", Read().ToString(), StringComparison.Ordinal);
    }

    private static BotSettings Read(params (string Key, string? Value)[] changed)
    {
        var settings = new Dictionary<string, string?>(Right);
        foreach (var (key, value) in changed) settings[key] = value;
        return BotSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }
}
