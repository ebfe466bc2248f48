using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards.Kit;

/// <summary>An app that somebody made by hand, as an approver has to see it.</summary>
internal static class Candidates
{
    public static Sheet Candidate(this Sheet sheet, AppCandidateView app, Words words) => sheet
        .Say(Prose.Of(app.Name).Bold())
        .Facts(
            (words["Label_ClientId"], Prose.Of(app.ClientId)),
            (words["Candidate_Created"], app.CreatedAt is { } at ? words.Date(at) : default),
            (words["Candidate_Owners"], Listed(app.Owners.Select(Prose.Of), words)),
            (words["Candidate_Redirects"], Listed(app.RedirectAddresses.Select(Prose.Of), words)),
            (words["Candidate_Permissions"], words.Say("Candidate_PermissionCount", ("count", $"{app.Permissions}"),
                ("dynamics", words[app.AsksForDynamics ? "Candidate_WithDynamics" : "Candidate_WithoutDynamics"]))),
            (words["Candidate_Credentials"], Listed(app.Credentials.Take(6).Select(words.Say), words)));

    private static Prose Listed(IEnumerable<Prose> items, Words words)
    {
        var all = items.ToList();
        return all.Count == 0 ? Prose.Of(words["Candidate_None"]) : Prose.Join("; ", all);
    }
}
