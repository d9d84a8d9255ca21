using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// By the models of every module on every database: each table stands in the module's schema, no key leaves it, each root
/// has a version that guards it, each id is a strong one with a converter. The mechanisms' own tables and those that
/// libraries define have plain ids.
/// </summary>
public sealed class AR18TablesStayInTheirSchema
{
    // The one list of entities whose shape ASP.NET Core Identity and OpenIddict define.
    private static readonly string[] Foreign =
    [
        "Credential",
        "IdentityUserToken`1",
        "OpenIddictEntityFrameworkCoreApplication",
        "OpenIddictEntityFrameworkCoreAuthorization",
        "OpenIddictEntityFrameworkCoreScope",
        "OpenIddictEntityFrameworkCoreToken",
    ];

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.SqlServer)]
    public void Rule_WhenRunOverTheProduct_ThenHolds(DatabaseKind kind) => Rule(Subject.Product, kind).ShouldHold();

    [Fact]
    public void ForeignTables_WhenLookedFor_ThenEachIsThere() =>
        Foreign
            .Except(EntitiesOf(Subject.Product, DatabaseKind.Sqlite).Select(one => one.Entity.ClrType.Name))
            .ShouldBeEmpty();

    [Theory]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.SqlServer)]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins(DatabaseKind kind) =>
        Rule(Subject.Canaries, kind)
            .ShouldFindExactly(
                "Beta.Domain.AR18.Parcel",
                "Beta.Domain.AR18.StoredElsewhere",
                "Beta.Domain.AR18.KeyLeaves",
                "Beta.Domain.AR18.RawKey"
            );

    // SQLite has no schemas: there the convention puts each table under the module's prefix whatever it asked for.
    [Fact]
    public void Rule_WhenRunOverTheCanariesOnSqlite_ThenFindsWhatIsNoSchema() =>
        Rule(Subject.Canaries, DatabaseKind.Sqlite)
            .ShouldFindExactly("Beta.Domain.AR18.Parcel", "Beta.Domain.AR18.RawKey");

    private static Findings Rule(Subject subject, DatabaseKind kind)
    {
        var entities = EntitiesOf(subject, kind).ToList();
        var roots = entities.Where(one => IsRoot(one.Entity)).ToList();
        return Findings.Of(
            "AR18",
            subject,
            roots.Count > 0 ? entities.Select(one => one.Entity.Name) : [],
            ["another schema", "a key into it", "a root without version", "a raw id"],
            entities.SelectMany(one => OffencesOf(one.Schema, one.Entity, kind))
        );
    }

    private static IEnumerable<Offence> OffencesOf(string schema, IEntityType entity, DatabaseKind kind)
    {
        var name = entity.ClrType.FullName!;
        if (entity.GetTableName() is not { } table)
        {
            yield break;
        }

        if (!IsIn(schema, entity, kind))
        {
            yield return new(name, $"is stored in {entity.GetSchema()}.{table}");
        }

        foreach (var key in entity.GetForeignKeys().Where(key => !IsIn(schema, key.PrincipalEntityType, kind)))
        {
            yield return new(name, $"has a key into {key.PrincipalEntityType.GetSchema()}");
        }

        if (IsRoot(entity) && entity.FindProperty(nameof(AggregateRoot.Version)) is not { IsConcurrencyToken: true })
        {
            yield return new(name, "is a root that no version guards");
        }

        var isMechanism = entity.ClrType.Assembly == typeof(ModuleDbContext).Assembly;
        foreach (var property in entity.GetFlattenedProperties())
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsAssignableTo(typeof(IStrongId)) && property.GetTypeMapping().Converter is null)
            {
                yield return new(name, $"stores {property.Name} without a converter");
            }

            if (type == typeof(Guid) && !isMechanism && !Foreign.Contains(entity.ClrType.Name))
            {
                yield return new(name, $"stores {property.Name} as a raw id");
            }
        }
    }

    private static bool IsIn(string schema, IEntityType entity, DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite
            ? entity.GetTableName()!.StartsWith($"{schema}_", StringComparison.Ordinal)
            : entity.GetSchema() == schema;

    private static bool IsRoot(IEntityType entity) => entity.ClrType.IsAssignableTo(typeof(AggregateRoot));

    private static IEnumerable<(string Schema, IEntityType Entity)> EntitiesOf(Subject subject, DatabaseKind kind)
    {
        foreach (var module in subject.Modules.Where(module => module.Module.Database is not null))
        {
            using var context = Contexts.Of(module.Module, kind);
            foreach (var entity in context.Model.GetEntityTypes())
            {
                yield return (module.Module.Schema, entity);
            }
        }
    }
}
