using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Tests.Access;

/// <summary>A tenant that knows what a test writes down, for rules that are tried in every combination; where its answers come from, The_directory tries.</summary>
internal sealed class PaperDirectory : IDirectory
{
    public Dictionary<string, Account?> People { get; } = [];
    public HashSet<(string Person, string Group)> Members { get; } = [];
    public Dictionary<string, string[]> Roles { get; } = [];
    public Dictionary<string, string[]> Eligible { get; } = [];
    public List<string> Holders { get; } = [];

    /// <summary>Who was asked about after whom.</summary>
    public List<string> LookedUp { get; } = [];

    /// <summary>What cannot be read now; null: everything answers.</summary>
    public TenantUnavailableException? Down { get; set; }

    public void Add(string person, bool enabled = true, bool guest = false) => People[person] = new Account(new PersonView(person, person), enabled, guest);

    public Task<Account?> FindAsync(string objectId, CancellationToken cancellationToken) => Answer(objectId, People.GetValueOrDefault(objectId));

    public Task<IReadOnlySet<string>> RolesAsync(string objectId, CancellationToken cancellationToken)
        => Answer<IReadOnlySet<string>>(objectId, Roles.GetValueOrDefault(objectId, []).ToHashSet());

    public Task<IReadOnlySet<string>> EligibleRolesAsync(string objectId, CancellationToken cancellationToken)
        => Answer<IReadOnlySet<string>>(objectId, Eligible.GetValueOrDefault(objectId, []).ToHashSet());

    public Task<IReadOnlyList<string>> HoldersAsync(IReadOnlyList<string> roles, CancellationToken cancellationToken) => Answer<IReadOnlyList<string>>("holders", Holders);

    public Task<bool> IsMemberAsync(string objectId, string groupId, CancellationToken cancellationToken) => Answer(objectId, Members.Contains((objectId, groupId)));

    private Task<T> Answer<T>(string about, T answer)
    {
        LookedUp.Add(about);
        return Down is null ? Task.FromResult(answer) : Task.FromException<T>(Down);
    }
}
