using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using SmartCity.Modules.Construction.Application;
using SmartCity.Modules.Construction.Infrastructure;

namespace SmartCity.Modules.Construction.Tests.Module;

public sealed class CompositionTests
{
    [Fact]
    public void Profile_WhenChecked_ThenEveryMemberOfEveryListIsFilled() =>
        new MapperConfiguration(
            mapping => mapping.AddProfile<ConstructionProfile>(),
            NullLoggerFactory.Instance
        ).AssertConfigurationIsValid();

    [Fact]
    public void Migrations_WhenComparedWithTheModel_ThenNothingIsPendingOnAnyDatabase()
    {
        using var sqlite = new SqliteConstructionDbFactory().CreateDbContext([]);
        using var postgres = new PostgresConstructionDbFactory().CreateDbContext([]);
        using var server = new SqlServerConstructionDbFactory().CreateDbContext([]);

        DbContext[] contexts = [sqlite, postgres, server];

        contexts.ShouldAllBe(context => !context.Database.HasPendingModelChanges());
        contexts.ShouldAllBe(context => context.GetService<IMigrationsAssembly>().Migrations.Count > 0);
    }
}
