using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Infrastructure;

internal sealed class RegistrationTable : IEntityTypeConfiguration<AssetRegistration>
{
    public void Configure(EntityTypeBuilder<AssetRegistration> builder)
    {
        builder.ToTable("asset_registrations").HasKey(registration => registration.Id);
        builder.Property(registration => registration.Id).ValueGeneratedNever();
        // One registration for one passed acceptance: the key says so too.
        builder.HasIndex(registration => new { registration.Declaration, registration.Pass }).IsUnique();
        builder.HasIndex(registration => registration.Number).IsUnique();
        builder.HasIndex(registration => new { registration.LeadUnit, registration.Number });
        builder.HasIndex(registration => new { registration.State, registration.DueOn });
        builder.Property(registration => registration.Number).HasMaxLength(AssetRegistration.NumberLength);
        builder.Property(registration => registration.VoidBecause).HasMaxLength(Columns.LongText);
        builder.Money(registration => registration.CapitalisedValue, "capitalised_value_fen");
        builder.Money(registration => registration.RegisteredValue, "registered_value_fen");
        builder.HasMany(registration => registration.Lines).WithOne().HasForeignKey(Columns.Registration);
        builder.Navigation(registration => registration.Lines).AutoInclude();
    }
}

internal sealed class RegistrationLineTable : IEntityTypeConfiguration<RegistrationLine>
{
    public void Configure(EntityTypeBuilder<RegistrationLine> builder)
    {
        builder.ToTable("registration_lines");
        builder.Property<AssetRegistrationId>(Columns.Registration);
        builder.HasKey(Columns.Registration, nameof(RegistrationLine.Contract), nameof(RegistrationLine.Number));
        builder.Property(line => line.Number).ValueGeneratedNever();
        builder.Ignore(line => line.NeedsCard);
        builder.Money(line => line.Amount, "amount_fen");
        builder.Money(line => line.Registered, "registered_fen");
    }
}
