namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Dynamics CRM (Dataverse) as it stands in this tenant: the one resource, and the one permission of it, that this product ever asks for.</summary>
/// <param name="ObjectId">Of its service principal here; differs from tenant to tenant.</param>
/// <param name="ScopeId">Of <see cref="Scope"/>, as the resource itself publishes it.</param>
internal sealed record DynamicsCrm(string ObjectId, Guid ScopeId)
{
    /// <summary>Same in every tenant.</summary>
    public const string AppId = "00000007-0000-0000-c000-000000000000";

    /// <summary>"Access Dynamics 365 as organisation users". Nothing else is ever granted.</summary>
    public const string Scope = "user_impersonation";
}
