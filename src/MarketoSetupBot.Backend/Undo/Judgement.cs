using System.Globalization;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Undo;

/// <summary>
/// Decides what may be taken back: what the ledger says this run wrote, if it is still as written and nobody else uses it. Everything else stays, and each says
/// why. The order is the order of removal: credentials before the app.
/// </summary>
internal sealed class Judgement(Remains found, string recipient)
{
    private const string Graph = "/v1.0";

    public IReadOnlyList<Verdict> All() =>
    [
        .. found.Secrets.Select(Secret),
        .. found.SecretsByHand > 0 ? [new Verdict(StepKey.RemoveSecrets, Fate.Leave, new Phrase(PhraseCodes.UndoLeftSecretByHand, ("recipient", recipient)))] : (Verdict[])[],
        .. Of(EffectKind.GrantScopes, StepKey.RemoveConsent, Scopes), .. Of(EffectKind.Grant, StepKey.RemoveConsent, Grant),
        .. Of(EffectKind.PolicyAssignment, StepKey.RemovePolicy, Assignment), .. Of(EffectKind.Policy, StepKey.RemovePolicy, Policy),
        .. GoesWithTheApp ? [] : Of(EffectKind.ApplicationSettings, StepKey.RestoreValues, e => Value(e, found.Application is { } app ? AppSettings.Write(app) : null)),
        .. GoesWithTheApp ? [] : Of(EffectKind.Permissions, StepKey.RestoreValues, e => Value(e, found.Application is { } app ? DeclaredPermissions.Write(app.RequiredResourceAccess) : null)),
        .. Of(EffectKind.ServicePrincipal, StepKey.RemoveServicePrincipal, ServicePrincipal),
        .. Of(EffectKind.Application, StepKey.RemoveApplication, Application), .. ThereBefore(),
        // Last: with its mark, a taken-over app is nobody's of ours any more.
        .. Of(EffectKind.Tags, StepKey.RemoveApplication, e => Value(e, found.Application is { } app ? TagList.Write(app.Tags) : null)),
    ];

    private bool GoesWithTheApp => found.Effects.Any(e => e.Kind is EffectKind.Application) && WhyKept(EffectKind.Application) is null;

    private static Verdict Gone(Effect effect, StepKey step) => new(step, Fate.Gone, Named(PhraseCodes.UndoGone, effect.Kind), effect);

    private static Verdict Leave(Effect effect, StepKey step, Phrase why) => new(step, Fate.Leave, why, effect);

    private IEnumerable<Verdict> Of(EffectKind kind, StepKey step, Func<Effect, Verdict> judge) => found.Effects
        .Where(e => e.Kind == kind)
        .Select(judge)
        // An intent that never became anything is nothing to tell of.
        .Where(v => v is not { Fate: Fate.Gone, Effect.DoneAt: null })
        .Select(v => v with { Step = step });

    private Verdict Secret(Connections.IssuedSecret secret) => new(
        StepKey.RemoveSecrets, Fate.Remove, new Phrase(PhraseCodes.UndoSecret, ("recipient", recipient)), Secret: secret,
        Calls: [$"POST {Graph}/applications/{found.Application?.Id}/removePassword"]);

    private Verdict Grant(Effect effect)
    {
        var grant = found.Grants.FirstOrDefault(g => effect.ObjectId is { } id ? g.Id == id : g.ConsentType == TenantFacts.TenantWide && g.Scope == effect.After);
        if (grant is null) return Gone(effect, StepKey.RemoveConsent);
        effect.ObjectId = grant.Id;
        if (WhyKept(EffectKind.Grant) is { } why) return Leave(effect, StepKey.RemoveConsent, why);
        return Same(grant.Scope, effect.After)
            ? new Verdict(StepKey.RemoveConsent, Fate.Remove, Named(PhraseCodes.UndoRemove, EffectKind.Grant), effect, Calls: [$"DELETE {Graph}/oauth2PermissionGrants/{grant.Id}"])
            : Leave(effect, StepKey.RemoveConsent, Named(PhraseCodes.UndoLeftChanged, EffectKind.Grant));
    }

    private Verdict Scopes(Effect effect)
    {
        var grant = found.Grants.FirstOrDefault(g => g.Id == effect.ObjectId);
        if (grant is null || (effect.DoneAt is null && Same(grant.Scope, effect.Before))) return Gone(effect, StepKey.RemoveConsent);
        if (WhyKept(EffectKind.GrantScopes) is { } why) return Leave(effect, StepKey.RemoveConsent, why);
        return Same(grant.Scope, effect.After)
            ? new Verdict(StepKey.RemoveConsent, Fate.Restore, Named(PhraseCodes.UndoRestore, EffectKind.GrantScopes), effect, Calls: [$"PATCH {Graph}/oauth2PermissionGrants/{grant.Id}"])
            : Leave(effect, StepKey.RemoveConsent, Named(PhraseCodes.UndoLeftChanged, EffectKind.GrantScopes));
    }

    private Verdict Assignment(Effect effect)
    {
        if (found.ServicePrincipal is null || found.Policies.Count == 0) return Gone(effect, StepKey.RemovePolicy);
        if (WhyKept(EffectKind.PolicyAssignment) is { } why) return Leave(effect, StepKey.RemovePolicy, why);
        if (found.Policies is not [var only] || only.Id != effect.After) return Leave(effect, StepKey.RemovePolicy, Named(PhraseCodes.UndoLeftChanged, EffectKind.PolicyAssignment));
        var path = $"{Graph}/servicePrincipals/{found.ServicePrincipal.Id}/homeRealmDiscoveryPolicies";
        return effect.Before is null
            ? new Verdict(StepKey.RemovePolicy, Fate.Remove, Named(PhraseCodes.UndoRemove, EffectKind.PolicyAssignment), effect, Calls: [$"DELETE {path}/{only.Id}/$ref"])
            : new Verdict(StepKey.RemovePolicy, Fate.Restore, Named(PhraseCodes.UndoRestore, EffectKind.PolicyAssignment), effect,
                Calls: [$"DELETE {path}/{only.Id}/$ref", $"POST {path}/$ref"]);
    }

    private Verdict Policy(Effect effect) => (effect.ObjectId, WhyKept(EffectKind.Policy)) switch
    {
        (null, _) => Gone(effect, StepKey.RemovePolicy),
        (_, { } why) => Leave(effect, StepKey.RemovePolicy, why),
        _ when found.PolicyIsShared => Leave(effect, StepKey.RemovePolicy, Named(PhraseCodes.UndoLeftChanged, EffectKind.Policy)),
        var (id, _) => new Verdict(StepKey.RemovePolicy, Fate.Remove, Named(PhraseCodes.UndoRemove, EffectKind.Policy), effect,
            Calls: [$"DELETE {Graph}/policies/homeRealmDiscoveryPolicies/{id}"]),
    };

    private Verdict Value(Effect effect, string? now)
    {
        if (now is null || (effect.DoneAt is null && now == effect.Before)) return Gone(effect, StepKey.RestoreValues);
        if (WhyKept(effect.Kind) is { } why) return Leave(effect, StepKey.RestoreValues, why);
        return now == effect.After && effect.Before is not null
            ? new Verdict(StepKey.RestoreValues, Fate.Restore, Named(PhraseCodes.UndoRestore, effect.Kind), effect, Calls: [$"PATCH {Graph}/applications/{effect.ObjectId}"])
            : Leave(effect, StepKey.RestoreValues, Named(PhraseCodes.UndoLeftChanged, effect.Kind));
    }

    private Verdict ServicePrincipal(Effect effect)
    {
        if (found.ServicePrincipal is not { } principal || (effect.ObjectId ?? principal.Id) != principal.Id) return Gone(effect, StepKey.RemoveServicePrincipal);
        effect.ObjectId = principal.Id;
        return WhyKept(EffectKind.ServicePrincipal) is { } why
            ? Leave(effect, StepKey.RemoveServicePrincipal, why)
            : new Verdict(StepKey.RemoveServicePrincipal, Fate.Remove, Named(PhraseCodes.UndoRemove, EffectKind.ServicePrincipal), effect,
                Calls: [$"DELETE {Graph}/servicePrincipals/{principal.Id}"]);
    }

    private Verdict Application(Effect effect)
    {
        if (found.Application is not { } app) return Gone(effect, StepKey.RemoveApplication);
        effect.ObjectId = app.Id;
        return WhyKept(EffectKind.Application) is { } why
            ? Leave(effect, StepKey.RemoveApplication, why)
            : new Verdict(StepKey.RemoveApplication, Fate.Remove, new Phrase(PhraseCodes.UndoRemoveApp, ("app", app.DisplayName ?? ""), ("clientId", app.AppId ?? "")), effect,
                Calls: [$"DELETE {Graph}/applications/{app.Id}"]);
    }

    /// <summary>What the run only found is told as such, so that nobody wonders.</summary>
    private IEnumerable<Verdict> ThereBefore() =>
        found.Application is not null && !found.Effects.Any(e => e.Kind is EffectKind.Application)
            ? [new Verdict(StepKey.RemoveApplication, Fate.Leave, Named(PhraseCodes.UndoLeftThere, EffectKind.Application))]
            : [];

    /// <summary>Why nobody may take this back, whatever it looks like: others use it, changed what it belongs to, or hold it down.</summary>
    private Phrase? WhyKept(EffectKind what)
    {
        if (found.LaterRunBy is { } by) return new Phrase(PhraseCodes.UndoLeftUsedByRun, ("what", what.ToString()), ("by", by));
        if (found.OtherConnection is { } host) return new Phrase(PhraseCodes.UndoLeftUsedByConnection, ("what", what.ToString()), ("host", host));
        // A value is written back to what it was while those credentials were there, or is found to be changed.
        var made = what is EffectKind.Application or EffectKind.ServicePrincipal or EffectKind.Grant or EffectKind.Policy or EffectKind.PolicyAssignment;
        if (made && found.ForeignCredentials > 0)
            return new Phrase(PhraseCodes.UndoLeftForeignCredentials, ("what", what.ToString()), ("count", found.ForeignCredentials.ToString(CultureInfo.InvariantCulture)));
        if (found.ServicePrincipal?.AccountEnabled is false) return Named(PhraseCodes.UndoLeftDisabled, what);
        // The app is more than this run made of it: deleting it would take that along.
        return what is EffectKind.Application or EffectKind.ServicePrincipal && AppHasMore() ? Named(PhraseCodes.UndoLeftChanged, what) : null;
    }

    private bool AppHasMore()
    {
        var app = found.Application;
        var redirects = (app?.Web?.RedirectUris?.Count ?? 0) + (app?.Spa?.RedirectUris?.Count ?? 0) + (app?.PublicClient?.RedirectUris?.Count ?? 0);
        var others = app?.RequiredResourceAccess?.Any(r => !TenantFacts.IsDynamics(r)) is true;
        var ours = found.Effects.Where(e => e.Kind is EffectKind.Grant or EffectKind.GrantScopes).Select(e => e.ObjectId).ToHashSet();
        return redirects > 0 || others || found.Grants.Any(g => !ours.Contains(g.Id) && !Same(g.Scope, DynamicsCrm.Scope));
    }

    /// <summary>Lists of scopes are sets.</summary>
    private static bool Same(string? one, string? other) =>
        (one ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)
            .SetEquals((other ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static Phrase Named(string code, EffectKind what) => new(code, ("what", what.ToString()));
}
