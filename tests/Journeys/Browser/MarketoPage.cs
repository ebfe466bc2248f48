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

    /// <summary>"Reconfigure New Auth Method", for server to server.</summary>
    public async Task ReconfigureAsync(string username, string clientId, string clientSecret, string tenantId, string url)
    {
        await PressAsync("Reconfigure New Auth Method");
        await NewMethod.GetByLabel("Method", new() { Exact = true }).SelectOptionAsync("Web API (S2S)");
        await NewMethod.GetByLabel("Username").FillAsync(username);
        await NewMethod.GetByLabel("Client Id").FillAsync(clientId);
        await NewMethod.GetByLabel("Client Secret").FillAsync(clientSecret);
        await NewMethod.GetByLabel("Tenant ID").FillAsync(tenantId);
        await NewMethod.GetByLabel("URL").FillAsync(url);
    }

    public async Task<IReadOnlyList<bool>> ValidateNewMethodAsync()
    {
        await NewMethod.GetByRole(AriaRole.Button, new() { Name = "Validate", Exact = true }).ClickAsync();
        return await MarksAsync("Validation checks of the new method");
    }

    public async Task SwitchAsync()
    {
        await NewMethod.GetByRole(AriaRole.Button, new() { Name = "Switch", Exact = true }).ClickAsync();
        await PressAsync("Confirm");
        await page.GetByText("The old credentials are no longer used.").WaitForAsync();
        await PressAsync("Confirm");
        await PressAsync("OK");
    }

    /// <summary>Marketo's seven checks, true for a tick, in their order.</summary>
    public async Task<IReadOnlyList<bool>> ValidateAsync()
    {
        await PressAsync("Validate Sync Setup");
        await PressAsync("Next");
        return await MarksAsync("Validation checks");
    }

    private ILocator NewMethod => page.GetByRole(AriaRole.Dialog, new() { Name = "Reconfigure New Auth Method" });

    private async Task<IReadOnlyList<bool>> MarksAsync(string list)
    {
        var checks = page.GetByRole(AriaRole.List, new() { Name = list, Exact = true }).GetByRole(AriaRole.Listitem);
        await checks.Nth(6).WaitForAsync();
        var marks = new List<bool>();
        for (var i = 0; i < await checks.CountAsync(); i++)
            marks.Add(await checks.Nth(i).GetByLabel("Passed").CountAsync() == 1);
        return marks;
    }
}
