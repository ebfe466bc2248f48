using System.Text;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Commands;

/// <summary>Understands the commands in both languages whatever the reader's own is, without regard to case, spaces or a final full stop.</summary>
internal static class CommandWords
{
    private static readonly Dictionary<string, Command> Known = new(StringComparer.Ordinal)
    {
        ["setup"] = Command.SetUp,
        ["begin"] = Command.SetUp,
        ["start"] = Command.SetUp,
        ["设置"] = Command.SetUp,
        ["开始"] = Command.SetUp,
        ["开始设置"] = Command.SetUp,
        ["status"] = Command.Status,
        ["状态"] = Command.Status,
        ["help"] = Command.Help,
        ["帮助"] = Command.Help,
        ["cancel"] = Command.Cancel,
        ["取消"] = Command.Cancel,
        ["undo"] = Command.Undo,
        ["撤销"] = Command.Undo,
        ["撤消"] = Command.Undo,
        ["validate"] = Command.ValidateSync,
        ["validatesync"] = Command.ValidateSync,
        ["halt"] = Command.Halt,
        ["stop"] = Command.Halt,
        ["停止"] = Command.Halt,
        ["紧急停止"] = Command.Halt,
        ["resume"] = Command.Resume,
        ["lift"] = Command.Resume,
        ["恢复"] = Command.Resume,
        ["恢复写入"] = Command.Resume,
        ["audit"] = Command.Audit,
        ["审计"] = Command.Audit,
        ["验证"] = Command.ValidateSync,
        ["验证同步"] = Command.ValidateSync,
    };

    public static Command Read(IMessageActivity message) => Read(message.RemoveRecipientMention() ?? "");

    public static Command Read(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c))
                letters.Append(char.ToLowerInvariant(c));
        return Known.GetValueOrDefault(letters.ToString());
    }
}
