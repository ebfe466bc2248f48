using System.Globalization;

namespace MarketoSetupBot.Backend.Settings;

/// <summary>How an organisation narrows who may do what.</summary>
public sealed record AccessSettings
{
    private const int MostReminders = 10;

    /// <summary>Entra group whose members may ask for setups, by default the group behind the team.</summary>
    public required string RequesterGroup { get; init; }

    /// <summary>Entra group that an approver must be in beside holding the role; null: the role is enough.</summary>
    public string? ApproverGroup { get; init; }

    /// <summary>For organisations with one administrator: requester, editor or recipient may approve their own run.</summary>
    public bool AllowSelfApproval { get; init; }

    /// <summary>How many different approvers a plan needs.</summary>
    public int Quorum { get; init; } = 1;

    /// <summary>A plan that nobody approves in this time expires; so does a draft that nobody finishes.</summary>
    public TimeSpan ApprovalTimeout { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Percent of <see cref="ApprovalTimeout"/> after which the thread of a plan that waits is reminded; empty: never.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = [33, 66];

    internal Runs.ApprovalWait ApprovalWait => new(ApprovalTimeout, Reminders);

    /// <summary>A secret that nobody collects in this time is never created.</summary>
    public TimeSpan CollectionTimeout { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long Marketo needs after its authentication method was switched, before the sync is enabled again. Adobe says fifteen minutes.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Requests a person may make in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 240;

    internal static AccessSettings From(IConfiguration configuration)
        => new()
        {
            RequesterGroup = configuration.RequiredGuid("Access:RequesterGroup"),
            ApproverGroup = configuration.OptionalGuid("Access:ApproverGroup"),
            AllowSelfApproval = configuration.Flag("Access:AllowSelfApproval"),
            Quorum = configuration.Whole("Access:Quorum", 1, 1, 10),
            ApprovalTimeout = configuration.Duration("Access:ApprovalTimeout", TimeSpan.FromDays(3)),
            Reminders = ReadReminders(configuration["Access:Reminders"]),
            CollectionTimeout = configuration.Duration("Access:CollectionTimeout", TimeSpan.FromDays(7)),
            SettleTime = configuration.Duration("Marketo:SettleTime", TimeSpan.FromMinutes(15)),
            RequestsPerMinute = configuration.Whole("Access:RequestsPerMinute", 240, 1, 100_000),
        };

    private static int[] ReadReminders(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [33, 66];
        if (text.Trim() is "none")
            return [];
        int[] percents = [.. text.Split(',', StringSplitOptions.TrimEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : 0)];
        return percents.Length <= MostReminders && percents.All(p => p is > 0 and < 100) && percents.Zip(percents.Skip(1)).All(pair => pair.First < pair.Second)
            ? percents
            : throw new SettingsException("The setting Access:Reminders must be up to ten ascending percentages of Access:ApprovalTimeout such as 33,66, or none.");
    }
}
