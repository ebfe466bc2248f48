using System.Globalization;
using System.Reflection;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Commands;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Tests.Cards;

public sealed class WordsTests
{
    /// <summary>Findings that are good news need neither a meaning nor a remedy.</summary>
    private static readonly HashSet<string> GoodFindings =
        [.. typeof(PhraseCodes).GetFields().Where(f => f.GetCustomAttribute<GoodNewsAttribute>() is not null).Select(f => (string)f.GetRawConstantValue()!)];

    private static readonly Dictionary<string, string> English = Read("en");
    private static readonly Dictionary<string, string> Chinese = Read("zh-Hans");

    public static TheoryData<string> Keys => [.. Needed()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Whatever_can_happen_has_words_in_both_languages(string key)
    {
        Assert.Contains(key, English);
        Assert.Contains(key, Chinese);
    }

    [Fact]
    public void Both_languages_have_the_same_keys() =>
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Chinese.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_ask_for_the_same_values_in_the_same_kind() =>
        Assert.Empty(English.Where(e => !Placeholders(e.Value).SequenceEqual(Placeholders(Chinese[e.Key]))).Select(e => e.Key));

    [Fact]
    public void Every_placeholder_is_of_a_known_kind() =>
        Assert.Empty(English.Where(e => Sentence.Placeholder().Matches(e.Value).Any(m => !Kinds.All.Contains(m.Groups["kind"].Value))).Select(e => e.Key));

    [Fact]
    public void Every_brace_belongs_to_a_placeholder() =>
        Assert.Empty(English.Concat(Chinese).Where(e => Sentence.Placeholder().Replace(e.Value, "").AsSpan().IndexOfAny('{', '}') >= 0).Select(e => e.Key));

    [Fact]
    public void Lists_have_as_many_items_in_both_languages() =>
        Assert.Empty(English.Where(e => e.Value.Count(c => c == '\n') != Chinese[e.Key].Count(c => c == '\n')).Select(e => e.Key));

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-TW")]
    [InlineData("zh")]
    public void Chinese_readers_get_chinese(string locale) =>
        Assert.Equal("批准", Words.For(CultureInfo.GetCultureInfo(locale))["Button_approve"]);

    [Theory]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    [InlineData("")]
    public void Everybody_else_gets_english(string locale) =>
        Assert.Equal("Approve", Words.For(CultureInfo.GetCultureInfo(locale))["Button_approve"]);

    [Fact]
    public void A_code_of_a_newer_backend_is_named_rather_than_hidden() =>
        Assert.Contains("brand-new", Words.For(CultureInfo.InvariantCulture).Plain(new Phrase("brand-new")), StringComparison.Ordinal);

    [Fact]
    public void What_people_typed_cannot_format_link_or_mention()
    {
        var said = Words.For(CultureInfo.InvariantCulture).Say(new Phrase(PhraseCodes.AppWillBeCreated, ("app", "**x** [y](http://z) <at>Alex</at> {{DATE(2020-01-01T00:00:00Z)}}")));

        Assert.Contains(@"\*\*x\*\* \[y\]\(http://z\) \<at\>Alex\</at\> \{\{DATE\(", said.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Instants_are_written_in_the_language_and_in_utc()
    {
        var phrase = new Phrase(PhraseCodes.SecretCollected, ("recipient", "Megan"), ("expires", "2027-05-21T23:30:00-02:00"));

        Assert.Contains("22 May 2027", Words.For(CultureInfo.GetCultureInfo("en-US")).Plain(phrase), StringComparison.Ordinal);
        Assert.Contains("2027年5月22日", Words.For(CultureInfo.GetCultureInfo("zh-CN")).Plain(phrase), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", Phrase.Soon, "I go on in a few seconds.")]
    [InlineData("en-US", "2026-11-22T18:04:00Z", "I go on at 18:04 UTC.")]
    [InlineData("zh-CN", Phrase.Soon, "将在几秒后继续。")]
    [InlineData("zh-CN", "2026-11-22T18:04:00Z", "将于 18:04 (UTC) 继续。")]
    public void A_wait_of_seconds_is_said_in_seconds(string locale, string until, string said) =>
        Assert.EndsWith(said, Words.For(CultureInfo.GetCultureInfo(locale)).Plain(new Phrase(PhraseCodes.WaitingForThrottling, ("until", until))), StringComparison.Ordinal);

    [Fact]
    public void One_day_is_not_one_days()
    {
        var words = Words.For(CultureInfo.InvariantCulture);
        Assert.EndsWith("in 1 day.", words.Plain(new Phrase(PhraseCodes.CheckSecretExpiresSoon, ("days", "1"), ("expires", "2027-05-21"))), StringComparison.Ordinal);
        Assert.EndsWith("in 2 days.", words.Plain(new Phrase(PhraseCodes.CheckSecretExpiresSoon, ("days", "2"), ("expires", "2027-05-21"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Roles_are_named_and_joined() =>
        Assert.EndsWith(
            "Global Administrator, Application Administrator or Cloud Application Administrator",
            Words.For(CultureInfo.InvariantCulture).Plain("Plan_Approvers", ("roles", string.Join(',', EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator, EntraRoles.CloudApplicationAdministrator))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void The_word_to_type_is_understood(string language)
    {
        foreach (var command in Enum.GetValues<Command>().Where(c => c is not Command.Unknown))
            Assert.Equal(command, CommandWords.Read(Words.For(CultureInfo.GetCultureInfo(language))["Word_" + command]));
    }

    private static IEnumerable<string> Needed()
    {
        foreach (var code in Constants(typeof(PhraseCodes)))
        {
            yield return "Phrase_" + code;
            if ((code.StartsWith("check-", StringComparison.Ordinal) || code.StartsWith("not-checked", StringComparison.Ordinal)) && !GoodFindings.Contains(code))
            {
                yield return "Meaning_" + code;
                yield return "Remedy_" + code;
            }
        }
        foreach (var code in Constants(typeof(ProblemCodes)).Where(c => c != ProblemCodes.TypePrefix))
            foreach (var part in new[] { "What", "Why", "Next" })
                yield return $"Problem_{code}_{part}";
        foreach (var verb in Constants(typeof(Verbs)))
            yield return "Button_" + verb;
        foreach (var command in Enum.GetValues<Command>().Where(c => c is not Command.Unknown))
            foreach (var part in new[] { "Word_", "Command_" })
                yield return part + command;
        foreach (var role in Constants(typeof(EntraRoles)))
            yield return "Role_" + role;
        foreach (var id in CheckIds.All)
            yield return $"Check_{id}_Title";
        foreach (var key in Names<StepKey>("Step_").Concat(Names<StepState>("StepState_")).Concat(Names<RunState>("RunState_"))
            .Concat(Names<CheckState>("CheckState_")).Concat(Names<PlanEffect>("Plan_")).Concat(Names<AuthenticationMethod>("Method_"))
            .Concat(Names<MarketoCheck>("Marketo_")).Concat(Names<MarketoCheck>("MarketoMeaning_")).Concat(Names<MarketoCheck>("MarketoRemedies_")))
            yield return key;
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    private static IEnumerable<string> Names<T>(string prefix) where T : struct, Enum => Enum.GetNames<T>().Select(n => prefix + n);

    private static IEnumerable<string> Placeholders(string text) =>
        Sentence.Placeholder().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">Two topics have the same key.</exception>
    private static Dictionary<string, string> Read(string language) =>
        Topics.All(language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language)).ToDictionary(StringComparer.Ordinal);
}
