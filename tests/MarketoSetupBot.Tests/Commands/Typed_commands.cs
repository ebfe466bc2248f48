using MarketoSetupBot.Commands;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Tests.Commands;

public sealed class Typed_commands
{
    [Theory]
    [InlineData("set up", "SetUp")]
    [InlineData("  Set   UP. ", "SetUp")]
    [InlineData("setup", "SetUp")]
    [InlineData("设置", "SetUp")]
    [InlineData("开始 设置", "SetUp")]
    [InlineData("STATUS", "Status")]
    [InlineData("状态", "Status")]
    [InlineData("help?", "Help")]
    [InlineData("帮助", "Help")]
    [InlineData("cancel", "Cancel")]
    [InlineData("取消", "Cancel")]
    [InlineData("validate sync", "ValidateSync")]
    [InlineData("ｖａｌｉｄａｔｅ　ｓｙｎｃ", "ValidateSync")]
    [InlineData("验证同步。", "ValidateSync")]
    [InlineData("halt", "Halt")]
    [InlineData("紧急停止", "Halt")]
    [InlineData("resume", "Resume")]
    [InlineData("恢复", "Resume")]
    [InlineData("audit", "Audit")]
    [InlineData("审计", "Audit")]
    [InlineData("tell me a joke", "Unknown")]
    [InlineData("", "Unknown")]
    public void Are_understood_in_both_languages_however_they_are_spaced(string text, string command) =>
        Assert.Equal(command, CommandWords.Read(text).ToString());

    [Fact]
    public void Are_understood_behind_a_mention_of_the_bot()
    {
        var message = new Activity
        {
            Type = ActivityTypes.Message,
            Text = "<at>Marketo Setup</at> set up",
            Recipient = new ChannelAccount("28:bot", "Marketo Setup"),
            Entities = [new Entity("mention") { Properties = JObject.Parse("""{"mentioned":{"id":"28:bot","name":"Marketo Setup"},"text":"<at>Marketo Setup</at>"}""") }],
        };

        Assert.Equal(Command.SetUp, CommandWords.Read(message));
    }
}
