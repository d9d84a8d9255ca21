using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Application;
using SmartCity.Regulation.Domain.Calendars;
using SmartCity.Regulation.Domain.Enactments;
using SmartCity.Regulation.Domain.LegalClocks;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Infrastructure;

/// <summary>
/// What the kernel keeps: acts that change parameters, notices of days off, and how far the demonstration's legal date was
/// moved.
/// </summary>
internal abstract class RegulationDb(DbContextOptions options) : ModuleDbContext(options), IRegulationDatabase
{
    public const string SchemaName = "regulation";

    public override string Schema => SchemaName;

    public DbSet<LegalClock> LegalClocks => Set<LegalClock>();

    public DbSet<Enactment> Enactments => Set<Enactment>();

    public DbSet<CalendarNotice> CalendarNotices => Set<CalendarNotice>();
}

internal sealed class LegalClockTable : IEntityTypeConfiguration<LegalClock>
{
    public void Configure(EntityTypeBuilder<LegalClock> builder)
    {
        builder.ToTable("legal_clocks").HasKey(clock => clock.Id);
        builder.Property(clock => clock.Id).ValueGeneratedNever();
    }
}

internal sealed class EnactmentTable : IEntityTypeConfiguration<Enactment>
{
    internal const string Key = "EnactmentId";

    public void Configure(EntityTypeBuilder<Enactment> builder)
    {
        builder.ToTable("enactments").HasKey(enactment => enactment.Id);
        builder.Property(enactment => enactment.Id).ValueGeneratedNever();
        // Two that are registered at once: one of them hears that it came second.
        builder.HasIndex(enactment => enactment.Number).IsUnique();
        builder.HasIndex(enactment => new { enactment.Kind, enactment.DocumentNumber }).IsUnique();
        builder.Property(enactment => enactment.DocumentNumber).HasMaxLength(InputRules.ShortText);
        builder.Property(enactment => enactment.Title).HasMaxLength(InputRules.ShortText);
        builder.Property(enactment => enactment.Reason).HasMaxLength(InputRules.LongText);
        builder.Property(enactment => enactment.DocumentSha256).HasMaxLength(64);
        builder.OwnsOne(
            enactment => enactment.Reading,
            reading =>
            {
                reading.Property(one => one.Number).HasColumnName("reading_number").HasMaxLength(20);
                reading.PrimitiveCollection(one => one.Articles).HasColumnName("reading_articles").HasMaxLength(400);
                reading
                    .Property(one => one.Question)
                    .HasColumnName("reading_question")
                    .HasMaxLength(InputRules.LongText);
                reading.Property(one => one.Words).HasColumnName("reading_words").HasMaxLength(InputRules.LongText);
            }
        );
        builder.HasMany(enactment => enactment.Changes).WithOne().HasForeignKey(Key);
        builder.HasMany(enactment => enactment.Switches).WithOne().HasForeignKey(Key);
        builder.Navigation(enactment => enactment.Changes).AutoInclude();
        builder.Navigation(enactment => enactment.Switches).AutoInclude();
    }
}

internal sealed class ParameterChangeTable : IEntityTypeConfiguration<ParameterChange>
{
    public void Configure(EntityTypeBuilder<ParameterChange> builder)
    {
        builder.ToTable("parameter_changes");
        builder.Property<EnactmentId>(EnactmentTable.Key);
        builder.HasKey(EnactmentTable.Key, nameof(ParameterChange.Parameter));
        builder.HasIndex(change => change.Parameter);
        builder.Property(change => change.Parameter).HasMaxLength(100);
        builder.Property(change => change.Before).HasMaxLength(100);
        builder.Property(change => change.After).HasMaxLength(100);
    }
}

internal sealed class ControlSwitchTable : IEntityTypeConfiguration<ControlSwitch>
{
    public void Configure(EntityTypeBuilder<ControlSwitch> builder)
    {
        builder.ToTable("control_switches");
        builder.Property<EnactmentId>(EnactmentTable.Key);
        builder.HasKey(EnactmentTable.Key, nameof(ControlSwitch.Rule));
        builder.Property(one => one.Rule).HasMaxLength(100);
    }
}

internal sealed class CalendarNoticeTable : IEntityTypeConfiguration<CalendarNotice>
{
    public void Configure(EntityTypeBuilder<CalendarNotice> builder)
    {
        builder.ToTable("calendar_notices").HasKey(notice => notice.Id);
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.Number).HasMaxLength(InputRules.ShortText);
        builder.Property(notice => notice.Source).HasMaxLength(InputRules.ShortText);
        builder.Property(notice => notice.CorrectionReason).HasMaxLength(InputRules.LongText);
        builder.Property(notice => notice.FileSha256).HasMaxLength(64);
        builder.HasIndex(notice => notice.CalendarVersion).IsUnique();
        builder.HasMany(notice => notice.Days).WithOne().HasForeignKey(CalendarDayTable.Notice);
    }
}

internal sealed class CalendarDayTable : IEntityTypeConfiguration<CalendarDay>
{
    public const string Notice = "Notice";

    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.Property<CalendarNoticeId>(Notice);
        builder.ToTable("calendar_days").HasKey(Notice, nameof(CalendarDay.Date));
        builder.Property(day => day.Name).HasMaxLength(40);
    }
}
