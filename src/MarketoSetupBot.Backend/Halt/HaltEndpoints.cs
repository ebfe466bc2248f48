using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MarketoSetupBot.Backend.Halt;

internal static class HaltEndpoints
{
    public static void AddHalt(this IServiceCollection services)
    {
        services.AddSingleton<Halts>();
        services.AddSingleton<HaltNews>();
        services.AddSingleton<Halting>();
    }

    public static void MapHalt(this IEndpointRouteBuilder app)
    {
        app.MapGet(HaltRoutes.Halt, ReadAsync).RequireAuthorization(Policies.PersonOrBot);
        var acts = app.MapGroup("").RequireAuthorization(Policies.Person);
        acts.MapPost(HaltRoutes.Halt, (HaltRequest request, Caller caller, Halting halting, CancellationToken ct) => halting.HaltAsync(caller, request.Reason, ct));
        acts.MapPost(HaltRoutes.Lift, (Caller caller, Halting halting, CancellationToken ct) => halting.LiftAsync(caller, ct));
    }

    private static async Task<Results<Ok<HaltStateView>, Refused>> ReadAsync(Caller caller, Halts halts, AccessRules access, RunActs acts, CancellationToken ct)
        => caller.IsPerson && await access.DecideAsync(caller, Act.ReadConnections, null, ct) is { } refusal
            ? await acts.RefuseAsync(caller, Act.ReadConnections, null, refusal, null, ct)
            : TypedResults.Ok(new HaltStateView((await halts.CurrentAsync(ct))?.View));
}
