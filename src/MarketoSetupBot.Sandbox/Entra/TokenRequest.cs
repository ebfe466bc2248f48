namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>The form posted to the token endpoint. Its values are secret: it has no <c>ToString</c> that shows them.</summary>
public sealed class TokenRequest(string tenant, IFormCollection form, HttpContext context)
{
    /// <summary>The tenant segment of the path: a GUID, a domain, <c>organizations</c>, <c>common</c> or <c>consumers</c>.</summary>
    public string Tenant { get; } = tenant;

    public Guid CorrelationId { get; } = Guid.TryParse(context.Request.Headers["client-request-id"], out var id) ? id : Guid.NewGuid();
    public string? IpAddress { get; } = context.Connection.RemoteIpAddress?.ToString();
    public string? ClientId { get; } = Value(form, "client_id") ?? Basic(context)?.Id;
    public string? ClientSecret { get; } = Value(form, "client_secret") ?? Basic(context)?.Secret;

    public bool IsShared => Tenant is "common" or "organizations" or "consumers";

    public string? this[string name] => Value(form, name);

    private static string? Value(IFormCollection form, string name) => form[name] is [{ Length: > 0 } value] ? value : null;

    private static (string Id, string Secret)? Basic(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return null;
        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..], buffer, out var length)) return null;
        var pair = System.Text.Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return pair is [var id, var secret] ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret)) : null;
    }
}
