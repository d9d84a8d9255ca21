using System.Diagnostics;
using System.Globalization;

namespace SmartCity.Benchmarks.Frame;

/// <summary>Several runs of one figure.</summary>
internal sealed record Outcome(Figure Figure, IReadOnlyList<Sample> Samples)
{
    public double Median => MedianOf(Samples.Select(sample => sample.Value));

    public double Least => Samples.Min(sample => sample.Value);

    public double Most => Samples.Max(sample => sample.Value);

    public double Product => MedianOf(Samples.Select(sample => sample.Product));

    public double? Baseline =>
        Samples[0].Baseline is null ? null : MedianOf(Samples.Select(sample => sample.Baseline!.Value));

    private static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

/// <summary>Runs exercises, each several times, and tells what they give as they go.</summary>
internal sealed class Runner(Workbench workbench, int runs, TextWriter output)
{
    /// <returns>What each of its figures gave; null where it broke off, which the output tells.</returns>
    public async Task<IReadOnlyList<Outcome>?> RunAsync(IExercise exercise, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", exercise.Figures.Select(figure => figure.Name));
        await output.WriteLineAsync($"{names} ...");
        try
        {
            await using (exercise)
            {
                return await MeasureAsync(exercise, cancellationToken);
            }
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // One that cannot be measured does not take the others with it.
            await output.WriteLineAsync($"  {names}: broken off. {fault}");
            return null;
        }
    }

    private async Task<IReadOnlyList<Outcome>> MeasureAsync(IExercise exercise, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        await exercise.PrepareAsync(workbench, cancellationToken);
        var samples = new List<Sample>();
        for (var run = 0; run < runs; run++)
        {
            foreach (var sample in await exercise.RunAsync(run, cancellationToken))
            {
                samples.Add(sample);
                await output.WriteLineAsync(Told(sample));
            }
        }

        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"  {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s")
        );
        return
        [
            .. exercise.Figures.Select(figure => new Outcome(
                figure,
                [.. samples.Where(sample => sample.Figure == figure)]
            )),
        ];
    }

    private static string Told(Sample sample) =>
        sample.Baseline is { } baseline
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"  {sample.Figure.Name}: {sample.Product:0.##} against {baseline:0.##} {sample.Figure.Unit} = {sample.Value:0.000}"
            )
            : string.Create(
                CultureInfo.InvariantCulture,
                $"  {sample.Figure.Name}: {sample.Product:0.##} {sample.Figure.Unit}"
            );
}
