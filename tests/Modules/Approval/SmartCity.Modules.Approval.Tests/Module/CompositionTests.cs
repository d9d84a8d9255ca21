using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using SmartCity.Modules.Approval.Application;
using SmartCity.Modules.Approval.Infrastructure;

namespace SmartCity.Modules.Approval.Tests.Module;

public sealed class CompositionTests
{
    [Fact]
    public void Profile_WhenChecked_ThenEveryMemberOfEveryListIsFilled() =>
        new MapperConfiguration(
            mapping => mapping.AddProfile<ApprovalProfile>(),
            NullLoggerFactory.Instance
        ).AssertConfigurationIsValid();

    [Fact]
    public void Migrations_WhenComparedWithTheModel_ThenNothingIsPendingOnAnyDatabase()
    {
        using var sqlite = new SqliteApprovalDbFactory().CreateDbContext([]);
        using var postgres = new PostgresApprovalDbFactory().CreateDbContext([]);
        using var server = new SqlServerApprovalDbFactory().CreateDbContext([]);

        DbContext[] contexts = [sqlite, postgres, server];

        contexts.ShouldAllBe(context => !context.Database.HasPendingModelChanges());
        contexts.ShouldAllBe(context => context.GetService<IMigrationsAssembly>().Migrations.Count > 0);
    }
}
