// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Rest;

/// <summary>Puts what proves the caller's identity on a request.</summary>
public abstract class ServiceClientCredentials
{
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.CompletedTask;
    }
}
