using Xunit;

namespace Journeys.TeamsClient;

/// <summary>One world for the tests of a class. Each talks in a thread of its own about an organisation of its own.</summary>
public sealed class WorldFixture : IAsyncLifetime
{
    internal World World { get; private set; } = null!;

    internal SetupTalk Talk() => new(World.Teams.NewThread(), TeamsPerson.Alex);

    public async Task InitializeAsync() => World = await World.StartAsync();

    public async Task DisposeAsync() => await World.DisposeAsync();
}
