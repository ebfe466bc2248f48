namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>Breaks single requests between the backend and Microsoft: before they arrive, or after, so that only the answer is lost.</summary>
internal sealed class LineFaults
{
    /// <summary>Requests that never arrive.</summary>
    public Func<HttpRequestMessage, bool> Cut { get; set; } = _ => false;

    /// <summary>Requests that are carried out and whose answers are lost.</summary>
    public Func<HttpRequestMessage, bool> LoseAnswer { get; set; } = _ => false;

    /// <summary>Runs before a request goes on.</summary>
    public Func<HttpRequestMessage, Task> Before { get; set; } = _ => Task.CompletedTask;

    public DelegatingHandler Handler() => new Breaker(this);

    private sealed class Breaker(LineFaults faults) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await faults.Before(request);
            if (faults.Cut(request))
                throw new HttpRequestException("The line was cut.");
            var response = await base.SendAsync(request, cancellationToken);
            if (!faults.LoseAnswer(request))
                return response;
            response.Dispose();
            throw new HttpRequestException("The answer was lost.");
        }
    }
}
