using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.ArchitectureTests.Examination;

/// <summary>The contexts of modules, made as the design-time factories make them: no connection is ever opened.</summary>
internal static class Contexts
{
    public static ModuleDbContext Of(IModule module, DatabaseKind kind)
    {
        var type = module.Database!.For(kind);
        var builder = (DbContextOptionsBuilder)
            Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        ModuleDbContextOptions.Configure(builder, new DatabaseChoice(kind, NeverOpened(kind)), module.Schema);
        return (ModuleDbContext)Activator.CreateInstance(type, builder.Options)!;
    }

    private static string NeverOpened(DatabaseKind kind) =>
        kind switch
        {
            DatabaseKind.Sqlite => "Data Source=never-opened.db",
            DatabaseKind.PostgreSql => "Host=never-opened",
            _ => "Server=never-opened",
        };
}
