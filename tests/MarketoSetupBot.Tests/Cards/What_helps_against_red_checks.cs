using System.Globalization;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Tests.Cards;

public sealed class What_helps_against_red_checks
{
    [Fact]
    public void Below_a_refused_sign_in_the_other_red_checks_are_named_and_not_explained()
    {
        var card = Card(Enum.GetValues<MarketoCheck>());

        Assert.Contains("Value, not the Secret ID", card, StringComparison.Ordinal);
        Assert.Contains("Also red: 3, 4, 5, 6, 7", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Sdk Message Processing Steps", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_sign_in_works_every_red_check_is_explained()
    {
        var card = Card(MarketoCheck.SyncUserHasRole, MarketoCheck.StepsAreEnabled);

        Assert.Contains("Manage Roles", card, StringComparison.Ordinal);
        Assert.Contains("Sdk Message Processing Steps", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Also red", card, StringComparison.Ordinal);
    }

    private static string Card(params MarketoCheck[] red) =>
        RemediesCard.For(Samples.Guiding(StepKey.ValidateSyncSetup, red), CultureInfo.GetCultureInfo("en")).ToJson();
}
