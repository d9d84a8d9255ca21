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

/// <summary>Runs exercises one after the other, each several times, and tells what they give as they go.</summary>
internal sealed class Runner(Workbench workbench, int runs, TextWriter output)
{
    public async Task<IReadOnlyList<Outcome>> RunAsync(
        IEnumerable<IExercise> exercises,
        CancellationToken cancellationToken
    )
    {
        var outcomes = new List<Outcome>();
        foreach (var exercise in exercises)
        {
            await using (exercise)
            {
                outcomes.AddRange(await RunAsync(exercise, cancellationToken));
            }
        }

        return outcomes;
    }

    private async Task<IEnumerable<Outcome>> RunAsync(IExercise exercise, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"{string.Join(", ", exercise.Figures.Select(figure => figure.Name))} ...");
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

        return exercise.Figures.Select(figure => new Outcome(figure, [.. samples.Where(one => one.Figure == figure)]));
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
