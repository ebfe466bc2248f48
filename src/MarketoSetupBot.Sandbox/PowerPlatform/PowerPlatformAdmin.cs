using MarketoSetupBot.Sandbox.Marketo;

namespace MarketoSetupBot.Sandbox.PowerPlatform;

/// <summary>The page "Environments > Contoso > Application users" of the Power Platform admin center, at <c>/power-platform</c>.</summary>
internal static class PowerPlatformAdmin
{
    public static void AddPowerPlatform(this IServiceCollection services) => services.AddSingleton<ApplicationUsers>();

    public static void MapPowerPlatform(this IEndpointRouteBuilder app)
    {
        var page = app.MapGroup("/power-platform").RequireHost(SandboxHosts.Loopback).AddEndpointFilter(MarketoAdmin.Guard);
        page.MapGet("", () => PageFile.Named("power-platform.html"));
        page.MapGet("page.js", () => PageFile.Named("power-platform.js"));
        page.MapGet("application-users", (ApplicationUsers users) => TypedResults.Ok(users.View));
        page.MapPost("application-users", (NewApplicationUser form, ApplicationUsers users) => Done(users, () => users.Add(form)));
        page.MapPatch("application-users/{id:guid}", (Guid id, ApplicationUserChange change, ApplicationUsers users) => Done(users, () => users.Change(id, change)));
    }

    private static IResult Done(ApplicationUsers users, Action act)
    {
        try
        {
            act();
        }
        catch (ArgumentException wrong)
        {
            return TypedResults.Problem(title: wrong.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        return TypedResults.Ok(users.View);
    }
}
