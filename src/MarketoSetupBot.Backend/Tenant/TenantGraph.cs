using Microsoft.Graph;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>
/// The one way to Graph: the SDK's client behind a door where every failure becomes a <see cref="TroubleException"/>
/// that names the permission the call needs. Nothing is repeated here; whoever calls looks before it repeats.
/// </summary>
internal sealed class TenantGraph(GraphServiceClient client)
{
    /// <summary>A call that must answer with something.</summary>
    /// <exception cref="TroubleException" />
    public async Task<T> AskAsync<T>(string permission, Func<GraphServiceClient, Task<T?>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await call(client) ?? throw new TroubleException(new Trouble(TroubleKind.Outage, "empty-answer", permission, null));
        }
        catch (Exception e) when (e is not TroubleException && Trouble.From(e, permission, cancellationToken) is { } trouble)
        {
            throw new TroubleException(trouble);
        }
    }

    /// <summary>A look for something that may be absent.</summary>
    /// <returns>Null on 404.</returns>
    /// <exception cref="TroubleException" />
    public async Task<T?> FindAsync<T>(string permission, Func<GraphServiceClient, Task<T?>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await call(client);
        }
        catch (Exception e) when (Trouble.From(e, permission, cancellationToken) is { } trouble)
        {
            return trouble.Kind is TroubleKind.Absent ? null : throw new TroubleException(trouble);
        }
    }

    /// <summary>A write that answers with nothing.</summary>
    /// <exception cref="TroubleException" />
    public async Task TellAsync(string permission, Func<GraphServiceClient, Task> call, CancellationToken cancellationToken)
    {
        try
        {
            await call(client);
        }
        catch (Exception e) when (Trouble.From(e, permission, cancellationToken) is { } trouble)
        {
            throw new TroubleException(trouble);
        }
    }
}
