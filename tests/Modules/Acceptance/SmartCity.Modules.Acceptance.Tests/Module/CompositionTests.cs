using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using SmartCity.Modules.Acceptance.Application;
using SmartCity.Modules.Acceptance.Infrastructure;

namespace SmartCity.Modules.Acceptance.Tests.Module;

public sealed class CompositionTests
{
    [Fact]
    public void Profile_WhenChecked_ThenEveryMemberOfEveryListIsFilled() =>
        new MapperConfiguration(
            mapping => mapping.AddProfile<AcceptanceProfile>(),
            NullLoggerFactory.Instance
        ).AssertConfigurationIsValid();

    [Fact]
    public void Migrations_WhenComparedWithTheModel_ThenNothingIsPendingOnAnyDatabase()
    {
        using var sqlite = new SqliteAcceptanceDbFactory().CreateDbContext([]);
        using var postgres = new PostgresAcceptanceDbFactory().CreateDbContext([]);
        using var server = new SqlServerAcceptanceDbFactory().CreateDbContext([]);

        DbContext[] contexts = [sqlite, postgres, server];

        contexts.ShouldAllBe(context => !context.Database.HasPendingModelChanges());
        contexts.ShouldAllBe(context => context.GetService<IMigrationsAssembly>().Migrations.Count > 0);
    }
}
