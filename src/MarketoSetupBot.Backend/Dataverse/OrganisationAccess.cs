using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Dataverse;

/// <summary>As whom the organisation is read, or why it cannot be.</summary>
internal abstract record OrganisationAccess
{
    private OrganisationAccess()
    {
    }

    /// <param name="AsApplication">By the backend's own application user; otherwise on behalf of the person who asks.</param>
    internal sealed record Granted(OrganisationHost Host, string Token, bool AsApplication) : OrganisationAccess
    {
        /// <summary>Never the token, whoever prints this.</summary>
        public override string ToString() => $"Granted {{ AsApplication = {AsApplication} }}";
    }

    internal sealed record Denied(Phrase Why) : OrganisationAccess;
}
