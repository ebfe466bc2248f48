using System.Globalization;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Threads;

/// <summary>The reader's culture, from whatever a client calls it.</summary>
internal static class Cultures
{
    public static CultureInfo Of(Activity activity) => Of(activity.Locale);

    public static CultureInfo Of(string? name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(string.IsNullOrWhiteSpace(name) ? "en" : name);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }
}
