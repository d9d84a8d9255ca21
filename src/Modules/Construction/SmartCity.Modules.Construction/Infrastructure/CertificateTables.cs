using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Construction.Domain.Certificates;
using SmartCity.Modules.Construction.Domain.Contractors;

namespace SmartCity.Modules.Construction.Infrastructure;

internal sealed class CertificateKindTable : IEntityTypeConfiguration<RecognisedCertificateKind>
{
    public void Configure(EntityTypeBuilder<RecognisedCertificateKind> builder)
    {
        builder.ToTable("recognised_certificate_kinds").HasKey(kind => kind.Id);
        builder.Property(kind => kind.Id).ValueGeneratedNever();
        builder.HasIndex(kind => kind.Code).IsUnique();
        builder.Property(kind => kind.LegalBasis).HasMaxLength(Columns.LongText);
        builder.Property(kind => kind.RetiredBecause).HasMaxLength(Columns.LongText);
        builder.HasMany(kind => kind.Demands).WithOne().HasForeignKey(Columns.CertificateKind);
        builder.Navigation(kind => kind.Demands).AutoInclude();
    }
}

internal sealed class CertificateDemandTable : IEntityTypeConfiguration<CertificateDemand>
{
    public void Configure(EntityTypeBuilder<CertificateDemand> builder)
    {
        builder.ToTable("certificate_demands");
        builder.Property<CertificateKindId>(Columns.CertificateKind);
        builder.HasKey(Columns.CertificateKind, nameof(CertificateDemand.Kind));
    }
}

internal sealed class ContractorTable : IEntityTypeConfiguration<Contractor>
{
    public void Configure(EntityTypeBuilder<Contractor> builder)
    {
        builder.ToTable("contractors").HasKey(contractor => contractor.Id);
        builder.Property(contractor => contractor.Id).ValueGeneratedNever();
        // A unit is registered once.
        builder.HasIndex(contractor => contractor.Unit).IsUnique();
        builder.HasIndex(contractor => contractor.CreditCode).IsUnique();
        builder.HasMany(contractor => contractor.Certificates).WithOne().HasForeignKey(Columns.Contractor);
        builder.Navigation(contractor => contractor.Certificates).AutoInclude();
    }
}

internal sealed class CertificateTable : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("certificates").HasKey(certificate => certificate.Id);
        builder.Property(certificate => certificate.Id).ValueGeneratedNever();
        builder.Property<ContractorId>(Columns.Contractor);
        builder.Property(certificate => certificate.Evidence).HasMaxLength(Columns.LongText);
        builder.Property(certificate => certificate.StatusReason).HasMaxLength(Columns.LongText);
    }
}
