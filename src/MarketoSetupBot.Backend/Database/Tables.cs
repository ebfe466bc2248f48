using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Events;
using MarketoSetupBot.Backend.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MarketoSetupBot.Backend.Database;

internal sealed class ConnectionTable : IEntityTypeConfiguration<Connection>
{
    public void Configure(EntityTypeBuilder<Connection> builder)
    {
        builder.ToTable("connections");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.TenantId, c.OrganisationHost }).IsUnique();
        builder.HasMany(c => c.Secrets).WithOne().HasForeignKey("ConnectionId").IsRequired();
        builder.Navigation(c => c.Secrets).AutoInclude();
        builder.OwnsOne(c => c.HashSync);
    }
}

internal sealed class SecretTable : IEntityTypeConfiguration<IssuedSecret>
{
    public void Configure(EntityTypeBuilder<IssuedSecret> builder)
    {
        builder.ToTable("secrets");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.IsOut);
        builder.HasIndex(s => s.SweepAt);
    }
}

internal sealed class RunTable : IEntityTypeConfiguration<Run>
{
    public void Configure(EntityTypeBuilder<Run> builder)
    {
        builder.ToTable("runs");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne<Connection>().WithMany().HasForeignKey(r => r.ConnectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.OpenConnectionId).IsUnique();
        builder.HasIndex(r => r.DueAt);
        builder.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.RunId);
        builder.HasMany(r => r.Notices).WithOne().HasForeignKey(n => n.RunId);
        builder.Navigation(r => r.Steps).AutoInclude();
        builder.Navigation(r => r.Notices).AutoInclude();
    }
}

internal sealed class StepTable : IEntityTypeConfiguration<RunStep>
{
    public void Configure(EntityTypeBuilder<RunStep> builder)
    {
        builder.ToTable("steps");
        builder.HasKey(s => new { s.RunId, s.Key });
        builder.Property(s => s.Key).ValueGeneratedNever();
    }
}

internal sealed class NoticeTable : IEntityTypeConfiguration<RunNotice>
{
    public void Configure(EntityTypeBuilder<RunNotice> builder)
    {
        builder.ToTable("notices");
        builder.HasKey(n => new { n.RunId, n.Number });
        builder.Property(n => n.Number).ValueGeneratedNever();
    }
}

internal sealed class HandledRequestTable : IEntityTypeConfiguration<HandledRequest>
{
    public void Configure(EntityTypeBuilder<HandledRequest> builder)
    {
        builder.ToTable("handled_requests");
        builder.HasKey(h => new { h.PersonId, h.Act, h.Key });
        builder.HasIndex(h => h.At);
    }
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxEntry>
{
    public void Configure(EntityTypeBuilder<OutboxEntry> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(o => o.RunId);
        builder.Property(o => o.RunId).ValueGeneratedNever();
        builder.HasIndex(o => o.DueAt);
    }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.At);
        builder.HasIndex(a => a.Number).IsUnique();
        builder.HasIndex(a => new { a.Target, a.RunVersion });
    }
}

internal sealed class AuditHeadTable : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("audit_heads");
        builder.Property(h => h.Id).ValueGeneratedNever();
    }
}
