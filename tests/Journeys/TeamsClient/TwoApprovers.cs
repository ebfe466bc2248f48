using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Journeys.TeamsClient;

/// <summary>A world where nobody approves what they asked for: Adele asks; Alex and Isaiah hold the role.</summary>
public sealed class TwoApprovers : IAsyncLifetime
{
    internal World World { get; private set; } = null!;

    internal Tenant Tenant => World.SandboxServices.GetRequiredService<Tenant>();

    internal static TeamsPerson Adele => TeamsPerson.Adele;

    internal static TeamsPerson Alex => TeamsPerson.Alex;

    internal static TeamsPerson Isaiah => TeamsPerson.Isaiah;

    internal SetupTalk Talk() => new(World.Teams.NewThread(), Adele) { Approver = Alex };

    public async Task InitializeAsync()
    {
        World = await World.StartAsync(("Access:AllowSelfApproval", "false"));
        using var control = new SandboxControl(World.SandboxUrl);
        await control.SetRolesAsync(Contoso.Isaiah, "Application Administrator");
    }

    public async Task DisposeAsync() => await World.DisposeAsync();
}

internal static class TenantReading
{
    /// <summary>Of the application that the setup registered; null when it is gone.</summary>
    public static Guid? ClientIdOf(this World world, SetupTalk talk)
    {
        var tenant = world.SandboxServices.GetRequiredService<Tenant>();
        return tenant.Locked(() => tenant.Applications.Values.SingleOrDefault(a => a.DisplayName == talk.AppName)?.AppId);
    }
}
