using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MarketoSetupBot.Backend.Tests.Crash;

/// <summary>Stands at Graph's door and kills whoever writes: once before each write was done, once after it was done and before its answer.</summary>
internal sealed partial class Guillotine : IStartupFilter
{
    private readonly HashSet<string> _fallen = [];

    /// <summary>Null: the door is open.</summary>
    public Action? Blade { get; set; }

    /// <summary>Where it fell, in order.</summary>
    public IReadOnlyCollection<string> Fallen
    {
        get
        {
            lock (_fallen)
                return [.. _fallen];
        }
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(PassAsync);
        next(app);
    };

    private async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var write = context.Request.Host.Host == "graph.microsoft.com" && !HttpMethods.IsGet(context.Request.Method)
            && !context.Request.Path.Value!.EndsWith("checkMemberGroups", StringComparison.Ordinal);
        var name = $"{context.Request.Method} {Ids().Replace(context.Request.Path.Value!, "*")}";
        if (write && Falls("before " + name))
        {
            context.Abort();
            return;
        }
        await next(context);
        if (write && Falls("after " + name))
            context.Abort();
    }

    private bool Falls(string where)
    {
        if (Blade is not { } blade)
            return false;
        lock (_fallen)
        {
            if (!_fallen.Add(where))
                return false;
        }
        blade();
        return true;
    }

    [GeneratedRegex("'[^']*'|[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();
}
