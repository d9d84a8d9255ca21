using System.Text.Json;
using System.Text.Json.Nodes;
using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.Benchmarks.Reading;

/// <summary>
/// Reading one project and listing fifty, among twenty thousand, by the project officer of the unit that declares them:
/// against a minimal API with the same check of the same token and the same statements by raw ADO.NET
/// (<c>tests/SmartCity.Benchmarks.Baseline</c>), which answers the same bytes.
/// </summary>
internal sealed class ReadingProjects : IExercise
{
    private const int Projects = 20_000;
    private const int Asked = 1_000;
    private const int Compared = 25;
    private const string State = "ReportedToFinance";
    private const string Reader = "health.officer";

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Load = TimeSpan.FromSeconds(5);

    private readonly DatabaseKind kind;
    private readonly Figure one;
    private readonly Figure list;

    private Workbench workbench = null!;
    private HostProcess product = null!;
    private HostProcess baseline = null!;
    private string token = null!;
    private string[] productOne = null!;
    private string[] baselineOne = null!;

    public ReadingProjects(DatabaseKind kind, double oneToReach, double listToReach)
    {
        this.kind = kind;
        var (name, title) = kind == DatabaseKind.Sqlite ? ("sqlite", "SQLite") : ("postgresql", "PostgreSQL");
        string[] sources =
        [
            "SmartCity.Benchmarks/Reading/ReadingProjects.cs",
            "SmartCity.Benchmarks.Baseline/Program.cs",
            kind == DatabaseKind.Sqlite
                ? "SmartCity.Benchmarks.Baseline/SqliteDeclarations.cs"
                : "SmartCity.Benchmarks.Baseline/PostgreSqlDeclarations.cs",
        ];
        one = new(
            $"read-one-{name}",
            $"read one project with its bearer check, {title}",
            "minimal API, the same check, raw ADO.NET",
            Goal.AtLeast(oneToReach),
            "/s",
            sources
        );
        list = new(
            $"list-{name}",
            $"list 50 projects by state, 20,000 in the table, {title}",
            "minimal API, the same check, the same SQL by raw ADO.NET",
            Goal.AtLeast(listToReach),
            "/s",
            sources
        );
        Figures = [one, list];
    }

    public IReadOnlyList<Figure> Figures { get; }

    private static string[] ProductList => [$"/api/v1/approval/declarations?state={Word(State)}&limit=50"];

    private static string[] BaselineList => [$"/declarations?state={State}"];

    public async Task PrepareAsync(Workbench bench, CancellationToken cancellationToken)
    {
        workbench = bench;
        var database = await bench.NewDatabaseAsync(kind, cancellationToken);
        var folder = bench.NewFolder("reading");
        var models = await ModelProjects.DeclareAsync(bench, database, folder, cancellationToken);
        var ids = await ManyProjects.CopyAsync(database, models, Projects, cancellationToken);
        await Workbench.SettleAsync(database, cancellationToken);
        product = await bench.StartProductAsync(database, folder, cancellationToken);
        var accounts = await Workbench.AccountsAsync(folder, cancellationToken);
        token = (
            await new PersonSignIn(product.Address).SignInAsync(
                accounts[Reader].UserName,
                accounts[Reader].Password,
                cancellationToken
            )
        ).AccessToken;
        baseline = await bench.StartBaselineAsync(
            "baseline",
            new Dictionary<string, string?>
            {
                ["Database:Kind"] = kind.ToString(),
                ["Database:Connection"] = database.ConnectionString,
                ["Token:Keys"] = await PublishedKeysAsync(folder, cancellationToken),
                ["Token:Issuer"] = product.Address.ToString(),
                ["Token:Audience"] = "smartcity",
            },
            cancellationToken
        );
        // Spread over the whole table, so that every model's copies are among them.
        var asked = ids.Where((_, index) => index % (Projects / Asked) == index / (Projects / Asked) % 7).ToList();
        productOne = [.. asked.Select(id => $"/api/v1/approval/declarations/{id}")];
        baselineOne = [.. asked.Select(id => $"/declarations/{id}")];
        await CompareAsync(cancellationToken);
        foreach (var paths in (string[][])[productOne, ProductList])
        {
            await AskAsync(product, paths, WarmUp, cancellationToken);
        }

        foreach (var paths in (string[][])[baselineOne, BaselineList])
        {
            await AskAsync(baseline, paths, WarmUp, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken) =>
        [
            new(
                one,
                await AskAsync(product, productOne, Load, cancellationToken),
                await AskAsync(baseline, baselineOne, Load, cancellationToken)
            ),
            new(
                list,
                await AskAsync(product, ProductList, Load, cancellationToken),
                await AskAsync(baseline, BaselineList, Load, cancellationToken)
            ),
        ];

    public async ValueTask DisposeAsync()
    {
        if (product is not null)
        {
            await product.DisposeAsync();
        }

        if (baseline is not null)
        {
            await baseline.DisposeAsync();
        }
    }

    private Task<double> AskAsync(
        HostProcess host,
        string[] paths,
        TimeSpan duration,
        CancellationToken cancellationToken
    ) => Wrk.RunAsync(workbench, host.Address, paths, token, duration, cancellationToken);

    // What every system reads that checks the service's tokens.
    private async Task<string> PublishedKeysAsync(string folder, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = product.Address };
        var file = Path.Combine(folder, "published-keys.json");
        await File.WriteAllTextAsync(
            file,
            await client.GetStringAsync(new Uri(".well-known/jwks", UriKind.Relative), cancellationToken),
            cancellationToken
        );
        return file;
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var pairs = productOne.Zip(baselineOne).Take(Compared).Append((ProductList[0], BaselineList[0]));
        foreach (var (path, barePath) in pairs)
        {
            DifferentAnswersException.Demand(
                path,
                await client.GetStringAsync(new Uri(product.Address, path), cancellationToken),
                await client.GetStringAsync(new Uri(baseline.Address, barePath), cancellationToken)
            );
        }

        var page = JsonNode.Parse(
            await client.GetStringAsync(new Uri(product.Address, ProductList[0]), cancellationToken)
        )!;
        if (page["items"]!.AsArray().Count != 50)
        {
            throw new InvalidOperationException($"The list has {page["items"]!.AsArray().Count} projects, not 50.");
        }
    }

    private static string Word(string value) => JsonNamingPolicy.CamelCase.ConvertName(value);
}
