using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Domain.Retrievals;

namespace SmartCity.Modules.DataSharing.Infrastructure;

internal static class Columns
{
    internal const string Resource = "ResourceId";
    internal const string Grant = "GrantId";
    internal const int LongText = 4000;
    internal const int Hash = 64;

    /// <summary>A sheet, terms or the cells of a row as JSON.</summary>
    internal const int Document = 4 << 20;

    /// <summary>Stores a record as one JSON text; it is replaced as a whole and never changed in place.</summary>
    internal static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) =>
        property
            .HasMaxLength(Document)
            .HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                text => JsonSerializer.Deserialize<T>(text, Json.Options)!
            );
}

internal sealed class ResourceTable : IEntityTypeConfiguration<Resource>
{
    public void Configure(EntityTypeBuilder<Resource> builder)
    {
        builder.ToTable("resources").HasKey(resource => resource.Id);
        builder.Property(resource => resource.Id).ValueGeneratedNever();
        builder.Property(resource => resource.Number).HasMaxLength(Numbers.Length);
        builder.HasIndex(resource => resource.Number).IsUnique();
        builder.HasIndex(resource => new { resource.Provider, resource.Number });
        builder.Property(resource => resource.Sheet).AsJson();
        builder.Ignore(resource => resource.LastDataVersion);
        builder.Ignore(resource => resource.NextDataVersion);
        builder.HasMany(resource => resource.Recipients).WithOne().HasForeignKey(Columns.Resource);
        builder.HasMany(resource => resource.DataVersions).WithOne().HasForeignKey(Columns.Resource);
        builder.Navigation(resource => resource.Recipients).AutoInclude();
        builder.Navigation(resource => resource.DataVersions).AutoInclude();
    }
}

internal sealed class NamedRecipientTable : IEntityTypeConfiguration<NamedRecipient>
{
    public void Configure(EntityTypeBuilder<NamedRecipient> builder)
    {
        builder.ToTable("named_recipients");
        builder.Property<ResourceId>(Columns.Resource);
        builder.HasKey(Columns.Resource, nameof(NamedRecipient.Unit));
        builder.HasIndex(recipient => recipient.Unit);
    }
}

internal sealed class DataVersionTable : IEntityTypeConfiguration<DataVersion>
{
    public void Configure(EntityTypeBuilder<DataVersion> builder)
    {
        builder.ToTable("data_versions");
        builder.Property<ResourceId>(Columns.Resource);
        builder.HasKey(Columns.Resource, nameof(DataVersion.Number));
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Sha256).HasMaxLength(Columns.Hash);
    }
}

internal sealed class AgreementTable : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("agreements").HasKey(agreement => agreement.Id);
        builder.Property(agreement => agreement.Id).ValueGeneratedNever();
        builder.Property(agreement => agreement.Number).HasMaxLength(Numbers.Length);
        builder.HasIndex(agreement => agreement.Number).IsUnique();
        builder.HasIndex(agreement => new { agreement.Unit, agreement.Number });
        builder.Property(agreement => agreement.Terms).AsJson();
        builder.Property(agreement => agreement.EndedBecause).HasMaxLength(Columns.LongText);
        builder.Ignore(agreement => agreement.Standing);
    }
}

internal sealed class GrantTable : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("grants").HasKey(grant => grant.Id);
        builder.Property(grant => grant.Id).ValueGeneratedNever();
        builder.Property(grant => grant.Number).HasMaxLength(Numbers.Length);
        builder.HasIndex(grant => grant.Number).IsUnique();
        builder.HasIndex(grant => new { grant.Unit, grant.Number });
        builder.HasIndex(grant => new { grant.Provider, grant.Number });
        builder.HasIndex(grant => new { grant.Resource, grant.Number });
        builder.HasIndex(grant => grant.Agreement);
        builder.Property(grant => grant.Requested).AsJson();
        builder.Property(grant => grant.Granted).AsJson();
        builder.Property(grant => grant.ConsultedBecause).HasMaxLength(Columns.LongText);
        builder.Property(grant => grant.RefusedBecause).HasMaxLength(Columns.LongText);
        builder.Property(grant => grant.RevokedBecause).HasMaxLength(Columns.LongText);
        builder.Ignore(grant => grant.Standing);
        builder.HasMany(grant => grant.Notices).WithOne().HasForeignKey(Columns.Grant);
        builder.Navigation(grant => grant.Notices).AutoInclude();
    }
}

internal sealed class ProviderNoticeTable : IEntityTypeConfiguration<ProviderNotice>
{
    public void Configure(EntityTypeBuilder<ProviderNotice> builder)
    {
        builder.ToTable("provider_notices");
        builder.Property<GrantId>(Columns.Grant);
        builder.HasKey(Columns.Grant, nameof(ProviderNotice.Number));
        builder.Property(notice => notice.Number).ValueGeneratedNever();
        builder.HasIndex(notice => notice.Provider);
        // The reasons of a consultation, and the names around them.
        builder.Property(notice => notice.Text).HasMaxLength(Columns.Document);
    }
}

internal sealed class RetrievalTable : IEntityTypeConfiguration<Retrieval>
{
    public void Configure(EntityTypeBuilder<Retrieval> builder)
    {
        builder.ToTable("retrievals").HasKey(retrieval => retrieval.Id);
        builder.Property(retrieval => retrieval.Id).ValueGeneratedNever();
        builder.Property(retrieval => retrieval.Number).HasMaxLength(Numbers.Length);
        builder.HasIndex(retrieval => retrieval.Number).IsUnique();
        builder.HasIndex(retrieval => new { retrieval.Unit, retrieval.Number });
        builder.HasIndex(retrieval => new { retrieval.Provider, retrieval.Number });
        builder.HasIndex(retrieval => new { retrieval.Grant, retrieval.Number });
    }
}

/// <summary>
/// The one table of all rows of shared data. It stands in the model so that the migrations make it; nothing is ever read
/// or written through the model, see <see cref="RowStore"/>.
/// </summary>
internal sealed class ResourceRow
{
    public required ResourceId Resource { get; init; }

    public required int DataVersion { get; init; }

    public required long Number { get; init; }

    /// <summary>The cells as a JSON list of texts, in the order of the items.</summary>
    public required string Payload { get; init; }
}

internal sealed class ResourceRowTable : IEntityTypeConfiguration<ResourceRow>
{
    public void Configure(EntityTypeBuilder<ResourceRow> builder)
    {
        builder
            .ToTable("resource_rows")
            .HasKey(row => new
            {
                row.Resource,
                row.DataVersion,
                row.Number,
            });
        builder.Property(row => row.DataVersion).ValueGeneratedNever();
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.Payload).HasMaxLength(Columns.Document);
    }
}
