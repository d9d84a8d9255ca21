using SmartCity.Benchmarks.Frame;
using SmartCity.Benchmarks.Resting;

namespace SmartCity.Benchmarks;

/// <summary>The one list of all that is measured, in the order of the table.</summary>
internal static class Exercises
{
    public static IReadOnlyList<IExercise> All() => [new StartAndRest()];
}
