using System.Text.Encodings.Web;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.BotService;

/// <summary>The page behind a sign-in link: a person says who they are and gets the six digits to type into the chat.</summary>
internal static class SignInPage
{
    public static void MapSignInPage(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/signin").RequireHost(SandboxHosts.Loopback);
        page.MapGet("", (string connection, HttpContext context) => Html(context, "Pick an account", Accounts(connection)));
        page.MapPost("", async (HttpContext context, SignIns signIns) =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return Contoso.People.FirstOrDefault(one => one.ObjectId.ToString() == form["person"]) is not { } person
                ? Results.BadRequest()
                : Html(context, "Almost there", $"""
                    <p>You are signed in as <b>{Encode(person.Name)}</b>. Type this code into the chat:</p>
                    <p class="code" id="code">{signIns.IssueCode(form["connection"].ToString(), person.ObjectId)}</p>
                    <p>Then close this page.</p>
                    """);
        });
    }

    private static string Accounts(string connection) => string.Concat(Contoso.People.Select(person => $"""
        <form method="post" action="/signin">
          <input type="hidden" name="connection" value="{Encode(connection)}">
          <button name="person" value="{person.ObjectId}"><b>{Encode(person.Name)}</b><br>{Encode(person.UserPrincipalName)}</button>
        </form>
        """));

    private static IResult Html(HttpContext context, string title, string body)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content($$"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width">
              <title>{{title}} - Contoso (sandbox)</title>
              <style>
                body { font: 16px/1.5 system-ui, sans-serif; background: #f3f2f1; color: #1b1a19; display: grid; place-items: center; min-height: 100vh; margin: 0 }
                main { background: #fff; padding: 2rem 2.5rem; width: 24rem; max-width: 90vw; box-shadow: 0 2px 8px #0003 }
                h1 { font-size: 1.4rem; margin: 0 0 1rem }
                button { font: inherit; text-align: left; width: 100%; padding: .6rem .8rem; margin: .2rem 0; border: 1px solid #8a8886; background: #fff; cursor: pointer }
                button:hover, button:focus-visible { background: #eff6fc; border-color: #0f548c }
                .code { font: 600 2rem/1 ui-monospace, monospace; letter-spacing: .2em }
                small { color: #605e5c }
              </style>
            </head>
            <body><main><h1>{{title}}</h1>{{body}}<small>Sandbox: no real account and no password is involved.</small></main></body>
            </html>
            """, "text/html; charset=utf-8");
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
