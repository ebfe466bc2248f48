using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using MarketoSetupBot;
using MarketoSetupBot.Backend;

namespace Journeys.Published;

/// <summary>What only the demo may do is code in the demo: the published services neither reference it nor speak of it.</summary>
public sealed class DemoLiberties
{
    public static TheoryData<string> Services => [typeof(BotHost).Assembly.Location, typeof(BackendHost).Assembly.Location];

    [Theory]
    [MemberData(nameof(Services))]
    public void A_published_service_references_neither_sandbox_nor_demo(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToList();

        Assert.Contains("MarketoSetupBot.Contracts", references);
        Assert.DoesNotContain("MarketoSetupBot.Sandbox", references);
        Assert.DoesNotContain("MarketoSetupBot.Demo", references);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_published_service_asks_nowhere_whether_it_is_in_the_sandbox(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var literals = UserStrings(file.GetMetadataReader()).ToList();

        Assert.NotEmpty(literals);
        Assert.DoesNotContain(literals, text => text.Contains("sandbox", StringComparison.OrdinalIgnoreCase)
            || text.Contains("playground", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> UserStrings(MetadataReader metadata)
    {
        var handle = MetadataTokens.UserStringHandle(0);
        while (!(handle = metadata.GetNextHandle(handle)).IsNil) yield return metadata.GetUserString(handle);
    }
}
