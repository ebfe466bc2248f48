using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Events;
using MarketoSetupBot.Backend.Halt;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Backend.Validations;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Database;

/// <summary>What the backend stores. No table has room for the value of a secret.</summary>
public sealed class BackendContext(DbContextOptions<BackendContext> options) : DbContext(options)
{
    public DbSet<Connection> Connections => Set<Connection>();
    public DbSet<IssuedSecret> Secrets => Set<IssuedSecret>();
    public DbSet<Run> Runs => Set<Run>();
    public DbSet<Effect> Effects => Set<Effect>();
    public DbSet<HandledRequest> HandledRequests => Set<HandledRequest>();
    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<HaltOrder> Halts => Set<HaltOrder>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<ValidationRecord> Validations => Set<ValidationRecord>();
    public DbSet<MarketoReport> MarketoReports => Set<MarketoReport>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot order by DateTimeOffset: instants are UTC ticks everywhere.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<SecretFate>().HaveConversion<string>();
        configurationBuilder.Properties<AuthenticationMethod>().HaveConversion<string>();
        configurationBuilder.Properties<RunKind>().HaveConversion<string>();
        configurationBuilder.Properties<RunState>().HaveConversion<string>();
        configurationBuilder.Properties<StepKey>().HaveConversion<string>();
        configurationBuilder.Properties<StepState>().HaveConversion<string>();
        configurationBuilder.Properties<DeliveryState>().HaveConversion<string>();
        configurationBuilder.Properties<EffectKind>().HaveConversion<string>();
        configurationBuilder.Properties<IReadOnlyList<StepKey>>().HaveConversion<AsJson<IReadOnlyList<StepKey>>, SameInstance<IReadOnlyList<StepKey>>>();
        configurationBuilder.Properties<PersonView>().HaveConversion<AsJson<PersonView>, SameInstance<PersonView>>();
        configurationBuilder.Properties<DetailsView>().HaveConversion<AsJson<DetailsView>, SameInstance<DetailsView>>();
        configurationBuilder.Properties<PlanView>().HaveConversion<AsJson<PlanView>, SameInstance<PlanView>>();
        configurationBuilder.Properties<HandActView>().HaveConversion<AsJson<HandActView>, SameInstance<HandActView>>();
        configurationBuilder.Properties<HandClaim>().HaveConversion<AsJson<HandClaim>, SameInstance<HandClaim>>();
        configurationBuilder.Properties<Phrase>().HaveConversion<AsJson<Phrase>, SameInstance<Phrase>>();
        configurationBuilder.Properties<IReadOnlyList<string>>().HaveConversion<AsJson<IReadOnlyList<string>>, SameInstance<IReadOnlyList<string>>>();
        configurationBuilder.Properties<IReadOnlyList<PersonView>>().HaveConversion<AsJson<IReadOnlyList<PersonView>>, SameInstance<IReadOnlyList<PersonView>>>();
        configurationBuilder.Properties<IReadOnlyList<MarketoCheck>>().HaveConversion<AsJson<IReadOnlyList<MarketoCheck>>, SameInstance<IReadOnlyList<MarketoCheck>>>();
        configurationBuilder.Properties<IReadOnlyList<CheckView>>().HaveConversion<AsJson<IReadOnlyList<CheckView>>, SameInstance<IReadOnlyList<CheckView>>>();
        configurationBuilder.Properties<IReadOnlyList<KnownState>>().HaveConversion<AsJson<IReadOnlyList<KnownState>>, SameInstance<IReadOnlyList<KnownState>>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.ApplyConfigurationsFromAssembly(typeof(BackendContext).Assembly);
}
