using System.Globalization;
using System.Reflection;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.Metadata;

namespace MarketoSetupBot.Backend.Problems;

/// <summary>A <see cref="Refusal"/> as an RFC 9457 answer.</summary>
public sealed class Refused(Refusal refusal) : IResult, IEndpointMetadataProvider
{
    public Refusal Refusal { get; } = refusal;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Refusal.RetryAfter is { } wait)
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        httpContext.Response.StatusCode = Refusal.Status;
        var problem = new ProblemView
        {
            Type = ProblemCodes.TypePrefix + Refusal.Code,
            Title = Refusal.Code,
            Status = Refusal.Status,
            Code = Refusal.Code,
            Values = Refusal.Values,
            Fields = Refusal.Fields,
            Run = Refusal.Run,
            Reference = Trace.Reference ?? httpContext.TraceIdentifier,
        };
        return httpContext.Response.WriteAsJsonAsync(problem, Wire.Json, "application/problem+json", httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var status in (int[])[400, 401, 403, 404, 409, 422, 429, 503])
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemView), ["application/problem+json"]));
    }
}
