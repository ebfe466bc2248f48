using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>A test that runs twice: its offices stand on SQLite, then on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("MarketoSetupBot.Backend.Tests.World.DatabaseFacts", "MarketoSetupBot.Backend.Tests")]
public sealed class DatabaseFactAttribute : FactAttribute;

/// <summary>Makes two tests of one.</summary>
public sealed class DatabaseFacts(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
        => new[] { false, true }.Select(postgreSql => new DatabaseTestCase(
            messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, postgreSql));
}

/// <summary>One of the two.</summary>
public sealed class DatabaseTestCase : XunitTestCase
{
    private bool _postgreSql;

    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For the runner, which then deserialises.")]
    public DatabaseTestCase()
    {
    }

    public DatabaseTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, bool postgreSql)
        : base(messages, display, options, method)
        => _postgreSql = postgreSql;

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        TestDatabase.Choose(_postgreSql);
        return await base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
    }

    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue(nameof(_postgreSql), _postgreSql);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        _postgreSql = data.GetValue<bool>(nameof(_postgreSql));
        base.Deserialize(data);
    }

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName)
        => base.GetDisplayName(factAttribute, displayName) + (_postgreSql ? " on PostgreSQL" : " on SQLite");

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => _postgreSql ? TestDatabase.WhyNotPostgreSql : base.GetSkipReason(factAttribute);

    protected override string GetUniqueID() => $"{base.GetUniqueID()}{(_postgreSql ? "p" : "s")}";
}
