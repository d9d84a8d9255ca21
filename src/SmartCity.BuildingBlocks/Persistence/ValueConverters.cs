using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>A strong id is stored as its plain UUID.</summary>
internal sealed class StrongIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Convert(value))
    where TId : struct, IStrongId<TId>
{
    private static TId Convert(Guid value) => TId.From(value);
}

/// <summary>SQLite has no instant of its own: UTC ticks keep order and comparison.</summary>
internal sealed class UtcTicksConverter()
    : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero)
    );
