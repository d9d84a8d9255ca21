using Microsoft.AspNetCore.Http;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using Quartz;
using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// Application uses no ASP.NET, Quartz, EF Core provider or Relational, and nothing of Infrastructure. EF Core's own
/// abstractions are allowed, but for bulk changes: they pass by audit, outbox and version.
/// </summary>
public sealed class AR03ApplicationUsesNoAdapter
{
    private static readonly string[] Namespaces =
    [
        string.Join('.', typeof(HttpContext).Namespace!.Split('.')[..2]),
        typeof(IScheduler).Namespace!,
    ];

    // Relational shares its namespace with EF Core's abstractions, so these are told by assembly.
    private static readonly string[] Assemblies =
    [
        .. new[]
        {
            typeof(RelationalQueryableExtensions),
            typeof(SqliteDbContextOptionsBuilderExtensions),
            typeof(SqlServerDbContextOptionsExtensions),
            typeof(NpgsqlDbContextOptionsBuilder),
            typeof(SqliteConnection),
            typeof(SqlConnection),
            typeof(NpgsqlConnection),
        }.Select(type => type.Assembly.GetName().Name!),
    ];

    private static readonly string[] BulkChanges =
    [
        nameof(EntityFrameworkQueryableExtensions.ExecuteUpdateAsync),
        nameof(EntityFrameworkQueryableExtensions.ExecuteUpdate),
        nameof(EntityFrameworkQueryableExtensions.ExecuteDeleteAsync),
        nameof(EntityFrameworkQueryableExtensions.ExecuteDelete),
    ];

    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Application.AR03.UsesAspNetCore",
                "Alpha.Application.AR03.UsesQuartz",
                "Alpha.Application.AR03.UsesSqlite",
                "Alpha.Application.AR03.UsesNpgsql",
                "Alpha.Application.AR03.UsesSqlServer",
                "Alpha.Application.AR03.UsesRelational",
                "Alpha.Application.AR03.UsesExecuteDelete",
                "Alpha.Application.AR03.UsesInfrastructure"
            );

    private static Findings Rule(Subject subject)
    {
        var application = subject.Layer("Application");
        var infrastructure = subject.Layer("Infrastructure");
        var libraries = subject
            .UsesBy(application)
            .Where(use => Namespaces.Any(use.IsOfNamespace) || Assemblies.Any(use.IsOfAssembly))
            .Concat(subject.Uses(application, infrastructure))
            .Select(use => new Offence(use.By, $"uses {use.Used.FullName}"));
        var names = application.Select(type => type.FullName!).ToHashSet();
        var bulkChanges =
            from body in subject.Modules.SelectMany(module => Bodies.Of(module.Assembly))
            where names.Contains(body.Author)
            from call in body.Calls
            where
                BulkChanges.Contains(call.Name)
                && call.DeclaringType.FullName == typeof(EntityFrameworkQueryableExtensions).FullName
            select new Offence(body.Author, $"calls {call.Name}");
        return Findings.Of(
            "AR03",
            subject,
            application,
            [.. Namespaces, .. Assemblies, .. BulkChanges, .. infrastructure.Select(type => type.FullName!)],
            libraries.Concat(bulkChanges)
        );
    }
}
