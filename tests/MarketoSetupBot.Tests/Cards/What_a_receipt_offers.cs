using System.Globalization;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Tests.Cards;

public sealed class What_a_receipt_offers
{
    [Theory]
    [InlineData(DeliveryState.Unconfirmed, Verbs.Copied, Verbs.IssueAgain, Verbs.Revoke)]
    [InlineData(DeliveryState.Confirmed, Verbs.IssueAgain, Verbs.Revoke)]
    [InlineData(DeliveryState.Revoked, Verbs.IssueAgain)]
    public void Whoever_copied_too_late_can_say_so_and_go_on(DeliveryState state, params string[] offered) =>
        Assert.Equal(offered, Receipt(state).SelectTokens("$..actions[*].verb").Select(verb => (string)verb!).Distinct());

    [Fact]
    public void A_revoked_secret_is_not_offered_for_revocation() =>
        Assert.DoesNotContain("Revoke removes it", Receipt(DeliveryState.Revoked).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_secret_that_an_administrator_made_is_not_offered_for_revocation_either() =>
        Assert.Equal([Verbs.IssueAgain], JObject.Parse(ReceiptCard.For(Samples.MadeByHand, CultureInfo.GetCultureInfo("en")).ToJson()).SelectTokens("$..actions[*].verb").Select(verb => (string)verb!));

    private static JObject Receipt(DeliveryState state) =>
        JObject.Parse(ReceiptCard.For(Samples.Delivering(state), CultureInfo.GetCultureInfo("en")).ToJson());
}
