using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MarketoSetupBot.Backend.Undo;

internal sealed class EffectTable : IEntityTypeConfiguration<Effect>
{
    public void Configure(EntityTypeBuilder<Effect> builder)
    {
        builder.ToTable("effects");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.RunId);
    }
}
