using MarketoSetupBot.Backend.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MarketoSetupBot.Backend.Validations;

internal sealed class ValidationTable : IEntityTypeConfiguration<ValidationRecord>
{
    public void Configure(EntityTypeBuilder<ValidationRecord> builder)
    {
        builder.ToTable("validations");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasOne<Connection>().WithMany().HasForeignKey(v => v.ConnectionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(v => new { v.ConnectionId, v.FinishedAt });
        builder.HasIndex(v => v.NewsDueAt);
    }
}

internal sealed class MarketoReportTable : IEntityTypeConfiguration<MarketoReport>
{
    public void Configure(EntityTypeBuilder<MarketoReport> builder)
    {
        builder.ToTable("marketo_reports");
        builder.HasKey(r => r.ConnectionId);
        builder.Property(r => r.ConnectionId).ValueGeneratedNever();
        builder.HasOne<Connection>().WithMany().HasForeignKey(r => r.ConnectionId).OnDelete(DeleteBehavior.Cascade);
    }
}
