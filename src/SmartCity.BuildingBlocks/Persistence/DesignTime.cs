using Microsoft.EntityFrameworkCore;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>The options under which migrations are made: the right provider, and no database behind it.</summary>
public static class DesignTime
{
    public static DbContextOptions<TContext> OptionsFor<TContext>(DatabaseKind kind, string schema)
        where TContext : ModuleDbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        var nowhere = kind == DatabaseKind.Sqlite ? "Data Source=design.db" : "Server=design";
        ModuleDbContextOptions.Configure(builder, new(kind, nowhere), schema);
        return builder.Options;
    }
}
