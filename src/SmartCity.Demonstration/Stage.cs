using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SmartCity.Demonstration;

/// <summary>
/// Where the tour plays: the service behind its address, the accounts that act, and the one who tells. Whatever a chapter
/// does goes through here, so that nothing happens untold.
/// </summary>
/// <param name="cancellation">Ends the tour between two requests.</param>
/// <param name="connect">Makes what an office sends its requests with; null for a plain client.</param>
public sealed class Stage(
    Uri service,
    IReadOnlyDictionary<string, DemonstrationAccount> accounts,
    Narrator narrator,
    CancellationToken cancellation,
    Func<HttpClient>? connect = null
) : IDisposable
{
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private const string LegalClock = "api/v1/regulation/legal-clock";

    private ConcurrentDictionary<string, Lazy<Task<Office>>> offices = [];
    private bool borrowed;
    private int keys;

    /// <summary>Every run makes objects of its own, so that the tour can be walked again on the same database.</summary>
    public string Run { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    /// <summary>The legal date, as the service told it last.</summary>
    public DateOnly Today { get; private set; }

    public CancellationToken Cancellation => cancellation;

    /// <summary>Asks the service for the legal date; every date of the tour is counted from it.</summary>
    public async Task StartAsync()
    {
        var clock = await ReadAsync("administrator", LegalClock);
        Today = DateOnly.Parse(clock["legalDate"]!.GetValue<string>(), CultureInfo.InvariantCulture);
    }

    public void Chapter(string title) => narrator.Chapter(title);

    public void Summarise() => narrator.Summarise();

    /// <summary>Lets the legal date pass to this day; possible in the demonstration only.</summary>
    public async Task PassTimeAsync(DateOnly to, string why)
    {
        var body = new JsonObject { ["to"] = to.ToString("O", CultureInfo.InvariantCulture) };
        await MakeAsync("administrator", $"把法定日期拨到 {to:O}：{why}", $"{LegalClock}/movements", body);
        await StartAsync();
    }

    public Guid UnitOf(string account) => accounts[account].Unit;

    public Guid AccountOf(string account) => accounts[account].Account;

    public string NameOf(string account) => accounts[account].Name;

    public string UnitNameOf(string account) => accounts[account].UnitName;

    public string CreditCodeOf(string account) => accounts[account].CreditCode;

    /// <summary>The date as the service writes it.</summary>
    public string Date(int daysFromToday = 0) =>
        Today.AddDays(daysFromToday).ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Makes something new.</summary>
    public async Task<Answer> MakeAsync(string account, string what, string path, JsonObject body)
    {
        var office = await AtAsync(account);
        var answer = await office.MakeAsync(path, body, $"tour-{Run}-{++keys}", cancellation);
        narrator.Tell(office.Account.Name, what, answer);
        return answer;
    }

    /// <summary>Acts on an object in the version that it has now, and tells how its state changed.</summary>
    public Task<Answer> ChangeAsync(string account, string what, string path, string act, JsonObject? body = null) =>
        ChangeAsync(account, what, HttpMethod.Post, path, act, body);

    /// <inheritdoc cref="ChangeAsync(string, string, string, string, JsonObject)"/>
    public async Task<Answer> ChangeAsync(
        string account,
        string what,
        HttpMethod method,
        string path,
        string act,
        JsonObject? body
    )
    {
        var (office, reader, before) = await LookFirstAsync(account, path);
        var answer = await office.ChangeAsync(method, $"{path}/{act}", body, before.Version, cancellation);
        narrator.Tell(office.Account.Name, what, answer, before, await reader.ReadAsync(path, cancellation));
        return answer;
    }

    /// <summary>Attaches a text file to an object in the version that it has now.</summary>
    public async Task<Answer> AttachAsync(
        string account,
        string what,
        string path,
        string act,
        string fileName,
        string text
    )
    {
        var (office, _, before) = await LookFirstAsync(account, path);
        var answer = await office.AttachAsync($"{path}/{act}", fileName, text, before.Version, cancellation);
        narrator.Tell(office.Account.Name, what, answer);
        return answer;
    }

    /// <summary>Sends one of the samples as a list, and tells what became of its rows.</summary>
    public async Task ImportAsync(string account, string what, string path, string sample)
    {
        var office = await AtAsync(account);
        var file = Path.Combine(AppContext.BaseDirectory, "Samples", sample);
        var answer = await office.ImportAsync(
            path,
            sample,
            await File.ReadAllBytesAsync(file, cancellation),
            cancellation
        );
        narrator.TellList(office.Account.Name, what, answer);
    }

    /// <summary>Has numbers checked, and tells each verdict with its reasons.</summary>
    public async Task CheckAsync(
        string account,
        string what,
        string path,
        IReadOnlyList<(string Kind, string Value)> numbers
    )
    {
        var office = await AtAsync(account);
        var body = new JsonArray([
            .. numbers.Select(number => new JsonObject { ["kind"] = number.Kind, ["value"] = number.Value }),
        ]);
        var answer = await office.AskAsync(path, body, cancellation);
        narrator.TellVerdicts(office.Account.Name, what, numbers, answer);
    }

    /// <summary>Sends a file to be looked at, and tells every reason against it.</summary>
    public async Task PreviewAsync(string account, string what, string path, string fileName, byte[] file)
    {
        var office = await AtAsync(account);
        narrator.TellPreview(office.Account.Name, what, await office.ImportAsync(path, fileName, file, cancellation));
    }

    /// <summary>Reads and tells what was read.</summary>
    public async Task<Answer> TellAsync(string account, string what, string path)
    {
        var office = await AtAsync(account);
        var answer = await office.ReadAsync(path, cancellation);
        narrator.Tell(office.Account.Name, what, answer);
        return answer;
    }

    /// <summary>Downloads a file and tells how many lines it has.</summary>
    public async Task DownloadAsync(string account, string what, string path)
    {
        var office = await AtAsync(account);
        narrator.Tell(office.Account.Name, what, await office.DownloadAsync(path, cancellation));
    }

    /// <summary>Reads without telling.</summary>
    public async Task<JsonNode> ReadAsync(string account, string path) =>
        (await (await AtAsync(account)).ReadAsync(path, cancellation)).Body;

    /// <summary>
    /// Reads until it is as awaited: what one module does, the next one learns a moment later.
    /// </summary>
    /// <exception cref="HttpRequestException">It did not become so in time.</exception>
    public async Task<JsonNode> AwaitAsync(string account, string path, Func<JsonNode, bool> isSo)
    {
        var office = await AtAsync(account);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(LongestWait);
        while (true)
        {
            var answer = await office.ReadAsync(path, cancellation);
            if (answer.IsAccepted && isSo(answer.Body))
            {
                return answer.Body;
            }

            try
            {
                await Task.Delay(BetweenLooks, deadline.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new HttpRequestException(
                    HttpRequestError.Unknown,
                    $"{path} did not become as awaited; last {(int)answer.Status}: {answer.Body.ToJsonString()}",
                    null,
                    HttpStatusCode.RequestTimeout
                );
            }
        }
    }

    /// <summary>The one item of a list, once there is one.</summary>
    public async Task<JsonNode> AwaitOneAsync(string account, string path) =>
        (await AwaitAsync(account, path, list => list["items"]!.AsArray().Count > 0))["items"]![0]!;

    /// <summary>
    /// The same offices in another run, with objects and a narrator of its own; runs may go on side by side. It ends with
    /// the stage it was taken from.
    /// </summary>
    public Stage Another(Narrator told) =>
        new(service, accounts, told, cancellation, connect)
        {
            offices = offices,
            borrowed = true,
            Today = Today,
        };

    public void Dispose()
    {
        if (borrowed)
        {
            return;
        }

        foreach (var office in offices.Values.Where(one => one is { IsValueCreated: true }).Select(one => one.Value))
        {
            if (office.IsCompletedSuccessfully)
            {
                office.GetAwaiter().GetResult().Dispose();
            }
        }
    }

    /// <summary>Signs in once, then keeps the token.</summary>
    public Task<Office> AtAsync(string account) =>
        offices
            .GetOrAdd(
                account,
                _ =>
                    new(() =>
                        Office.SignInAsync(
                            service,
                            accounts[account],
                            connect?.Invoke() ?? new() { Timeout = LongestRequest },
                            cancellation
                        )
                    )
            )
            .Value;

    // The state is read by one who may read nearly everything, so that the change can be told whoever acts.
    private async Task<(Office Office, Office Reader, Answer Before)> LookFirstAsync(string account, string path)
    {
        var office = await AtAsync(account);
        var reader = await AtAsync("informatization.officer");
        var before = await reader.ReadAsync(path, cancellation);
        return before.IsAccepted
            ? (office, reader, before)
            : (office, office, await office.ReadAsync(path, cancellation));
    }
}
