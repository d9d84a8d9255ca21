using SmartCity.Benchmarks.Acting;
using SmartCity.Benchmarks.Counting;
using SmartCity.Benchmarks.Frame;
using SmartCity.Benchmarks.Law;
using SmartCity.Benchmarks.Proving;
using SmartCity.Benchmarks.Reading;
using SmartCity.Benchmarks.Resting;
using SmartCity.Benchmarks.Sharing;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Benchmarks;

/// <summary>The one list of all that is measured, in the order of the table.</summary>
internal static class Exercises
{
    public static IReadOnlyList<IExercise> All() =>
        [
            new ReadingProjects(DatabaseKind.Sqlite, 0.30, 0.40),
            new ReadingProjects(DatabaseKind.PostgreSql, 0.65, 0.40),
            new Commands(),
            new OutboxFlow(),
            new OtherInstance(),
            new StartAndRest(),
            new SharedRows(),
            new RecountedClocks(),
            new RuleEvaluation(),
            new WorkingDays(),
            new IdentifierChecks(),
            new Sequencing(),
            new WholeLog(),
            new InclusionProofs(),
            new AuthorityChecks(),
            new AuthorityFilter(),
        ];
}
