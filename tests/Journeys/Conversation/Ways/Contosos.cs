using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace Journeys.Conversation.Ways;

/// <summary>A world of its own for one way through a setup: Adele asks, Isaiah as Application Administrator approves.</summary>
internal sealed class Contosos(World world, SandboxControl control) : IAsyncDisposable
{
    public World World { get; } = world;

    public SandboxControl Control { get; } = control;

    public Tenant Tenant => World.SandboxServices.GetRequiredService<Tenant>();

    public static TeamsPerson Adele => TeamsPerson.Adele;

    public static TeamsPerson Isaiah => TeamsPerson.Isaiah;

    public static async Task<Contosos> OpenAsync(params (string Key, string Value)[] backend)
    {
        var world = await World.StartAsync([("Access:AllowSelfApproval", "false"), .. backend]);
        var control = new SandboxControl(world.SandboxUrl);
        await control.SetRolesAsync(Contoso.Isaiah, "Application Administrator");
        return new Contosos(world, control);
    }

    /// <summary>About the one organisation that the sandbox's Dynamics knows.</summary>
    public SetupTalk Talk(string? syncUser = null) => new(World.Teams.NewThread(), Adele)
    {
        Approver = Isaiah,
        Organisation = "https://" + Contoso.OrganizationHost,
        SyncUser = syncUser ?? Contoso.SyncUser.UserPrincipalName,
    };

    public Guid ClientIdOf(SetupTalk talk) => World.ClientIdOf(talk) ?? throw new InvalidOperationException("The setup has not registered an application.");

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        await World.DisposeAsync();
    }
}
