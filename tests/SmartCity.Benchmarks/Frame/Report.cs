using System.Globalization;

namespace SmartCity.Benchmarks.Frame;

/// <summary>The table of figures, and its place in the document.</summary>
internal static class Report
{
    private const string Begin = "<!-- figures: written by build/bench.sh --write-docs -->";
    private const string End = "<!-- end of figures -->";

    private const string Head = """
        | figure | product | baseline | median | spread | goal | reached | date | source |
        |---|---|---|---|---|---|---|---|---|
        """;

    public static string TableOf(IEnumerable<Outcome> outcomes, DateOnly date) =>
        $"{Head}\n{string.Join('\n', outcomes.Select(outcome => Row(outcome, date)))}";

    /// <summary>
    /// Writes the rows into the document: rows of the same figures are replaced, the others stay as they were measured.
    /// </summary>
    /// <exception cref="InvalidDataException">The document has no place for them.</exception>
    public static async Task WriteAsync(
        string document,
        IReadOnlyList<Outcome> outcomes,
        IReadOnlyList<string> order,
        Machine machine,
        DateOnly date,
        CancellationToken cancellationToken
    )
    {
        var text = await File.ReadAllTextAsync(document, cancellationToken);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidDataException($"{document} has no place for the figures: '{Begin}' to '{End}'.");
        }

        var rows = text[begin..end]
            .Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .ToDictionary(NameIn);
        foreach (var outcome in outcomes)
        {
            rows[outcome.Figure.Name] = Row(outcome, date);
        }

        var sorted = order.Where(rows.ContainsKey).Select(name => rows[name]);
        var written = $"{Begin}\n{machine.Told(date)}\n\n{Head}\n{string.Join('\n', sorted)}\n";
        await File.WriteAllTextAsync(document, text[..begin] + written + text[end..], cancellationToken);
    }

    private static string Row(Outcome outcome, DateOnly date)
    {
        var figure = outcome.Figure;
        var reached = figure.Goal.IsReachedBy(outcome.Median) switch
        {
            true => "yes",
            false => "no",
            null => "-",
        };
        var unit = outcome.Baseline is null ? $" {figure.Unit}" : "";
        return $"| `{figure.Name}` {figure.Measures} | {Number(outcome.Product)} {figure.Unit} "
            + $"| {figure.Baseline}{(outcome.Baseline is { } baseline ? $": {Number(baseline)} {figure.Unit}" : "")} "
            + $"| {Number(outcome.Median)}{unit} | {Number(outcome.Least)}–{Number(outcome.Most)} "
            + $"| {figure.Goal}{(figure.Goal == Goal.Reported ? "" : unit)} | {reached} | {date:yyyy-MM-dd} "
            + $"| {string.Join(", ", figure.Sources.Select(Link))} |";
    }

    private static string Link(string source) =>
        $"[{Path.ChangeExtension(source, null)["SmartCity.Benchmarks".Length..].TrimStart('.', '/')}](../tests/{source})";

    private static string NameIn(string row) => row.Split('`')[1];

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 100 ? "#,##0" : "0.00", CultureInfo.InvariantCulture);
}
