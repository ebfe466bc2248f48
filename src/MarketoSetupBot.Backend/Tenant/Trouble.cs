using System.Globalization;
using System.Text.Json;
using MarketoSetupBot.Backend.Halt;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Targets;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions;

namespace MarketoSetupBot.Backend.Tenant;

internal enum TroubleKind
{
    /// <summary>404: not there, or not there yet.</summary>
    Absent,
    /// <summary>403: a permission is missing, or the object is too young for the one we hold.</summary>
    Forbidden,
    /// <summary>409: it exists already.</summary>
    Conflict,
    Throttled,
    /// <summary>5xx, a time-out, no connection, or an answer that never came: whether it happened is unknown.</summary>
    Outage,
    /// <summary>Writes are stopped: it did not leave.</summary>
    Halted,
    /// <summary>The write was for something that is not ours: it did not leave.</summary>
    NotOurs,
    /// <summary>Any other refusal. <see cref="Trouble.Code"/> says which.</summary>
    Refused,
}

/// <summary>How a call to Entra or Graph went wrong, told from status and error code, never from a message.</summary>
/// <param name="Code">Graph's or Entra's own short code, for people who look it up.</param>
/// <param name="Permission">The Graph permission behind the call.</param>
/// <param name="RetryAfter">What the answer asked for; null where it said nothing.</param>
internal sealed record Trouble(TroubleKind Kind, string Code, string Permission, TimeSpan? RetryAfter)
{
    public const string HaltedCode = "halted";

    /// <returns>Null for anything that is not an answer, or a missing answer, of Microsoft: a bug, or our own cancellation.</returns>
    public static Trouble? From(Exception exception, string permission, CancellationToken cancellationToken) => exception switch
    {
        TroubleException known => known.Trouble,
        HaltedException => new Trouble(TroubleKind.Halted, HaltedCode, permission, null),
        ForeignTargetException kept => new Trouble(TroubleKind.NotOurs, kept.Code, permission, null),
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        ApiException answer => FromStatus(answer.ResponseStatusCode, CodeOf(answer), permission, RetryAfterOf(answer)),
        MsalServiceException answer => FromToken(answer, permission),
        MsalClientException local => new Trouble(TroubleKind.Refused, local.ErrorCode, permission, null),
        HttpRequestException or OperationCanceledException or IOException or JsonException =>
            new Trouble(TroubleKind.Outage, "no-answer", permission, null),
        _ => null,
    };

    public TenantUnavailableException AsUnavailable() =>
        new(RetryAfter, missingPermission: Kind is TroubleKind.Forbidden ? Permission : null, code: Code, keptIn: Kind is TroubleKind.NotOurs);

    private static Trouble FromStatus(int status, string code, string permission, TimeSpan? retryAfter)
    {
        var kind = status switch
        {
            404 => TroubleKind.Absent,
            403 => TroubleKind.Forbidden,
            409 => TroubleKind.Conflict,
            429 => TroubleKind.Throttled,
            408 or >= 500 or 0 => TroubleKind.Outage,
            // Success with a body that is not what was promised: it happened, but the answer is lost.
            >= 200 and < 300 => TroubleKind.Outage,
            _ => TroubleKind.Refused,
        };
        return new Trouble(kind, code, permission, retryAfter);
    }

    private static Trouble FromToken(MsalServiceException answer, string permission)
    {
        var transient = answer.StatusCode is 408 or 429 or >= 500 or 0;
        var retryAfter = answer.Headers?.RetryAfter?.Delta;
        var kind = answer.StatusCode is 429 ? TroubleKind.Throttled : transient ? TroubleKind.Outage : TroubleKind.Refused;
        return new Trouble(kind, answer.ErrorCode ?? "token", permission, retryAfter);
    }

    private static string CodeOf(ApiException answer) =>
        answer is ODataError { Error.Code: { Length: > 0 } code }
            ? code
            : answer.ResponseStatusCode.ToString(CultureInfo.InvariantCulture);

    private static TimeSpan? RetryAfterOf(ApiException answer)
    {
        var header = answer.ResponseHeaders?.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        // The date form of the header is not used by Graph; unknown text falls back to our own pause.
        return int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
    }
}
