using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.EndToEndTests.Fuzzing;
using SmartCity.EndToEndTests.Host;
using SmartCity.EndToEndTests.Line;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.EndToEndTests.Access;

/// <summary>
/// Every address of the API, asked by an account of every role and by nobody: who is not competent by the authority tables
/// is told so before anything else is looked at, and who is competent never is. Which address sends which request, the page
/// says that is published (<c>docs/regulation/authority.md</c>); so the page is held to what the service answers.
/// </summary>
public sealed partial class EveryAddressTests
{
    private const int MembersAtOnce = 4;

    // Nothing but the form of a file, the same for everybody: no request is sent for it.
    private static readonly string[] ForAllWhoSignIn = ["GET /api/v1/approval/declaration-imports/template"];

    private static readonly string[] CodesOfTheTables = ["WRONG_AUTHORITY", "READ_ONLY_ROLE", "OUT_OF_JURISDICTION"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryAddress_WhenAskedByEveryRole_ThenAnsweredAsTheAuthorityTablesSay()
    {
        var watch = Stopwatch.StartNew();
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        var cast = await Cast.AssembleAsync(service);
        cast.Select(member => member.Actor.Role).ToHashSet().SetEquals(RolesOfPeople()).ShouldBeTrue();
        var document = new ApiDocument(JsonElement.Parse(await Repository.ReadAsync("docs/api/v1.json")));
        var sentTo = await SentToAsync(service);
        using var fuzzer = new Fuzzer(
            service.Address,
            document,
            cast.ToDictionary(member => member.UserName, member => member.Token),
            new(Seed: 1, Attempts: 0)
        );
        var attempts = await AttemptsAsync(document);
        var faults = new ConcurrentBag<string>();
        var told = new ConcurrentDictionary<string, int>();

        await Parallel.ForEachAsync(
            cast,
            new ParallelOptions { MaxDegreeOfParallelism = MembersAtOnce, CancellationToken = Cancellation },
            async (member, stop) =>
            {
                foreach (var attempt in attempts.Where(one => one.Operation.NeedsSignIn))
                {
                    var refusals = RefusalsOf(sentTo[attempt.Operation.ToString()], member.Actor);
                    var sent = ForMember(attempt, member, isCompetent: refusals.Count == 0);
                    var answer = await fuzzer.SendAsync(sent, stop);
                    told.AddOrUpdate(refusals.Count == 0 ? "may" : "may not", 1, (_, times) => times + 1);
                    if (FaultOf(refusals, answer) is { } fault)
                    {
                        faults.Add($"{attempt.Operation} by {member}: {fault}\n  {answer.Text}");
                    }
                }
            }
        );
        foreach (var attempt in attempts)
        {
            var answer = await fuzzer.SendAsync(attempt with { Actor = null }, Cancellation);
            if ((answer.Status == HttpStatusCode.Unauthorized) != attempt.Operation.NeedsSignIn)
            {
                faults.Add($"{attempt.Operation} by nobody: {(int)answer.Status}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{attempts.Count} operations, {cast.Count} accounts; {told.GetValueOrDefault("may")} requests of those who may, {told.GetValueOrDefault("may not")} of those who may not; {watch.Elapsed.TotalSeconds:0} s"
        );
        string.Join('\n', faults.Order(StringComparer.Ordinal)).ShouldBeEmpty();
        told["may"].ShouldBeGreaterThan(2_000);
        told["may not"].ShouldBeGreaterThan(1_500);
    }

    [Fact]
    public async Task Addresses_WhenComparedWithThePage_ThenEachIsOnItAndNoneBeside()
    {
        var document = new ApiDocument(JsonElement.Parse(await Repository.ReadAsync("docs/api/v1.json")));

        var described = document.Operations.Where(one => one.NeedsSignIn).Select(one => one.ToString());

        described.ShouldBe(
            (await NamesByAddressAsync()).Select(one => one.Key).Concat(ForAllWhoSignIn),
            ignoreOrder: true
        );
    }

    private static HashSet<string> RolesOfPeople() =>
        [
            .. typeof(Roles)
                .GetFields()
                .Where(field => field.IsLiteral)
                .Select(field => (string)field.GetRawConstantValue()!),
        ];

    /// <summary>One request for each operation, as documented, on objects that are not there.</summary>
    private static async Task<List<Attempt>> AttemptsAsync(ApiDocument document)
    {
        var maker = new AttemptMaker(document, new KnownIds(), (_, _) => Task.FromResult<string?>(null));
        var attempts = new List<Attempt>();
        foreach (var operation in document.Operations)
        {
            var chance = Chance.For(seed: 1, operation.ToString());
            attempts.Add(await maker.AsDocumentedAsync(operation, "", chance));
        }

        return attempts;
    }

    // What needs no object would be done if the competent asked for it; he asks whether he might.
    private static Attempt ForMember(Attempt attempt, CastMember member, bool isCompetent)
    {
        var own = attempt with { Actor = member.UserName };
        return isCompetent && AttemptMaker.HasDryRun(own.Operation) && !own.Operation.In("path").Any()
            ? AttemptMaker.AsDryRun(own)
            : own;
    }

    /// <summary>Why the tables let him not send all that the address sends; nothing where they let him.</summary>
    private static HashSet<string> RefusalsOf(IEnumerable<Authority> sent, Actor actor) =>
        [.. sent.Select(authority => RefusalOf(authority, actor)).OfType<string>()];

    private static string? RefusalOf(Authority authority, Actor actor)
    {
        var acts =
            authority.Request.IsAssignableTo(typeof(ICommand))
            && !authority.Request.IsAssignableTo(typeof(IRecordsReading))
            && !authority.Request.IsAssignableTo(typeof(IKeepsOwnSignIn));
        return actor.ReadsOnly && acts ? "READ_ONLY_ROLE"
            : authority.Bar(actor) is { } bar ? bar.Code
            : authority.Roles.Count == 0 || authority.Roles.Contains(actor.Role) ? null
            : "WRONG_AUTHORITY";
    }

    private static string? FaultOf(HashSet<string> refusals, Answer answer)
    {
        var code = CodeOf(answer);
        if (refusals.Count > 0)
        {
            return answer.Status == HttpStatusCode.Forbidden && refusals.Contains(code ?? "")
                ? null
                : $"{(int)answer.Status} {code}, not 403 {string.Join(" or ", refusals)}";
        }

        return
            (int)answer.Status >= 500 || answer.Status == HttpStatusCode.Unauthorized || CodesOfTheTables.Contains(code)
            ? $"{(int)answer.Status} {code}, although he is competent"
            : null;
    }

    /// <summary>The code of a problem, or of the denial that a dry run tells.</summary>
    private static string? CodeOf(Answer answer)
    {
        if (answer.MediaType?.EndsWith("json", StringComparison.Ordinal) != true)
        {
            return null;
        }

        var body = JsonElement.Parse(answer.Body);
        if (body.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var at =
            body.TryGetProperty("denial", out var denial) && denial.ValueKind == JsonValueKind.Object ? denial : body;
        return at.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
            ? code.GetString()
            : null;
    }

    private static async Task<ILookup<string, Authority>> SentToAsync(DemonstrationService service)
    {
        var authorities = service.Authorities;
        return (await NamesByAddressAsync())
            .SelectMany(one => one.Select(name => (Address: one.Key, Authority: authorities[name])))
            .ToLookup(one => one.Address, one => one.Authority);
    }

    private static async Task<ILookup<string, string>> NamesByAddressAsync()
    {
        var page = await Repository.ReadAsync("docs/regulation/authority.md");
        return Row()
            .Matches(page)
            .SelectMany(row =>
                Address().Matches(row.Groups["addresses"].Value).Select(one => (one.Value, row.Groups["name"].Value))
            )
            .ToLookup(one => one.Item1, one => one.Item2);
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z.-]+)` \| \d+ \| [^|]+ \| (?<addresses>[^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?<=`)[A-Z]+ /[^`]+(?=`)")]
    private static partial Regex Address();
}
