using System.Reflection;
using SmartCity.BuildingBlocks.Persistence;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace SmartCity.Testing;

/// <summary>
/// Runs a theory once on each kind of database, given as its first parameter. SQL Server is shown as skipped where none
/// is named; a missing PostgreSQL is a failure.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) => ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. Enum.GetValues<DatabaseKind>().Select(Row)]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private static TheoryDataRow<DatabaseKind> Row(DatabaseKind kind) =>
        kind == DatabaseKind.SqlServer && TestEnvironment.SqlServer is null
            ? new(kind) { Skip = $"{TestEnvironment.SqlServerVariable} is not set" }
            : new(kind);
}
