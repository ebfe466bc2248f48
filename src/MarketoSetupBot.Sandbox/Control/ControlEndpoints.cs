using MarketoSetupBot.Sandbox.BotService;
using MarketoSetupBot.Sandbox.PowerPlatform;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Control;

/// <summary>The levers behind the stage, under <c>/control</c> on the loopback hosts only. <see cref="SandboxControl"/> is the typed way to pull them.</summary>
public static class ControlEndpoints
{
    public static void AddControl(this IServiceCollection services)
    {
        services.AddSingleton<Faults>();
        services.AddSingleton<Journal>();
        services.AddSingleton<Misbehaviour>();
        services.AddSingleton<IPartOfWorld>(provider => provider.GetRequiredService<Faults>());
        services.AddSingleton<IPartOfWorld>(provider => provider.GetRequiredService<Journal>());
    }

    /// <summary>In front of everything that simulates Microsoft.</summary>
    public static void UseMisbehaviour(this IApplicationBuilder app) => app.UseWhen(
        context => SandboxHosts.IsMicrosoft(context.Request.Host.Host),
        simulated => simulated.Use((context, next) => context.RequestServices.GetRequiredService<Misbehaviour>().PassAsync(context, next)));

    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup("/control").RequireHost(SandboxHosts.Loopback);
        control.AddEndpointFilter(async (invocation, next) =>
        {
            try
            {
                return await next(invocation);
            }
            catch (ArgumentException wrong)
            {
                return Results.Text(wrong.Message, statusCode: 400);
            }
        });
        control.MapPost("/reset", Reset);
        control.MapTenantControl();
        control.MapCheckLevers();

        control.MapPost("/faults", (Fault fault, Faults faults) => Done(() => faults.Add(fault)));
        control.MapDelete("/faults", (Faults faults) => Done(faults.Reset));
        control.MapGet("/journal", (string? host, Journal journal) => journal.Read(host));
        control.MapDelete("/journal", (Journal journal) => Done(journal.Reset));
        control.MapPut("/bot", (BotBody body, BotSettings settings) => Done(() => settings.Endpoint = body.Endpoint));
        control.MapPut("/sign-in", (SignInModeBody body, SignIns signIns) => Done(() => signIns.Asks = body.Ask));
        control.MapPost("/tokens", PersonToken);
        control.MapPost("/application-users", (NewApplicationUser body, ApplicationUsers users) => Done(() => users.Add(body)));
    }

    private static IResult Reset(IEnumerable<IPartOfWorld> parts)
    {
        foreach (var part in parts) part.Reset();
        return Results.NoContent();
    }

    private static IResult PersonToken(PersonTokenBody body, Tenant tenant, PersonTokens tokens)
    {
        var person = tenant.Locked(() => tenant.FindUser(body.User))?.Id ?? throw new ArgumentException($"There is no user '{body.User}'.");
        var token = body.Kind switch
        {
            "backend" => tokens.ForBackend(person),
            "teams" => tokens.ForTeams(person),
            _ => throw new ArgumentException($"There is no token of kind '{body.Kind}'."),
        };
        return token is null ? Results.Text("The tenant gives this person no such token.", statusCode: 409) : Results.Json(new TokenBody(token), SandboxJson.Options);
    }

    internal static IResult Done(Action act)
    {
        act();
        return Results.NoContent();
    }
}
