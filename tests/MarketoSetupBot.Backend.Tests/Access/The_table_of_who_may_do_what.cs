using System.Runtime.CompilerServices;
using MarketoSetupBot.Backend.Access;

namespace MarketoSetupBot.Backend.Tests.Access;

public sealed class The_table_of_who_may_do_what
{
    private static readonly Standing[] Columns = [Standing.Member, Standing.Asker, Standing.Recipient, Standing.Approver, Standing.Reader, Standing.HybridAdministrator];

    [Fact]
    public void Says_what_the_code_decides()
    {
        var written = File.ReadAllLines(Documented()).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(Read);
        Assert.Equal(Enum.GetValues<Act>().Select(Decided), written.OrderBy(row => Enum.Parse<Act>(row.Act)));
    }

    [Fact]
    public void Gives_every_act_to_somebody()
        => Assert.DoesNotContain(Enum.GetValues<Act>(), act => Rulebook.Of(act).Any is Standing.None);

    [Fact]
    public void Gives_an_act_that_nobody_wrote_a_rule_for_to_nobody()
        => Assert.Equal(new Rule(Standing.None), Rulebook.Of((Act)9999));

    private static Row Decided(Act act)
    {
        var rule = Rulebook.Of(act);
        return new Row(act.ToString(), string.Join(' ', Columns.Where(c => rule.Any.HasFlag(c))), rule.AnotherPerson);
    }

    private static Row Read(string line)
    {
        var cells = line.Split('|').Select(c => c.Trim()).ToArray();
        return new Row(cells[1].Trim('`'), string.Join(' ', Columns.Where((_, i) => cells[3 + i] == "yes")), cells[9] == "yes");
    }

    private static string Documented([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../../docs/access.md"));

    private sealed record Row(string Act, string Any, bool AnotherPerson);
}
