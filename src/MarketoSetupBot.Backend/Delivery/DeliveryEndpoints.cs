using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Delivery;

internal static class DeliveryEndpoints
{
    public static void MapDelivery(this IEndpointRouteBuilder app)
    {
        var acts = app.MapGroup("").RequireAuthorization(Policies.Person);
        // No idempotency key: an answer to Collect is never remembered, and a repeat is told what it is.
        acts.MapPost(Routes.Collect, (Guid id, Caller caller, Collecting collecting, HttpContext http, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return collecting.CollectAsync(id, caller, ct);
        });
        acts.MapPost(Routes.Copied, (Guid id, Caller caller, IdempotencyKey key, RunActs runs, CancellationToken ct)
            => runs.PerformAsync(id, Act.ConfirmCopied, caller, key.Value, (Run run, Connection connection, DateTimeOffset now) => run.ConfirmCopied(connection, now), ct));
        acts.MapPost(Routes.KeepSecret, (Guid id, Caller caller, IdempotencyKey key, RunActs runs, CancellationToken ct)
            => runs.PerformAsync(id, Act.KeepSecret, caller, key.Value, (Run run, Connection connection, DateTimeOffset now) => run.KeepSecret(connection, now), ct));
        acts.MapPost(Routes.IssueAgain, (Guid id, Caller caller, IdempotencyKey key, Withdrawing withdrawing, CancellationToken ct)
            => withdrawing.IssueAgainAsync(id, caller, key.Value, ct));
        acts.MapPost(Routes.Revoke, (Guid id, Caller caller, IdempotencyKey key, Withdrawing withdrawing, CancellationToken ct)
            => withdrawing.RevokeAsync(id, caller, key.Value, ct));
    }
}
