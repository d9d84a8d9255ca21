using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.Regulation.Identifiers;

namespace SmartCity.Benchmarks.Law;

/// <summary>
/// A hundred thousand identifiers in one request, every tenth of them wrong. Its baseline is a minimal API that reads the
/// same JSON and writes it again.
/// </summary>
internal sealed class IdentifierChecks : IExercise
{
    private const int Many = 100_000;
    private const int Rounds = 10;

    // Enough for the runtime to have compiled what is used often as well as it can.
    private const int UnmeasuredRounds = 40;

    private const string Checks = "api/v1/regulation/identifier-checks";
    private const string Plain = "echo";

    private static readonly Figure Rate = new(
        "identifiers",
        "100,000 identifiers judged in one request, each verdict with its reasons",
        "minimal API that reads the same JSON and writes it again",
        Goal.AtLeast(0.50),
        "/s",
        ["SmartCity.Benchmarks/Law/IdentifierChecks.cs", "SmartCity.Benchmarks.Baseline/Echo.cs"]
    );

    private HostProcess product = null!;
    private HostProcess baseline = null!;
    private HttpClient judging = null!;
    private HttpClient echoing = null!;
    private byte[] request = [];

    public IReadOnlyList<Figure> Figures { get; } = [Rate];

    public async Task PrepareAsync(Workbench workbench, CancellationToken cancellationToken)
    {
        request = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, Many).Select(ItemOf))}]");
        var folder = workbench.NewFolder("identifiers");
        var database = await workbench.NewDatabaseAsync(DatabaseKind.Sqlite, cancellationToken);
        product = await workbench.StartProductAsync(database, folder, cancellationToken, "Demonstration");
        baseline = await workbench.StartBaselineAsync("baseline", new Dictionary<string, string?>(), cancellationToken);
        var account = (await Workbench.AccountsAsync(folder, cancellationToken))["health.officer"];
        var token = await new PersonSignIn(product.Address).SignInAsync(
            account.UserName,
            account.Password,
            cancellationToken
        );
        judging = new() { BaseAddress = product.Address };
        judging.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        echoing = new() { BaseAddress = baseline.Address };
        using var verdicts = JsonDocument.Parse(await SendAsync(judging, Checks, cancellationToken));
        using var same = JsonDocument.Parse(await SendAsync(echoing, Plain, cancellationToken));
        DifferentAnswersException.Demand(
            "lines",
            $"{verdicts.RootElement.GetArrayLength()}",
            $"{same.RootElement.GetArrayLength()}"
        );
        DifferentAnswersException.Demand(
            "valid ones",
            $"{verdicts.RootElement.EnumerateArray().Count(line => line.GetProperty("standing").GetString() == "valid")}",
            $"{Many * 9 / 10}"
        );
        await MeasureAsync(judging, Checks, UnmeasuredRounds, cancellationToken);
        await MeasureAsync(echoing, Plain, UnmeasuredRounds, cancellationToken);
    }

    public async Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken) =>
        [
            new(
                Rate,
                await MeasureAsync(judging, Checks, Rounds, cancellationToken),
                await MeasureAsync(echoing, Plain, Rounds, cancellationToken)
            ),
        ];

    public async ValueTask DisposeAsync()
    {
        judging.Dispose();
        echoing.Dispose();
        await product.DisposeAsync();
        await baseline.DisposeAsync();
    }

    private async Task<double> MeasureAsync(
        HttpClient client,
        string path,
        int rounds,
        CancellationToken cancellationToken
    )
    {
        var since = Stopwatch.GetTimestamp();
        for (var round = 0; round < rounds; round++)
        {
            await SendAsync(client, path, cancellationToken);
        }

        return (double)Many * rounds / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private async Task<byte[]> SendAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(request);
        content.Headers.ContentType = new("application/json");
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    // Credit codes by turns with organisation codes; the last character of every tenth is changed.
    private static string ItemOf(int index)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"MD{index:000000}");
        var organisation = body + OrganisationCode.CheckCharacter(body);
        var (kind, code) =
            index % 2 == 0
                ? ("organisationCode", organisation)
                : ("creditCode", $"91610402{organisation}{CreditCode.CheckCharacter($"91610402{organisation}")}");
        if (index % 10 == 0)
        {
            code = code[..^1] + (code[^1] == '0' ? '1' : '0');
        }

        return $$"""{"kind":"{{kind}}","value":"{{code}}"}""";
    }
}
