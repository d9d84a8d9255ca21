using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>SQLite has no schemas: the module's schema becomes the beginning of each table's name.</summary>
internal sealed class SchemaAsTablePrefix(string schema) : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context
    )
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table && !table.StartsWith($"{schema}_", StringComparison.Ordinal))
            {
                entity.SetTableName($"{schema}_{table}");
                entity.SetSchema(null);
            }
        }
    }
}
