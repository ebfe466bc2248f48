using System.Collections.Frozen;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Repairing;

/// <summary>What each repair does and which check says whether it helped.</summary>
internal sealed record RepairKind(StepKey Step, string Check)
{
    private static readonly FrozenDictionary<string, RepairKind> All = new Dictionary<string, RepairKind>
    {
        [Repairs.Permission] = new(StepKey.Permission, CheckIds.Permission),
        [Repairs.Consent] = new(StepKey.Consent, CheckIds.Consent),
        [Repairs.SignInPolicy] = new(StepKey.SignIn, CheckIds.Domain),
        [Repairs.PublicClient] = new(StepKey.TurnOffPublicClient, CheckIds.ConfidentialClient),
        [Repairs.OrphanedSecrets] = new(StepKey.RemoveOrphanedSecrets, CheckIds.Secret),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>Null: no repair of ours.</returns>
    public static RepairKind? Of(string? code) => code is null ? null : All.GetValueOrDefault(code);
}
