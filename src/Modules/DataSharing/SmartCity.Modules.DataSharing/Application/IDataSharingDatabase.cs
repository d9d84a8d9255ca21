using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Domain.Retrievals;

namespace SmartCity.Modules.DataSharing.Application;

/// <summary>The module's database as its use cases see it. A root is loaded with all that it holds.</summary>
internal interface IDataSharingDatabase : IModuleStore
{
    DbSet<Resource> Resources { get; }

    DbSet<Agreement> Agreements { get; }

    DbSet<Grant> Grants { get; }

    DbSet<Retrieval> Retrievals { get; }
}
