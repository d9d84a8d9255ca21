using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Application;
using SmartCity.Regulation.Domain.Calendars;
using SmartCity.Regulation.Domain.LegalClocks;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Infrastructure;

/// <summary>What the kernel keeps: notices of days off, and how far the demonstration's legal date was moved.</summary>
internal abstract class RegulationDb(DbContextOptions options) : ModuleDbContext(options), IRegulationDatabase
{
    public const string SchemaName = "regulation";

    public override string Schema => SchemaName;

    public DbSet<LegalClock> LegalClocks => Set<LegalClock>();

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
