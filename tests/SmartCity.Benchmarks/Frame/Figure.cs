using System.Globalization;

namespace SmartCity.Benchmarks.Frame;

/// <summary>One figure: what is compared with what, and what is to be reached.</summary>
/// <param name="Name">Its name on the command line, such as <c>read-one-sqlite</c>.</param>
/// <param name="Measures">What is measured, for the reader of the table.</param>
/// <param name="Baseline">What it is divided by, for the reader of the table; "-" where no bare way exists.</param>
/// <param name="Goal">What is to be reached.</param>
/// <param name="Unit">Of the product's and the baseline's own numbers, such as <c>/s</c>.</param>
/// <param name="Sources">What measures it and what it is compared with, as files below <c>tests/</c>.</param>
internal sealed record Figure(
    string Name,
    string Measures,
    string Baseline,
    Goal Goal,
    string Unit,
    IReadOnlyList<string> Sources
);

/// <summary>What one run gave.</summary>
/// <param name="Product">What the product reached, in the figure's unit.</param>
/// <param name="Baseline">What the baseline reached, in the same unit; null where there is none.</param>
internal sealed record Sample(Figure Figure, double Product, double? Baseline)
{
    /// <summary>The quotient that the goal speaks of; the product's own number where there is no baseline.</summary>
    public double Value => Baseline is { } baseline ? Product / baseline : Product;
}

/// <summary>What is to be reached, in the figure's quotient or, where it has no baseline, in its unit.</summary>
internal abstract record Goal
{
    public static Goal AtLeast(double value) => new Bound(value, IsLeast: true);

    public static Goal AtMost(double value) => new Bound(value, IsLeast: false);

    /// <summary>The figure is told and nothing is asked of it.</summary>
    public static Goal Reported { get; } = new NoGoal();

    /// <summary>Whether it is reached; null where nothing is asked.</summary>
    public abstract bool? IsReachedBy(double value);

    private sealed record Bound(double Value, bool IsLeast) : Goal
    {
        public override bool? IsReachedBy(double value) => IsLeast ? value >= Value : value <= Value;

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{(IsLeast ? '≥' : '≤')} {Value:#,##0.##}");
    }

    private sealed record NoGoal : Goal
    {
        public override bool? IsReachedBy(double value) => null;

        public override string ToString() => "reported";
    }
}

/// <summary>
/// One or several figures that the same load gives. It is prepared once, with a check that product and baseline give the
/// same answers, then run a few times.
/// </summary>
internal interface IExercise : IAsyncDisposable
{
    IReadOnlyList<Figure> Figures { get; }

    Task PrepareAsync(Workbench workbench, CancellationToken cancellationToken);

    /// <summary>Runs product and baseline once each, under the same conditions.</summary>
    /// <param name="run">From 0; whoever comes first can change with it.</param>
    Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken);
}

/// <summary>Product and baseline do not give the same: there is nothing to compare.</summary>
internal sealed class DifferentAnswersException(string what, string product, string baseline)
    : Exception($"{what}: product and baseline differ.{Difference(product, baseline)}")
{
    private const int Shown = 300;

    /// <exception cref="DifferentAnswersException">They are not the same.</exception>
    public static void Demand(string what, string product, string baseline)
    {
        if (product != baseline)
        {
            throw new DifferentAnswersException(what, product, baseline);
        }
    }

    private static string Difference(string product, string baseline)
    {
        var at = product.Zip(baseline).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"\nproduct, from character {at}: {From(product, at)}\nbaseline: {From(baseline, at)}";
    }

    private static string From(string text, int at) => text.Substring(at, Math.Min(Shown, text.Length - at));
}
