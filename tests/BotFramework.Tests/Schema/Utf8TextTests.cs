using System.Text;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Schema;

public class Utf8TextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("Größe 设置 👍🏽")]
    [InlineData("")]
    public void Text_is_the_same_in_one_write_and_character_by_character(string text)
    {
        Assert.Equal(text, Written(writer => writer.Write(text)));
        Assert.Equal(text, Written(writer =>
        {
            foreach (var character in text)
                writer.Write(character);
        }));
    }

    [Fact]
    public void Half_a_character_is_replaced_wherever_it_stands()
    {
        Assert.Equal("a\ufffdb\ufffd", Written(writer =>
        {
            writer.Write("a\ud83d");
            writer.Write("b\ud83d");
        }));
    }

    [Fact]
    public void What_does_not_fit_into_the_first_buffer_is_not_lost()
    {
        var much = string.Concat(Enumerable.Repeat("设置 👍 ", 5_000));

        Assert.Equal(much, Written(writer => writer.Write(much)));
    }

    private static string Written(Action<Utf8Text> write)
    {
        using var bytes = new PooledBytes();
        using var writer = new Utf8Text(bytes);
        write(writer);
        writer.End();
        return Encoding.UTF8.GetString(bytes.Written.Span);
    }
}
