using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Acceptance.Domain.Acceptances;

namespace SmartCity.Modules.Acceptance.Application;

/// <summary>The module's database as its use cases see it. A root is loaded with all that it holds.</summary>
internal interface IAcceptanceDatabase : IModuleStore
{
    DbSet<ProjectAcceptance> Acceptances { get; }
}
