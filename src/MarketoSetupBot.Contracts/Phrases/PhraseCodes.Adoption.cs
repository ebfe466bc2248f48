namespace MarketoSetupBot.Contracts;

/// <content>Apps that somebody made by hand.</content>
public static partial class PhraseCodes
{
    /// <summary>{app} {clientId}</summary>
    public const string AppWillBeTakenOver = "app-will-be-taken-over";
    /// <summary>{app} {clientId}</summary>
    public const string AppTakenOver = "app-taken-over";
    /// <summary>The client id is one of the product's own.</summary>
    public const string AdoptProductApp = "adopt-product-app";
    /// <summary>{clientId}: no application object in this tenant has it.</summary>
    public const string AdoptUnknownApp = "adopt-unknown-app";
    /// <summary>{app}</summary>
    public const string AdoptMultiTenant = "adopt-multi-tenant";
    /// <summary>{app}: bears our mark for another organisation.</summary>
    public const string AdoptOtherSetup = "adopt-other-setup";
    /// <summary>{app}: this organisation has an app of ours already.</summary>
    public const string AdoptHaveOne = "adopt-have-one";
    /// <summary>What was typed is not a client id.</summary>
    public const string ClientIdInvalid = "client-id-invalid";
    /// <summary>{app}: credentials of others stay, and whoever has them can sign in as the app.</summary>
    public const string RiskForeignCredentials = "risk-foreign-credentials";
    /// <summary>{name} {expires}</summary>
    public const string CandidateSecret = "candidate-secret";
    /// <summary>{name} {expires}</summary>
    public const string CandidateKey = "candidate-key";
    /// <summary>{name} {expires}</summary>
    public const string CandidatePrincipalSecret = "candidate-principal-secret";
    /// <summary>{name} {expires}</summary>
    public const string CandidatePrincipalKey = "candidate-principal-key";
    /// <summary>{name}</summary>
    public const string CandidateFederated = "candidate-federated";
}
