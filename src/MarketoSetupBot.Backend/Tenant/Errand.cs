using System.Diagnostics;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>For whom the present work is done, on the trace that the work already has; the audit of writes reads it.</summary>
public static class Errand
{
    private const string Run = "setup.run", Person = "setup.person";

    public static void Begin(Guid? run, string? person)
    {
        Activity.Current?.SetTag(Run, run);
        Activity.Current?.SetTag(Person, person);
    }

    public static (Guid? Run, string? Person) Current => (Find(Run) as Guid?, Find(Person) as string);

    private static object? Find(string tag)
    {
        for (var activity = Activity.Current; activity is not null; activity = activity.Parent)
            if (activity.GetTagItem(tag) is { } value)
                return value;
        return null;
    }
}
