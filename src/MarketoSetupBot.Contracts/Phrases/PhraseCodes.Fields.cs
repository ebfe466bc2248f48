namespace MarketoSetupBot.Contracts;

/// <content>What a field of the details card says of what was typed.</content>
public static partial class PhraseCodes
{
    public const string FieldEmpty = "field-empty";
    /// <summary>{maximum}</summary>
    public const string FieldTooLong = "field-too-long";
    public const string FieldHasControlCharacters = "field-has-control-characters";
    public const string UrlNotHttps = "url-not-https";
    public const string UrlInvalid = "url-invalid";
    /// <summary>{host}: neither a Dynamics 365 host nor one that an on-premises server could have.</summary>
    public const string UrlHostRefused = "url-host-refused";
    public const string UserPrincipalNameInvalid = "user-principal-name-invalid";
    /// <summary>{minimum} {maximum}</summary>
    public const string LifetimeOutOfRange = "lifetime-out-of-range";
    public const string RecipientUnknown = "recipient-unknown";
    /// <summary>A guest, or an account that is disabled.</summary>
    public const string RecipientNotSuitable = "recipient-not-suitable";
    public const string MethodUnknown = "method-unknown";
}
