using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MarketoSetupBot.Backend.Halt;

internal sealed class HaltTable : IEntityTypeConfiguration<HaltOrder>
{
    public void Configure(EntityTypeBuilder<HaltOrder> builder)
    {
        builder.ToTable("halts");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Ignore(h => h.View);
        builder.HasIndex(h => h.InForce).IsUnique();
    }
}
