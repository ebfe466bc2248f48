// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Asks somebody whether the bot may put a file into their OneDrive.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class FileConsentCard
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.consent";

    public FileConsentCard()
    {
    }

    public FileConsentCard(string description = default, long? sizeInBytes = default, object acceptContext = default, object declineContext = default)
    {
        Description = description;
        SizeInBytes = sizeInBytes;
        AcceptContext = acceptContext;
        DeclineContext = declineContext;
    }

    public string Description { get; set; }

    public long? SizeInBytes { get; set; }

    public object AcceptContext { get; set; }

    public object DeclineContext { get; set; }
}

/// <summary>The value of fileConsent/invoke: "accept" or "decline", and where to upload.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class FileConsentCardResponse
{
    public FileConsentCardResponse()
    {
    }

    public FileConsentCardResponse(string action = default, object context = default, FileUploadInfo uploadInfo = default)
    {
        Action = action;
        Context = context;
        UploadInfo = uploadInfo;
    }

    public string Action { get; set; }

    public object Context { get; set; }

    public FileUploadInfo UploadInfo { get; set; }
}

/// <summary>Where a file that was allowed goes.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class FileUploadInfo
{
    public FileUploadInfo()
    {
    }

    public FileUploadInfo(string name = default, string uploadUrl = default, string contentUrl = default, string uniqueId = default, string fileType = default)
    {
        Name = name;
        UploadUrl = uploadUrl;
        ContentUrl = contentUrl;
        UniqueId = uniqueId;
        FileType = fileType;
    }

    public string Name { get; set; }

    public string UploadUrl { get; set; }

    public string ContentUrl { get; set; }

    public string UniqueId { get; set; }

    public string FileType { get; set; }
}

/// <summary>A file that somebody sent to the bot.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class FileDownloadInfo
{
    public const string ContentType = "application/vnd.microsoft.teams.file.download.info";

    public FileDownloadInfo()
    {
    }

    public FileDownloadInfo(string downloadUrl = default, string uniqueId = default, string fileType = default, object etag = default)
    {
        DownloadUrl = downloadUrl;
        UniqueId = uniqueId;
        FileType = fileType;
        Etag = etag;
    }

    public string DownloadUrl { get; set; }

    public string UniqueId { get; set; }

    public string FileType { get; set; }

    public object Etag { get; set; }
}

/// <summary>A file that the bot has uploaded.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class FileInfoCard
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.info";

    public FileInfoCard()
    {
    }

    public FileInfoCard(string uniqueId = default, string fileType = default, object etag = default)
    {
        UniqueId = uniqueId;
        FileType = fileType;
        Etag = etag;
    }

    public string UniqueId { get; set; }

    public string FileType { get; set; }

    public object Etag { get; set; }
}
