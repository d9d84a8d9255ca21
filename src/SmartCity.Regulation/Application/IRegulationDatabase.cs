using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Domain.Calendars;
using SmartCity.Regulation.Domain.LegalClocks;

namespace SmartCity.Regulation.Application;

/// <summary>The kernel's database as its use cases see it.</summary>
internal interface IRegulationDatabase : IModuleStore
{
    DbSet<LegalClock> LegalClocks { get; }

    DbSet<CalendarNotice> CalendarNotices { get; }
}
