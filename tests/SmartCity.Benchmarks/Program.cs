using System.Globalization;
using SmartCity.Benchmarks;
using SmartCity.Benchmarks.Frame;

#pragma warning disable RS0030 // a program's own entry: what it tells goes to the terminal, in the terminal's own time
var output = Console.Out;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
#pragma warning restore RS0030

// build/bench.sh tells where everything lies; the arguments are the user's own.
static string Given(string name) =>
    Environment.GetEnvironmentVariable(name)
    ?? throw new InvalidOperationException($"{name} is not set: start the figures with build/bench.sh.");

var runs = 3;
string? document = null;
var names = new List<string>();
for (var index = 0; index < args.Length; index++)
{
    switch (args[index])
    {
        case "--write-docs":
            document = Given("SMARTCITY_BENCH_DOCUMENT");
            break;
        case "--runs" when index + 1 < args.Length:
            runs = int.Parse(args[++index], CultureInfo.InvariantCulture);
            break;
        case "--list":
            foreach (var figure in Exercises.All().SelectMany(exercise => exercise.Figures))
            {
                output.WriteLine($"{figure.Name, -24} {figure.Measures} ({figure.Goal})");
            }

            return 0;
        default:
            names.Add(args[index]);
            break;
    }
}

var all = Exercises.All();
var order = all.SelectMany(exercise => exercise.Figures).Select(figure => figure.Name).ToList();
var unknown = names.Where(name => !order.Any(known => IsMeant(known, name))).ToList();
if (unknown.Count > 0)
{
    output.WriteLine($"No figure is called {string.Join(", ", unknown)}. There are: {string.Join(", ", order)}");
    return 2;
}

var chosen = all.Where(exercise =>
    names.Count == 0 || exercise.Figures.Any(figure => names.Exists(name => IsMeant(figure.Name, name)))
);
var workbench = new Workbench(
    Given("SMARTCITY_BENCH_PUBLISHED"),
    Given("SMARTCITY_BENCH_WORK"),
    Given("SMARTCITY_BENCH_POSTGRES"),
    output
);
var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
var machine = await Machine.LookAsync(workbench.PostgreSql, stop.Token);
var runner = new Runner(workbench, runs, output);
var outcomes = new List<Outcome>();
var broken = 0;
foreach (var exercise in chosen)
{
    if (await runner.RunAsync(exercise, stop.Token) is not { } measured)
    {
        broken++;
        continue;
    }

    outcomes.AddRange(measured);
    if (document is not null)
    {
        await Report.WriteAsync(document, measured, order, machine, today, stop.Token);
    }
}

output.WriteLine();
output.WriteLine(machine.Told(today));
output.WriteLine();
output.WriteLine(Report.TableOf(outcomes, today));
return broken == 0 ? 0 : 1;

// A name stands for itself and for all that begin with it: read-one for read-one-sqlite and read-one-postgresql.
static bool IsMeant(string figure, string name) =>
    figure == name || figure.StartsWith($"{name}-", StringComparison.Ordinal);
