using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests;

public sealed class HashSyncTests
{
    [Fact]
    public async Task Only_who_may_know_says_whether_hashes_are_synchronised_and_stands_there_with_name_and_date()
    {
        await using var office = await Office.OpenAsync();
        _ = await office.PlannedAsync();
        var connection = Assert.Single((await office.As(Contoso.Adele).SendAsync<ConnectionView[]>(HttpMethod.Get, Routes.Connections)).Value);
        var route = Routes.For(Routes.AttestHashSync, connection.Id);

        (await office.As(Contoso.Alex).SendAsync<object>(HttpMethod.Post, route, new AttestHashSyncRequest(true))).MustBeRefused(403, ProblemCodes.NotAllowed);
        office.GiveRole(Contoso.Lynne, "Hybrid Identity Administrator");
        using var answer = await office.As(Contoso.Lynne).Http.PostAsync(route, System.Net.Http.Json.JsonContent.Create(new AttestHashSyncRequest(true), options: Wire.Json));

        Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.StatusCode);
        await using var db = await office.Services.GetRequiredService<IDbContextFactory<BackendContext>>().CreateDbContextAsync();
        var said = (await db.Connections.SingleAsync()).HashSync!;
        Assert.Equal((true, Contoso.Lynne.ObjectId.ToString(), Contoso.Lynne.Name), (said.On, said.ById, said.ByName));
    }
}
