using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Approval.Domain.Declarations;

namespace SmartCity.Modules.Approval.Infrastructure;

internal sealed class ImportedRowTable : IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<ImportedRow> builder)
    {
        builder.ToTable("imported_rows");
        // The same row twice: the key says no, whoever asks at the same time.
        builder.HasKey(row => new { row.LeadUnit, row.Key });
        builder.HasIndex(row => row.Declaration);
        builder.Property(row => row.Key).HasMaxLength(ImportedRow.LongestKey);
        builder.Property(row => row.ContentHash).HasMaxLength(Columns.Hash);
        builder.Property(row => row.FileSha256).HasMaxLength(Columns.Hash);
    }
}
