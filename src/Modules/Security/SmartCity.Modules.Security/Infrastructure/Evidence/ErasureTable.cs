using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Security.Domain.Evidence;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

internal sealed class ErasureTable : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("erasures").HasKey(erasure => erasure.Id);
        builder.Property(erasure => erasure.Id).ValueGeneratedNever();
        builder.Property(erasure => erasure.Schema).HasMaxLength(64);
        builder.Property(erasure => erasure.Law).HasMaxLength(InputRules.ShortText);
        builder.Property(erasure => erasure.DocumentNumber).HasMaxLength(InputRules.ShortText);
        builder.Property(erasure => erasure.Reason).HasMaxLength(InputRules.ShortText);
        builder.HasIndex(erasure => erasure.Entry).IsUnique();
        builder.HasIndex(erasure => erasure.State);
    }
}
