namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>One office for tests that leave no trace in it.</summary>
public sealed class SharedOffice : IAsyncLifetime
{
    internal Office Office { get; private set; } = null!;

    public async Task InitializeAsync() => Office = await Office.OpenAsync();

    public async Task DisposeAsync() => await Office.DisposeAsync();
}
