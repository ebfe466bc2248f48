using MarketoSetupBot.Sandbox.World;

namespace Journeys.TeamsClient;

/// <summary>Somebody in front of Teams, in their language.</summary>
internal sealed record TeamsPerson(Person Account, string Locale = "en-US")
{
    public static TeamsPerson Alex { get; } = new(Contoso.Alex);

    public static TeamsPerson Megan { get; } = new(Contoso.Megan);

    public static TeamsPerson Adele { get; } = new(Contoso.Adele);

    public static TeamsPerson Isaiah { get; } = new(Contoso.Isaiah);

    public string TeamsId => Account.TeamsId!;

    public string Name => Account.Name;
}
