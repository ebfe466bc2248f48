using System.Globalization;
using System.Reflection;
using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Targets;
using MarketoSetupBot.Backend.Terminal;
using MarketoSetupBot.Backend.Tests.Works;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests.Audit;

public sealed class The_audit_in_words
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Has_some_for_every_act_step_and_event(string language)
    {
        var words = Words.For(CultureInfo.GetCultureInfo(language));
        string[] acts = [.. Enum.GetNames<Act>(), .. Enum.GetNames<StepKey>(), .. Constants(typeof(AuditEvents))];
        Assert.DoesNotContain(acts, act => AuditWords.Act(act, words) is null);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Has_some_for_every_outcome(string language)
    {
        var words = Words.For(CultureInfo.GetCultureInfo(language));
        string[] outcomes =
        [
            AuditEntry.Allowed, "allowed:secret", "204", "403", "AADSTS50126", new string('a', 64), "halted",
            .. Constants(typeof(AuditOutcomes)), .. Constants(typeof(PhraseCodes)), .. Enum.GetNames<SecretFate>(), .. Enum.GetNames<RunState>(), .. Enum.GetNames<ProbeOutcome>(),
            .. Constants(typeof(ProblemCodes)).Where(c => c != ProblemCodes.TypePrefix).Concat(Constants(typeof(ForeignTargetException))).Select(AuditEntry.Refused),
        ];
        Assert.DoesNotContain(outcomes, outcome => AuditWords.Outcome(outcome, words) is null);
    }

    [Fact]
    public async Task Leaves_no_code_of_a_whole_setup_and_its_undo_unsaid()
    {
        await using var office = await Office.OpenAsync();
        await office.UndoneAsync((await office.CompletedAsync()).Id);
        await using var db = office.Services.GetRequiredService<Ledger>().Open();
        var lines = await db.Audit.ToListAsync();
        var words = Words.For(CultureInfo.InvariantCulture);

        Assert.DoesNotContain(lines.Select(l => l.Act), act => AuditWords.Act(act, words) is null or "Entra: another change");
        Assert.DoesNotContain(lines.Select(l => l.Outcome), outcome => AuditWords.Outcome(outcome, words) is null);
    }

    [Fact]
    public void Does_not_make_up_words_for_what_a_newer_backend_says()
        => Assert.Equal((null, null), (AuditWords.Act("BrandNew", Words.For(CultureInfo.InvariantCulture)), AuditWords.Outcome("brand-new", Words.For(CultureInfo.InvariantCulture))));

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f is { IsLiteral: true, FieldType.Name: nameof(String) }).Select(f => (string)f.GetRawConstantValue()!);
}
