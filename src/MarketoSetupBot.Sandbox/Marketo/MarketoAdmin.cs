using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MarketoSetupBot.Sandbox.Marketo;

/// <summary>The page "Admin > Microsoft Dynamics" of Marketo, at <c>/marketo</c>, and what its buttons do.</summary>
internal static class MarketoAdmin
{
    /// <summary>Name of the HttpClient with which Marketo goes out to Entra and Dynamics.</summary>
    public const string Client = "marketo";

    public static void AddMarketo(this IServiceCollection services)
    {
        services.AddSingleton<MarketoAccount>();
        services.AddSingleton<IPartOfWorld>(provider => provider.GetRequiredService<MarketoAccount>());
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<EntraSignIn>();
        services.AddSingleton<DynamicsReads>();
        services.AddSingleton<SyncValidation>();
        services.AddHttpClient(Client).AddHttpMessageHandler(provider => new SandboxReroute(provider.GetRequiredService<OwnAddress>().Uri));
    }

    public static void MapMarketo(this IEndpointRouteBuilder app)
    {
        var page = app.MapGroup("/marketo").RequireHost(SandboxHosts.Loopback).AddEndpointFilter(Guard);
        page.MapGet("", () => PageFile.Named("index.html"));
        page.MapGet("page.css", () => PageFile.Named("page.css"));
        page.MapGet("page.js", () => PageFile.Named("page.js"));

        var account = page.MapGroup("account");
        account.MapGet("", (MarketoAccount marketo) => TypedResults.Ok(marketo.View));
        account.MapPost("sync/disable", Disable);
        account.MapPost("sync/enable", EnableAsync);
        account.MapPut("credentials", Save);
        account.MapPost("validation", ValidateAsync);
        account.MapPost("reconfiguration/validation", ProposeAsync);
        account.MapPost("reconfiguration/switch", Switch);
    }

    private static async Task<IResult> ProposeAsync(CredentialsForm form, MarketoAccount marketo, SyncValidation validation, CancellationToken cancellation)
    {
        if (form.Errors() is { Count: > 0 } errors) return TypedResults.ValidationProblem(errors);
        if (marketo.Propose(form) is not { } proposed)
            return TypedResults.Problem(title: "Disable the sync before you change the method.", statusCode: StatusCodes.Status409Conflict);
        var checks = await validation.RunAsync(proposed, cancellation);
        marketo.Judge(proposed, checks.All(check => check.Passed));
        return TypedResults.Ok(new ValidationView(checks));
    }

    private static IResult Switch(MarketoAccount marketo) => marketo.TrySwitch()
        ? TypedResults.Ok(marketo.View)
        : TypedResults.Problem(title: "Validate first: every check has to be green, and the sync disabled.", statusCode: StatusCodes.Status409Conflict);

    private static Ok<AccountView> Disable(MarketoAccount marketo)
    {
        marketo.Disable();
        return TypedResults.Ok(marketo.View);
    }

    private static async Task<IResult> EnableAsync(MarketoAccount marketo, SyncValidation validation, CancellationToken cancellation)
    {
        marketo.Enable(await validation.CycleAsync(marketo.Credentials, cancellation));
        return TypedResults.Ok(marketo.View);
    }

    private static IResult Save(CredentialsForm form, MarketoAccount marketo)
    {
        if (form.Errors() is { Count: > 0 } errors) return TypedResults.ValidationProblem(errors);
        return marketo.TrySave(form)
            ? TypedResults.Ok(marketo.View)
            : TypedResults.Problem(title: "Disable the sync before you edit the credentials.", statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ValidateAsync(MarketoAccount marketo, SyncValidation validation, CancellationToken cancellation) =>
        TypedResults.Ok(new ValidationView(await validation.RunAsync(marketo.Credentials, cancellation)));

    /// <summary>Nothing on this page is kept by a browser or framed by another page, and it loads nothing from elsewhere.</summary>
    internal static ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
        return next(context);
    }
}
