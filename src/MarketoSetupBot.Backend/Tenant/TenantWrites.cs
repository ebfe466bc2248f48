using System.Globalization;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Halt;
using MarketoSetupBot.Backend.Targets;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>
/// The one door through which writes to the tenant leave. Each is recorded with the person it was done for, Graph's status and its <c>request-id</c>,
/// also when no answer came: then it may have happened. While a halt is in force nothing leaves but the removal of a secret, and never a write to what is not ours.
/// </summary>
internal sealed class TenantWrites(AuditTrail audit, Halts halts, TargetGuard guard, TargetAlarm alarm) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsWrite(request))
            return await base.SendAsync(request, cancellationToken);
        if (!IsRemovalOfASecret(request) && await halts.CurrentAsync(cancellationToken) is not null)
        {
            await RecordAsync(request, Trouble.HaltedCode, null);
            throw new HaltedException();
        }
        if (await guard.WhyNotAsync(request, cancellationToken) is { } code)
        {
            await RecordAsync(request, AuditEntry.Refused(code), null);
            await alarm.RaiseAsync(request, code, Errand.Current.Run);
            throw new ForeignTargetException(code);
        }
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            await RecordAsync(request, AuditOutcomes.NoAnswer, null);
            throw;
        }
        var id = response.Headers.TryGetValues("request-id", out var values) ? values.FirstOrDefault() : null;
        await RecordAsync(request, ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), id);
        return response;
    }

    /// <summary>Whatever is not known to read, writes.</summary>
    internal static bool IsWrite(HttpRequestMessage request)
        => request.Method != HttpMethod.Get && request.Method != HttpMethod.Head && !(request.Method == HttpMethod.Post && IsQuestion(request.RequestUri));

    /// <summary>The one write that a halt lets pass: a secret that may have leaked must go, then more than ever.</summary>
    private static bool IsRemovalOfASecret(HttpRequestMessage request)
        => request.Method == HttpMethod.Post && request.RequestUri?.AbsolutePath.EndsWith("/removePassword", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Graph asks for membership by POST.</summary>
    private static bool IsQuestion(Uri? url)
        => url?.AbsolutePath is { } path
            && (path.EndsWith("/checkMemberGroups", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/checkMemberObjects", StringComparison.OrdinalIgnoreCase));

    /// <summary>Not cancelled with the call: it happened.</summary>
    private async Task RecordAsync(HttpRequestMessage request, string outcome, string? requestId)
    {
        var (run, person) = Errand.Current;
        var act = $"{request.Method.Method} {request.RequestUri?.AbsolutePath}";
        await audit.WriteAsync(person ?? AuditEntry.Backend, act, run, outcome, CancellationToken.None, requestId);
    }
}
