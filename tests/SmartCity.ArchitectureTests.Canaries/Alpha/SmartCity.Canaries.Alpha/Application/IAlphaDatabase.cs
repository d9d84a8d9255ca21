using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Canaries.Alpha.Domain.Permits;

namespace SmartCity.Canaries.Alpha.Application;

internal interface IAlphaDatabase : IModuleStore
{
    DbSet<Permit> Permits { get; }
}
