// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Rest;

/// <summary>What was asked and answered, for callers that want more than the body.</summary>
public class HttpOperationResponse : IDisposable
{
    public HttpRequestMessage Request { get; set; }

    public HttpResponseMessage Response { get; set; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Request?.Dispose();
            Response?.Dispose();
        }
    }
}

/// <summary>What was asked and answered; <see cref="Body"/> is the default where the answer had none.</summary>
public class HttpOperationResponse<T> : HttpOperationResponse
{
    public T Body { get; set; }
}
