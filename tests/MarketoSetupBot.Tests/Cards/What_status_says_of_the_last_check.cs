using System.Globalization;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Tests.Cards;

public sealed class What_status_says_of_the_last_check
{
    [Theory]
    [InlineData(10, "less than an hour ago")]
    [InlineData(90, "an hour ago")]
    [InlineData(60 * 7, "7 hours ago")]
    [InlineData(60 * 47, "47 hours ago")]
    [InlineData(60 * 49, "2 days ago")]
    [InlineData(60 * 24 * 30, "30 days ago")]
    public void Is_how_long_ago_it_was_and_what_it_found(int minutes, string said)
    {
        var run = Samples.Delivering(DeliveryState.Confirmed) with { ConnectionId = Samples.WholeValidation.ConnectionId };
        var check = Samples.WholeValidation;
        var broken = check.Checks.Count(c => c.State is CheckState.Failed);

        var card = StatusCard.For([run], [check], check.At.AddMinutes(minutes), CultureInfo.GetCultureInfo("en")).ToJson();

        Assert.Contains($"Last check {said}: {broken} broken", card, StringComparison.Ordinal);
    }
}
