using System.Globalization;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Language;

/// <summary>Acts and outcomes of the audit as a person reads them. The export keeps the codes.</summary>
public static class AuditWords
{
    private const string Allowed = "allowed", Refused = "refused:", Aadsts = "AADSTS";

    /// <summary>How long a plan's fingerprint is, in hexadecimal digits, and how much of it a person compares.</summary>
    private const int Hash = 64, ShownOfHash = 12;

    /// <returns>Null: a code of a newer backend.</returns>
    public static string? Act(string act, Words words) =>
        First(words, "Act_" + act, "Step_" + act, "AuditAct_" + act) is { } key ? words[key] : Write(act) is { } write ? words["AuditWrite_" + write] : null;

    /// <inheritdoc cref="Act"/>
    public static string? Outcome(string outcome, Words words) => outcome switch
    {
        Allowed => words["AuditOutcome_allowed"],
        _ when outcome.StartsWith(Allowed + ":", StringComparison.Ordinal) => words["AuditOutcome_allowed"],
        _ when outcome.StartsWith(Refused, StringComparison.Ordinal) => Why(outcome[Refused.Length..], words) is { } why ? words.Plain("AuditOutcome_no", ("why", why)) : null,
        _ when int.TryParse(outcome, NumberStyles.None, CultureInfo.InvariantCulture, out var status) =>
            words.Plain(status is >= 200 and < 300 ? "AuditOutcome_done" : "AuditOutcome_answered", ("status", outcome)),
        _ when outcome.StartsWith(Aadsts, StringComparison.Ordinal) => words.Plain("AuditOutcome_answered", ("status", outcome)),
        { Length: Hash } when outcome.All(char.IsAsciiHexDigitLower) => words.Plain("AuditOutcome_plan", ("hash", outcome[..ShownOfHash])),
        _ when First(words, "AuditOutcome_" + outcome, "RunState_" + outcome) is { } key => words[key],
        // The audit keeps no values: what the step named is a gap here.
        _ when words.Has("Phrase_" + outcome) => words.Plain(new Phrase(outcome)),
        _ => null,
    };

    private static string? Why(string code, Words words) => First(words, $"Problem_{code}_What", "AuditOutcome_" + code) is { } key ? words.Plain(key) : null;

    private static string? First(Words words, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (words.Has(key)) return key;
        return null;
    }

    /// <summary>"POST /v1.0/applications/{id}/addPassword" and its like.</summary>
    private static string? Write(string act) => act.Split((char[])[' ', '/'], StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["PATCH", _, var one] when one.StartsWith("applications(", StringComparison.Ordinal) => "MakeApplication",
        ["PATCH", _, "applications", _] => "ChangeApplication",
        ["DELETE", _, "applications", _] => "DeleteApplication",
        ["POST", _, "applications", _, "addPassword"] => "MakeSecret",
        ["POST", _, "applications", _, "removePassword"] => "RemoveSecret",
        ["POST", _, "servicePrincipals"] => "MakeServicePrincipal",
        ["DELETE", _, "servicePrincipals", _] => "DeleteServicePrincipal",
        ["POST", _, "servicePrincipals", _, "homeRealmDiscoveryPolicies", "$ref"] => "AttachPolicy",
        ["DELETE", _, "servicePrincipals", _, "homeRealmDiscoveryPolicies", _, "$ref"] => "DetachPolicy",
        ["POST", _, "oauth2PermissionGrants"] => "Consent",
        ["PATCH", _, "oauth2PermissionGrants", _] => "ChangeConsent",
        ["DELETE", _, "oauth2PermissionGrants", _] => "WithdrawConsent",
        ["POST", _, "policies", "homeRealmDiscoveryPolicies"] => "MakePolicy",
        ["PATCH", _, "policies", "homeRealmDiscoveryPolicies", _] => "ChangePolicy",
        ["DELETE", _, "policies", "homeRealmDiscoveryPolicies", _] => "DeletePolicy",
        ["POST" or "PATCH" or "PUT" or "DELETE", _, ..] => "Other",
        _ => null,
    };
}
