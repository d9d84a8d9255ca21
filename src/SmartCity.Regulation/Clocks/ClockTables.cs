using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartCity.Regulation.Clocks;

/// <summary>The tables of a module that has statutory clocks.</summary>
public static class ClockTables
{
    private const string Clock = "ClockId";

    /// <summary>Maps the clocks into the module's own schema; called before the base model is made.</summary>
    public static void MapStatutoryClocks(this ModelBuilder model)
    {
        model.Entity<StatutoryClock>(MapClock);
        model.Entity<ClockSuspension>(MapSuspension);
        model.Entity<LadderRung>(MapRung);
    }

    private static void MapClock(EntityTypeBuilder<StatutoryClock> builder)
    {
        builder.ToTable("statutory_clocks").HasKey(clock => clock.Id);
        builder
            .Property(clock => clock.Id)
            .HasConversion(id => id.Value, value => StatutoryClockId.From(value))
            .ValueGeneratedNever();
        builder.Property(clock => clock.Number).HasMaxLength(StatutoryClock.NumberLength);
        builder.Property(clock => clock.Kind).HasMaxLength(ClockNames.LongestCode);
        builder.Property(clock => clock.ObjectType).HasMaxLength(64);
        builder.Property(clock => clock.ObjectId).HasMaxLength(100);
        builder.Property(clock => clock.EndedBecause).HasMaxLength(4000);
        builder.Property(clock => clock.Unit).HasConversion(unit => unit.Value, value => ClockUnit.From(value));
        builder
            .Property(clock => clock.Authority)
            .HasConversion(unit => unit!.Value.Value, value => ClockUnit.From(value));
        builder.HasIndex(clock => clock.Number).IsUnique();
        // The ladder, the board, the recount and the object's own acts each have their way in.
        builder.HasIndex(clock => new { clock.State, clock.NextRungOn });
        builder.HasIndex(clock => new { clock.DueOn, clock.Number });
        builder.HasIndex(clock => new { clock.State, clock.CalendarVersion });
        builder.HasIndex(clock => new { clock.ObjectId, clock.Kind });
        builder.HasMany(clock => clock.Suspensions).WithOne().HasForeignKey(Clock);
        builder.HasMany(clock => clock.Rungs).WithOne().HasForeignKey(Clock);
        builder.Navigation(clock => clock.Suspensions).AutoInclude();
        builder.Navigation(clock => clock.Rungs).AutoInclude();
    }

    private static void MapSuspension(EntityTypeBuilder<ClockSuspension> builder)
    {
        builder.ToTable("clock_suspensions");
        OfClock(builder);
        builder.HasKey(Clock, nameof(ClockSuspension.Number));
        builder.Property(suspension => suspension.Number).ValueGeneratedNever();
        builder.Property(suspension => suspension.Reason).HasMaxLength(4000);
    }

    // A rung of a clock is there once, and so it is raised once.
    private static void MapRung(EntityTypeBuilder<LadderRung> builder)
    {
        builder.ToTable("clock_rungs");
        OfClock(builder);
        builder.HasKey(Clock, nameof(LadderRung.DaysBefore));
        builder.Property(rung => rung.DaysBefore).ValueGeneratedNever();
        builder.Property(rung => rung.Notice).HasConversion(id => id!.Value.Value, value => RaisedNotice.From(value));
    }

    private static void OfClock<T>(EntityTypeBuilder<T> builder)
        where T : class =>
        builder.Property<StatutoryClockId>(Clock).HasConversion(id => id.Value, value => StatutoryClockId.From(value));
}
