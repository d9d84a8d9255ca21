using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>How long and with which seed; both can be set for long runs.</summary>
/// <param name="Attempts">Requests for each operation, beside those as documented and those that are always made.</param>
internal sealed record FuzzSettings(ulong Seed, int Attempts)
{
    private const ulong UsualSeed = 20260302;

    /// <summary>How many of the accounts send each request as documented; more, while none of them may.</summary>
    public int Accounts { get; init; } = int.MaxValue;

    /// <summary>The usual ones, or those of <c>SMARTCITY_FUZZ_SEED</c> and <c>SMARTCITY_FUZZ_COUNT</c>.</summary>
    public static FuzzSettings Read(int usualAttempts) =>
        new(Number("SMARTCITY_FUZZ_SEED") ?? UsualSeed, (int)(Number("SMARTCITY_FUZZ_COUNT") ?? (ulong)usualAttempts));

    private static ulong? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? ulong.Parse(text, CultureInfo.InvariantCulture)
            : null;
}

/// <summary>One thing that is wrong, with the first request that showed it.</summary>
internal sealed record Finding(string Operation, string Fault, string What, string Curl, string Answer)
{
    public override string ToString() => $"{Operation}: {Fault}\n  by {What}\n  {Curl}\n  {Answer}";
}

/// <summary>What a run sent and saw.</summary>
internal sealed class FuzzReport
{
    private readonly ConcurrentDictionary<(string Operation, string Fault), (Finding First, int Times)> findings =
        new();

    /// <summary>How often each operation answered each status.</summary>
    public ConcurrentDictionary<(string Operation, int Status), int> Seen { get; } = new();

    public int RefusedByTheServerItself => refusedByTheServerItself;

    public int Requests => Seen.Values.Sum() + refusedByTheServerItself;

    public IReadOnlyList<Finding> Findings =>
        [.. findings.Values.Select(one => one.First).OrderBy(one => one.Operation, StringComparer.Ordinal)];

    private int refusedByTheServerItself;

    public void Add(Finding finding) =>
        findings.AddOrUpdate(
            (finding.Operation, finding.Fault),
            (finding, 1),
            (_, before) => (before.First, before.Times + 1)
        );

    public void AddSeen(Operation operation, Answer answer)
    {
        if (AnswerCheck.IsRefusedByTheServerItself(answer))
        {
            Interlocked.Increment(ref refusedByTheServerItself);
            return;
        }

        Seen.AddOrUpdate((operation.ToString(), (int)answer.Status), 1, (_, times) => times + 1);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var ((_, _), (first, times)) in findings.OrderBy(one => one.Key.Operation, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{first}\n  {times} time(s)\n");
        }

        return text.ToString();
    }
}

/// <summary>Sends what the document suggests and compares each answer with what the document says.</summary>
/// <param name="tokens">The bearer tokens of the accounts that act, by account.</param>
internal sealed class Fuzzer(
    Uri service,
    ApiDocument document,
    IReadOnlyDictionary<string, string> tokens,
    FuzzSettings settings
) : IDisposable
{
    private const int OperationsAtOnce = 4;
    private const int IdsFollowed = 4;

    private readonly HttpClient client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        }
    )
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    private readonly AnswerCheck check = new(document);

    public KnownIds Ids { get; } = new();

    public FuzzReport Report { get; } = new();

    /// <summary>Fuzzes every operation that the filter admits.</summary>
    public async Task RunAsync(Func<Operation, bool> admits, CancellationToken cancellation)
    {
        await LearnIdsAsync(cancellation);
        // An act on accounts may close the one that the others are sent from, so these come last.
        foreach (var group in document.Operations.Where(admits).GroupBy(ActsOnAccounts).OrderBy(group => group.Key))
        {
            await Parallel.ForEachAsync(
                group,
                new ParallelOptions { MaxDegreeOfParallelism = OperationsAtOnce, CancellationToken = cancellation },
                async (operation, stop) => await FuzzAsync(operation, stop)
            );
        }
    }

    public void Dispose() => client.Dispose();

    private static bool ActsOnAccounts(Operation operation) =>
        operation.Method != "GET" && operation.Path.Contains("/security/", StringComparison.Ordinal);

    private async Task FuzzAsync(Operation operation, CancellationToken cancellation)
    {
        var chance = Chance.For(settings.Seed, operation.ToString());
        var maker = new AttemptMaker(document, Ids, VersionOfAsync);
        var competent = new List<string>();
        List<string> accounts = [.. tokens.Keys.Order(StringComparer.Ordinal).DefaultIfEmpty("")];
        var mayBeSent = false;
        foreach (var (asked, actor) in chance.Some(accounts, accounts.Count).Index())
        {
            if (mayBeSent && asked >= settings.Accounts)
            {
                break;
            }

            var attempt = await maker.AsDocumentedAsync(operation, actor, chance);
            var answer = await SendAndCheckAsync(attempt, cancellation);
            mayBeSent |= (int?)answer?.Status is not (401 or 403);
            if ((int?)answer?.Status is not (401 or 403 or 404))
            {
                competent.Add(actor);
            }
        }

        if (competent.Count == 0)
        {
            competent.AddRange(accounts);
        }

        foreach (
            var attempt in maker.Always(await maker.AsDocumentedAsync(operation, chance.Of(competent), chance), chance)
        )
        {
            await SendAndCheckAsync(attempt, cancellation);
        }

        for (var left = settings.Attempts; left > 0; )
        {
            // Ten changes of one request, then another request: an act that was accepted has changed its object.
            var asDocumented = await maker.AsDocumentedAsync(operation, chance.Of(competent), chance);
            var json = maker.JsonOf(operation, chance);
            if (json is not null)
            {
                asDocumented = AttemptMaker.WithJson(asDocumented, json.ToJsonString());
            }

            var some = chance.Some(maker.Sometimes(asDocumented, json, chance), Math.Min(left, 10)).ToList();
            foreach (var attempt in some)
            {
                await SendAndCheckAsync(attempt, cancellation);
            }

            left -= Math.Max(some.Count, 1);
        }
    }

    /// <summary>Sends, checks and keeps what is wrong.</summary>
    /// <returns>The answer, or null where none came.</returns>
    public async Task<Answer?> SendAndCheckAsync(Attempt attempt, CancellationToken cancellation)
    {
        try
        {
            var answer = await SendAsync(attempt, cancellation);
            Report.AddSeen(attempt.Operation, answer);
            foreach (var fault in check.FaultsOf(attempt, answer))
            {
                Add(attempt, fault, $"{(int)answer.Status} {answer.Text[..Math.Min(answer.Text.Length, 600)]}");
            }

            return answer;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(attempt, "no answer", fault.ToString()[..Math.Min(600, fault.ToString().Length)]);
            return null;
        }
    }

    private void Add(Attempt attempt, string fault, string answer) =>
        Report.Add(
            new(
                attempt.Operation.ToString(),
                fault,
                $"{attempt.Actor ?? "nobody"}: {attempt.What}",
                attempt.ToCurl(service),
                answer
            )
        );

    public async Task<Answer> SendAsync(Attempt attempt, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(attempt.Method),
            // A client mends addresses; these are sent as they are.
            new Uri(
                service.GetLeftPart(UriPartial.Authority) + attempt.Target,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            )
        );
        if (attempt.Body is not null)
        {
            request.Content = new ByteArrayContent(attempt.Body);
        }

        if (attempt.Actor is { Length: > 0 } actor)
        {
            request.Headers.Authorization = new("Bearer", tokens[actor]);
        }

        foreach (var (name, value) in attempt.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await client.SendAsync(request, cancellation);
        return new(
            response.StatusCode,
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(
                    header => header.Key,
                    header => string.Join(", ", header.Value),
                    StringComparer.OrdinalIgnoreCase
                ),
            await response.Content.ReadAsByteArrayAsync(cancellation)
        )
        {
            Cookies = response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [],
        };
    }

    private async Task<string?> VersionOfAsync(string path, string actor)
    {
        var reading = new Attempt(document.Operations[0], "", "GET", path, actor, []);
        return (await SendAsync(reading, CancellationToken.None)).Headers.GetValueOrDefault("ETag");
    }

    // What every account may see in the lists, and what stands in the objects themselves.
    private async Task LearnIdsAsync(CancellationToken cancellation)
    {
        var readers = document.Operations.Where(one => one.Method == "GET" && one.Answers.ContainsKey(200)).ToList();
        foreach (var actor in tokens.Keys.Order(StringComparer.Ordinal))
        {
            foreach (
                var list in readers.Where(one =>
                    !one.In("path").Any() && one.In("query").All(query => !query.IsRequired)
                )
            )
            {
                await LearnAsync(list, list.Path, actor, list.Path.Split('/')[^1], null, cancellation);
            }
        }

        foreach (var reader in readers.Where(one => one.In("path").Count() == 1 && one.Path.EndsWith('}')))
        {
            var list = reader.Path.Split('/')[^2];
            foreach (var known in Ids.Of(list).Take(IdsFollowed))
            {
                var path = reader.Path[..(reader.Path.LastIndexOf('/') + 1)] + known.Id;
                foreach (var actor in tokens.Keys.Order(StringComparer.Ordinal))
                {
                    if (await LearnAsync(reader, path, actor, list, known.Id, cancellation))
                    {
                        break;
                    }
                }
            }
        }
    }

    private async Task<bool> LearnAsync(
        Operation reader,
        string path,
        string actor,
        string list,
        string? within,
        CancellationToken cancellation
    )
    {
        var answer = await SendAsync(new(reader, "", "GET", path, actor, []), cancellation);
        if (answer.Status != HttpStatusCode.OK || answer.MediaType != "application/json")
        {
            return false;
        }

        Ids.Learn(JsonElement.Parse(answer.Body), list, within);
        return true;
    }
}
