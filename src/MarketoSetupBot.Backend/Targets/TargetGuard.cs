using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;

namespace MarketoSetupBot.Backend.Targets;

/// <summary>
/// Decides whether a write may leave, whatever plan, step and database say: never to one of the product's own apps, and only to what this product made or took
/// over with approval.
/// </summary>
internal sealed class TargetGuard(ProductObjects product, RecordedObjects recorded, TargetReads reads)
{
    /// <returns>Null: it may leave. Otherwise one of <see cref="ForeignTargetException"/>'s codes.</returns>
    public async Task<string?> WhyNotAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var target = await WriteTarget.OfAsync(request, cancellationToken);
        // A grant belongs to the service principal that may use it.
        if (target is WriteTarget.Grant { Id: var grant })
            target = (await reads.GrantAsync(grant, cancellationToken))?.ClientId is { } client ? new WriteTarget.ServicePrincipal(client) : new WriteTarget.Nothing();
        if (target is null)
            return ForeignTargetException.UnknownWrite;
        if (target is WriteTarget.Nothing)
            return null;
        if (IdOf(target) is { } id && await product.IncludeAsync(id, cancellationToken))
            return ForeignTargetException.OwnApplication;
        var adopting = request.GetRequestOption<Adopting>()?.ObjectId;
        return await recorded.IncludeAsync(target, adopting, cancellationToken) ? null : ForeignTargetException.NotOurs;
    }

    private static string? IdOf(WriteTarget target) => target switch
    {
        WriteTarget.ApplicationById { ObjectId: var id } => id,
        WriteTarget.ApplicationByClientId { ClientId: var id } => id,
        WriteTarget.ServicePrincipal { ObjectId: var id } => id,
        _ => null,
    };
}
