// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Net;

namespace Microsoft.Rest;

/// <summary>A failure between client and service.</summary>
public class RestException : Exception
{
    public RestException()
    {
    }

    public RestException(string message)
        : base(message)
    {
    }

    public RestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>A copy of an HTTP message that outlives it. Authorization headers are left out.</summary>
public abstract class HttpMessageWrapper
{
    public string Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; } = new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);

    protected void CopyHeaders(System.Net.Http.Headers.HttpHeaders headers)
    {
        foreach (var (name, values) in headers ?? throw new ArgumentNullException(nameof(headers)))
        {
            if (!string.Equals(name, "Authorization", StringComparison.OrdinalIgnoreCase))
                Headers[name] = [.. values];
        }
    }
}

/// <summary>What was asked.</summary>
public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string content)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        Method = httpRequest.Method;
        RequestUri = httpRequest.RequestUri;
        Content = content;
        CopyHeaders(httpRequest.Headers);
    }

    public HttpMethod Method { get; protected set; }

    public Uri RequestUri { get; protected set; }
}

/// <summary>What was answered.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string content)
    {
        ArgumentNullException.ThrowIfNull(httpResponse);
        StatusCode = httpResponse.StatusCode;
        ReasonPhrase = httpResponse.ReasonPhrase;
        Content = content;
        CopyHeaders(httpResponse.Headers);
    }

    public HttpStatusCode StatusCode { get; protected set; }

    public string ReasonPhrase { get; protected set; }
}
