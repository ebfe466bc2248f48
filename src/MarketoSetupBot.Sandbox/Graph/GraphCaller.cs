using MarketoSetupBot.Sandbox.Entra;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>Who calls Graph, and with which permissions.</summary>
/// <param name="Roles">
/// The application permissions that are in the token and still assigned. Real Graph honours a token until it expires; a withdrawal counts at once
/// here, because no test waits an hour. A permission given later needs a new token, as in reality.
/// </param>
public sealed record GraphCaller(Bearer Bearer, IReadOnlySet<string> Roles)
{
    public bool IsApp => Bearer.IsApp;

    /// <summary>Object id of the service principal that calls; null for a person.</summary>
    public Guid? ServicePrincipalId => IsApp ? Bearer.ObjectId : null;

    public bool HoldsAny(params ReadOnlySpan<string> permissions)
    {
        var held = IsApp ? Roles : Bearer.Scopes;
        foreach (var permission in permissions)
        {
            if (held.Contains(permission)) return true;
        }

        return false;
    }

    /// <summary>Bound from the request by the middleware that checked the token.</summary>
    public static ValueTask<GraphCaller?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<GraphCaller>());
}
