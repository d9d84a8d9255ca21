using System.Text.Json.Nodes;
using Npgsql;
using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.Benchmarks.Reading;

/// <summary>
/// The first fifty of the projects that a unit may read, among twenty thousand of five hundred units, against the first
/// fifty of all, which the informatization office may read: the same service, address and answer, with and without the
/// filter.
/// </summary>
internal sealed class AuthorityFilter : IExercise
{
    private const int Projects = 20_000;
    private const int Units = 500;
    private const int OfTheUnit = 60;
    private const string List = "/api/v1/approval/declarations?limit=50";

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Load = TimeSpan.FromSeconds(5);

    private static readonly Figure Rate = new(
        "authority-list",
        "list 50 projects under the authority filter, 20,000 of 500 units, PostgreSQL",
        "the same list for the office, which has no filter",
        Goal.AtLeast(0.80),
        "/s",
        ["SmartCity.Benchmarks/Reading/AuthorityFilter.cs"]
    );

    // Every unit has its like share, but for the one that asks: it has more than a page.
    private static readonly string[] Spread =
    [
        $"""
            WITH units AS (SELECT n, gen_random_uuid() AS id FROM generate_series(1, {Units - 1}) n),
              numbered AS (SELECT id, row_number() OVER (ORDER BY md5(id::text)) AS n FROM approval.declarations)
            UPDATE approval.declarations d SET lead_unit = units.id
            FROM numbered JOIN units ON units.n = numbered.n % {Units - 1} + 1
            WHERE d.id = numbered.id AND numbered.n > {OfTheUnit}
            """,
        "DELETE FROM approval.participations",
        "UPDATE approval.panel_departments SET unit = gen_random_uuid()",
    ];

    private Workbench workbench = null!;
    private HostProcess product = null!;
    private string ofTheUnit = "";
    private string ofTheOffice = "";

    public IReadOnlyList<Figure> Figures { get; } = [Rate];

    public async Task PrepareAsync(Workbench bench, CancellationToken cancellationToken)
    {
        workbench = bench;
        var database = await bench.NewDatabaseAsync(DatabaseKind.PostgreSql, cancellationToken);
        var folder = bench.NewFolder("filter");
        var models = await ModelProjects.DeclareAsync(bench, database, folder, cancellationToken);
        await ManyProjects.CopyAsync(database, models, Projects, cancellationToken);
        await SpreadAsync(database, cancellationToken);
        await Workbench.SettleAsync(database, cancellationToken);
        product = await bench.StartProductAsync(database, folder, cancellationToken);
        var accounts = await Workbench.AccountsAsync(folder, cancellationToken);
        ofTheUnit = await SignInAsync(accounts["health.officer"], cancellationToken);
        ofTheOffice = await SignInAsync(accounts["informatization.officer"], cancellationToken);
        foreach (var token in (string[])[ofTheUnit, ofTheOffice])
        {
            await DemandPageAsync(token, cancellationToken);
            await AskAsync(token, WarmUp, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken) =>
        [
            new(
                Rate,
                await AskAsync(ofTheUnit, Load, cancellationToken),
                await AskAsync(ofTheOffice, Load, cancellationToken)
            ),
        ];

    public async ValueTask DisposeAsync()
    {
        if (product is not null)
        {
            await product.DisposeAsync();
        }
    }

    private static async Task SpreadAsync(DatabaseChoice database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        foreach (var statement in Spread)
        {
#pragma warning disable CA2100 // the statements stand above
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task<string> SignInAsync(DemonstrationAccount account, CancellationToken cancellationToken)
    {
        var signIn = new PersonSignIn(product.Address);
        return (await signIn.SignInAsync(account.UserName, account.Password, cancellationToken)).AccessToken;
    }

    private Task<double> AskAsync(string token, TimeSpan duration, CancellationToken cancellationToken) =>
        Wrk.RunAsync(workbench, product.Address, [List], token, duration, cancellationToken);

    private async Task DemandPageAsync(string token, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = product.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var page = JsonNode.Parse(await client.GetStringAsync(new Uri(List, UriKind.Relative), cancellationToken))!;
        if (page["items"]!.AsArray() is not { Count: 50 } || page["next"] is null)
        {
            throw new InvalidOperationException($"No full page with more behind it: {page.ToJsonString()[..200]}");
        }
    }
}
