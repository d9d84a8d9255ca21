using SmartCity.Benchmarks.Acting;
using SmartCity.Benchmarks.Frame;
using SmartCity.Benchmarks.Resting;
using SmartCity.Benchmarks.Sharing;

namespace SmartCity.Benchmarks;

/// <summary>The one list of all that is measured, in the order of the table.</summary>
internal static class Exercises
{
    public static IReadOnlyList<IExercise> All() =>
        [new Commands(), new OutboxFlow(), new OtherInstance(), new StartAndRest(), new SharedRows()];
}
