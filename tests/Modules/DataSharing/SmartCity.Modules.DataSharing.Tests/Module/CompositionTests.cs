using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using SmartCity.Modules.DataSharing.Application;
using SmartCity.Modules.DataSharing.Infrastructure;

namespace SmartCity.Modules.DataSharing.Tests.Module;

public sealed class CompositionTests
{
    [Fact]
    public void Profile_WhenChecked_ThenEveryMemberOfEveryListIsFilled() =>
        new MapperConfiguration(
            mapping => mapping.AddProfile<DataSharingProfile>(),
            NullLoggerFactory.Instance
        ).AssertConfigurationIsValid();

    [Fact]
    public void Migrations_WhenComparedWithTheModel_ThenNothingIsPendingOnAnyDatabase()
    {
        using var sqlite = new SqliteDataSharingDbFactory().CreateDbContext([]);
        using var postgres = new PostgresDataSharingDbFactory().CreateDbContext([]);
        using var server = new SqlServerDataSharingDbFactory().CreateDbContext([]);

        DbContext[] contexts = [sqlite, postgres, server];

        contexts.ShouldAllBe(context => !context.Database.HasPendingModelChanges());
        contexts.ShouldAllBe(context => context.GetService<IMigrationsAssembly>().Migrations.Count > 0);
    }
}
