using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using SmartCity.Modules.Operations.Application;
using SmartCity.Modules.Operations.Infrastructure;

namespace SmartCity.Modules.Operations.Tests.Module;

public sealed class CompositionTests
{
    [Fact]
    public void Profile_WhenChecked_ThenEveryMemberOfEveryListIsFilled() =>
        new MapperConfiguration(
            mapping => mapping.AddProfile<OperationsProfile>(),
            NullLoggerFactory.Instance
        ).AssertConfigurationIsValid();

    [Fact]
    public void Migrations_WhenComparedWithTheModel_ThenNothingIsPendingOnAnyDatabase()
    {
        using var sqlite = new SqliteOperationsDbFactory().CreateDbContext([]);
        using var postgres = new PostgresOperationsDbFactory().CreateDbContext([]);
        using var server = new SqlServerOperationsDbFactory().CreateDbContext([]);

        DbContext[] contexts = [sqlite, postgres, server];

        contexts.ShouldAllBe(context => !context.Database.HasPendingModelChanges());
        contexts.ShouldAllBe(context => context.GetService<IMigrationsAssembly>().Migrations.Count > 0);
    }
}
