namespace MarketoSetupBot.Backend.Settings;

/// <summary>For whom the Dynamics permission is granted.</summary>
public enum ConsentBreadth
{
    /// <summary>For every user of the tenant, as Adobe's guide has it.</summary>
    TenantWide,
    /// <summary>For the sync user alone: the app can act as nobody else.</summary>
    SyncUserOnly,
}

/// <summary>How broad the grant is that this product makes.</summary>
public sealed record ConsentSettings(ConsentBreadth Breadth)
{
    private const string Key = "Access:Consent";

    /// <exception cref="SettingsException">The setting names neither.</exception>
    internal static ConsentSettings From(IConfiguration configuration)
        => new(configuration[Key] switch
        {
            null or "" or nameof(ConsentBreadth.TenantWide) => ConsentBreadth.TenantWide,
            nameof(ConsentBreadth.SyncUserOnly) => ConsentBreadth.SyncUserOnly,
            _ => throw new SettingsException($"The setting {Key} must be {nameof(ConsentBreadth.TenantWide)} or {nameof(ConsentBreadth.SyncUserOnly)}."),
        });
}
