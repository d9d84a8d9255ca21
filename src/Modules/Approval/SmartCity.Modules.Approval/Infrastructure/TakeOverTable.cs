using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.TakingOver;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Infrastructure;

internal sealed class TakeOverTable : IEntityTypeConfiguration<TakeOver>
{
    public void Configure(EntityTypeBuilder<TakeOver> builder)
    {
        builder.ToTable("take_overs");
        builder.Property<DeclarationId>(Columns.Declaration);
        builder.HasKey(Columns.Declaration);
        // One running project enters once: the database says so too.
        builder.HasIndex(one => new { one.LeadUnit, one.OfficeNumber }).IsUnique();
        builder.Money(one => one.ReviewedBudget, "reviewed_budget_fen");
        builder.Money(one => one.Reported, "reported_fen");
        builder.Money(one => one.Arranged, "arranged_fen");
        builder.Money(one => one.Paid, "paid_fen");
        builder.Ignore(one => one.ReviewPassedOn);
        builder.Ignore(one => one.RetentionPaid);
        AsJson(builder.Property(one => one.Project));
        AsJson(builder.Property(one => one.NotJudged));
    }

    private static void AsJson<T>(PropertyBuilder<T> property)
        where T : class =>
        property
            .HasMaxLength(Columns.Document)
            .HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                text => JsonSerializer.Deserialize<T>(text, Json.Options)!,
                // It is written once, so it has changed only where it is another object.
                new ValueComparer<T>(
                    (one, other) => ReferenceEquals(one, other),
                    value => value.GetHashCode(),
                    value => value
                )
            );
}
