using MarketoSetupBot.Backend.Terminal;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Tests.Terminal;

[Trait("Category", "Abuse")]
public sealed class A_name_that_moves_the_cursor
{
    [Theory]
    [InlineData("\u001b[2J\u001b[HAll checks passed", " [2J [HAll checks passed")]
    [InlineData("Marketo\r\nPassed", "Marketo  Passed")]
    [InlineData("a\u202Eb\u200Bc\u2028d\u2029e\u009bf\u007fg", "a b c d e f g")]
    [InlineData("Zoë 王 🙂", "Zoë 王 🙂")]
    public void Is_printed_without_what_a_terminal_would_obey(string name, string printed)
    {
        Assert.Equal(printed, Readable.Of(name));
        Assert.Equal(printed, Readable.Of(new Phrase("x", ("name", name))).Values!["name"]);
    }

    [Fact]
    public void Leaves_a_sentence_without_names_as_it_is()
    {
        var phrase = new Phrase("x");
        Assert.Same(phrase, Readable.Of(phrase));
    }
}
