using Microsoft.Playwright;

namespace Journeys.Browser;

/// <summary>The sandbox's "Admin > Microsoft Dynamics" as a person uses it, by the labels that Marketo shows.</summary>
internal sealed class MarketoPage(IPage page)
{
    public IPage Page => page;

    public Task OpenAsync(Uri sandbox) => page.GotoAsync(new Uri(sandbox, "marketo").ToString());

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public async Task PasteCredentialsAsync(string clientId, string clientSecret)
    {
        await PressAsync("Edit Credentials");
        var form = page.GetByRole(AriaRole.Dialog, new() { Name = "Credentials" });
        await form.GetByLabel("Client Id").FillAsync(clientId);
        await form.GetByLabel("Client Secret").FillAsync(clientSecret);
    }

    /// <summary>Marketo's seven checks, true for a tick, in their order.</summary>
    public async Task<IReadOnlyList<bool>> ValidateAsync()
    {
        await PressAsync("Validate Sync Setup");
        await PressAsync("Next");
        var checks = page.GetByRole(AriaRole.List, new() { Name = "Validation checks" }).GetByRole(AriaRole.Listitem);
        await checks.Nth(6).WaitForAsync();
        var marks = new List<bool>();
        for (var i = 0; i < await checks.CountAsync(); i++)
            marks.Add(await checks.Nth(i).GetByLabel("Passed").CountAsync() == 1);
        return marks;
    }
}
