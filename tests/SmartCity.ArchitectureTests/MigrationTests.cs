using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.ArchitectureTests;

/// <summary>The migrations of each module for each database. No connection is opened.</summary>
public sealed class MigrationTests
{
    public static MatrixTheoryData<string, DatabaseKind> ContextsOfTheProduct { get; } =
        new(Stored().Select(module => module.Name), Enum.GetValues<DatabaseKind>());

    public static TheoryData<string> ModulesWithDatabase => [.. Stored().Select(module => module.Name)];

    [Theory]
    [MemberData(nameof(ContextsOfTheProduct))]
    public void Model_WhenComparedWithItsMigrations_ThenHasNoPendingChanges(string module, DatabaseKind kind)
    {
        using var context = ContextOf(module, kind);

        context.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(ContextsOfTheProduct))]
    public void Migrations_WhenRead_ThenNoneIsEmpty(string module, DatabaseKind kind)
    {
        using var context = ContextOf(module, kind);
        var migrations = context.GetService<IMigrationsAssembly>();

        migrations.Migrations.ShouldNotBeEmpty();
        migrations
            .Migrations.Where(one =>
                migrations.CreateMigration(one.Value, context.Database.ProviderName!).UpOperations.Count == 0
            )
            .Select(one => one.Key)
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ModulesWithDatabase))]
    public void Migrations_WhenComparedAcrossDatabases_ThenHaveTheSameNames(string module)
    {
        var names = Enum.GetValues<DatabaseKind>().ToDictionary(kind => kind, kind => NamesOf(module, kind));

        names[DatabaseKind.PostgreSql].ShouldBe(names[DatabaseKind.Sqlite]);
        names[DatabaseKind.SqlServer].ShouldBe(names[DatabaseKind.Sqlite]);
    }

    // It proves the syntax; the meaning is tried where a SQL Server is named.
    [Theory]
    [MemberData(nameof(ModulesWithDatabase))]
    public void Script_WhenMadeForSqlServer_ThenParses(string module)
    {
        using var context = ContextOf(module, DatabaseKind.SqlServer);
        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        var parsed = (TSqlScript)
            new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);

        errors.Select(error => $"line {error.Line}: {error.Message}").ShouldBeEmpty();
        parsed.Batches.ShouldNotBeEmpty();
    }

    [Fact]
    public void Parser_WhenAScriptIsBroken_ThenTellsIt()
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader("CREATE TABLE ("), out var errors);

        errors.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ContextsOfTheProduct))]
    public void Migrations_WhenTheyTakeAway_ThenTheirNamesSaySo(string module, DatabaseKind kind)
    {
        using var context = ContextOf(module, kind);
        var migrations = context.GetService<IMigrationsAssembly>();

        migrations
            .Migrations.Where(one => string.CompareOrdinal(one.Key, FirstRelease) > 0)
            .Where(one => !SaysSo(one.Key))
            .SelectMany(one =>
                Contracting(migrations.CreateMigration(one.Value, context.Database.ProviderName!).UpOperations)
                    .Select(operation => $"{one.Key}: {operation.GetType().Name}")
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Contracting_WhenOperationsAreExamined_ThenThoseThatAnOlderProgramFeelsAreFound()
    {
        MigrationOperation[] adding =
        [
            new CreateTableOperation { Name = "t" },
            new AddColumnOperation { Name = "c", IsNullable = true },
            new AddColumnOperation { Name = "c", DefaultValue = 0 },
            new CreateIndexOperation { Name = "i" },
        ];
        MigrationOperation[] takingAway =
        [
            new DropColumnOperation { Name = "c" },
            new DropTableOperation { Name = "t" },
            new RenameColumnOperation { Name = "c", NewName = "d" },
            new AlterColumnOperation { Name = "c" },
            new AddColumnOperation { Name = "c" },
            new CreateIndexOperation
            {
                Name = "i",
                IsUnique = true,
                Table = "t",
            },
        ];

        Contracting(adding).ShouldBeEmpty();
        Contracting(takingAway).ShouldBe(takingAway);
    }

    /// <summary>What was made before has no older program beside it.</summary>
    private const string FirstRelease = "20261201000000";

    private static bool SaysSo(string migration) =>
        migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..]
            .StartsWith("Contract", StringComparison.Ordinal);

    // What is new is no older program's business; what it knows must not become less, or stricter, or be called otherwise.
    private static IEnumerable<MigrationOperation> Contracting(IReadOnlyList<MigrationOperation> operations)
    {
        var made = operations.OfType<CreateTableOperation>().Select(table => (table.Schema, table.Name)).ToHashSet();
        return operations.Where(operation =>
            operation switch
            {
                CreateTableOperation or EnsureSchemaOperation or DropIndexOperation or InsertDataOperation => false,
                AddColumnOperation column => !column.IsNullable
                    && column.DefaultValue is null
                    && column.DefaultValueSql is null
                    && column.ComputedColumnSql is null,
                CreateIndexOperation index => index.IsUnique && !made.Contains((index.Schema, index.Table)),
                _ => true,
            }
        );
    }

    private static IEnumerable<ExaminedModule> Stored() =>
        Subject.Product.Modules.Where(module => module.Module.Database is not null);

    private static ModuleDbContext ContextOf(string module, DatabaseKind kind) =>
        Contexts.Of(Stored().Single(one => one.Name == module).Module, kind);

    // The time in front differs: the three were made one after another.
    private static List<string> NamesOf(string module, DatabaseKind kind)
    {
        using var context = ContextOf(module, kind);
        return
        [
            .. context.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]),
        ];
    }
}
