using System.Runtime.CompilerServices;
using System.Xml.Linq;
using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Tests.Checks;

public sealed class The_AADSTS_codes
{
    /// <summary>Every code that the domain's reference lists as able to meet this sync.</summary>
    private static readonly int[] Listed =
    [
        50126, 50034, 51004, 50020, 50053, 50055, 50144, 50056, 50057, 50064, 50059, 50128, 90019, 50072, 50074, 50076, 50078, 50079, 50097, 53000, 53001,
        53002, 50105, 50131, 53003, 530032, 53004, 53010, 53011, 50135, 530035, 50132, 50133, 50173, 50158, 50194, 50196, 50011, 500113, 900971, 500011, 50001,
        650052, 650054, 65001, 65004, 650056, 65005, 650057, 90094, 90095, 700016, 70001, 7000112, 7000215, 70002, 7000222, 7000218, 700025, 70011, 28002,
        700022, 70003, 90002, 900382, 900432, 90038, 9001023, 900144, 90014, 80001, 80002, 80005, 80007, 80010, 80012, 80013, 80014, 90072, 50033, 50087, 90006,
        90012, 90024, 90033, 90090, 90055,
    ];

    public static TheoryData<int> Codes => [.. Listed];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Lead_to_a_meaning_and_a_remedy_in_both_languages(int number)
    {
        var code = AadstsCodes.Of(number);

        Assert.NotEqual(PhraseCodes.AadstsUnknown, code.Cause);
        Assert.Contains(code.Check, CheckIds.All);
        IsExplained(code.Cause);
    }

    [Fact]
    public void Are_all_listed() => Assert.Equal(Listed.Order(), AadstsCodes.All.Select(c => c.Number).Order());

    [Fact]
    public void That_nobody_knows_get_an_answer_that_helps()
    {
        var code = AadstsCodes.Of(123456);

        Assert.Equal((123456, PhraseCodes.AadstsUnknown, CheckIds.SignIns), (code.Number, code.Cause, code.Check));
        IsExplained(code.Cause);
    }

    private static void IsExplained(string cause)
    {
        foreach (var language in (string[])["", ".zh-Hans"])
        {
            var words = Words(language);
            foreach (var part in (string[])["Phrase", "Meaning", "Remedy"]) Assert.NotEmpty(words[$"{part}_{cause}"]);
            Assert.Contains("{code}", words["Phrase_" + cause], StringComparison.Ordinal);
        }
    }

    private static Dictionary<string, string> Words(string language, [CallerFilePath] string here = "") =>
        XDocument.Load(Path.GetFullPath(Path.Combine(here, "../../../../src/MarketoSetupBot/Language/Sentences", $"ChecksAadsts{language}.resx")))
            .Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);
}
