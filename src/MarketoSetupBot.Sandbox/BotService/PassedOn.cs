namespace MarketoSetupBot.Sandbox.BotService;

/// <summary>Hands another server's answer on: status, body, and the headers that a caller acts on.</summary>
internal static class PassedOn
{
    public static async Task CopyToAsync(this HttpResponseMessage answer, HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = (int)answer.StatusCode;
        if (answer.Headers.RetryAfter is { } wait) response.Headers.RetryAfter = wait.ToString();
        if (answer.Content.Headers.ContentType is { } type) response.ContentType = type.ToString();
        if (response.StatusCode is not (204 or 304)) await answer.Content.CopyToAsync(response.Body, cancellationToken);
    }
}
