using Microsoft.Playwright;

namespace Journeys.Browser;

/// <summary>The sandbox's "Application users" of the Power Platform admin center, by the labels that the card names.</summary>
internal sealed class PowerPlatformPage(IPage page)
{
    public Task OpenAsync(Uri sandbox) => page.GotoAsync(new Uri(sandbox, "power-platform").ToString());

    public async Task AddUserAsync(string clientId, string email)
    {
        await PressAsync(page.Locator("body"), "+ New app user");
        var form = page.GetByRole(AriaRole.Dialog, new() { Name = "Create a new app user" });
        await form.GetByLabel("+ Add an app").SelectOptionAsync(clientId);
        await form.GetByLabel("Email").FillAsync(email);
        await form.GetByLabel("Marketo Sync User").CheckAsync();
        await PressAsync(form, "Create");
        await page.GetByText("The application user was created.").WaitForAsync();
    }

    /// <summary>In reality on another page, in Dynamics itself.</summary>
    public async Task SetMarketoUserAsync(string email)
    {
        await PressAsync(page.Locator("section").Filter(new() { HasText = email }), "Set as Marketo User in Marketo Config");
        await page.GetByText("is the Marketo User", new() { Exact = true }).WaitForAsync();
    }

    private static Task PressAsync(ILocator where, string button) => where.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
