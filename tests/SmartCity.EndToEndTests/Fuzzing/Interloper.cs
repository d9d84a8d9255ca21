using System.Net;
using System.Text.Json.Nodes;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>
/// Before each act of the tour it sends the same act, on the same object in the same state, with one thing changed; so
/// every handler is reached with bodies that fit but for that one thing.
/// </summary>
/// <param name="isDryRun">
/// True: the changed acts are dry runs, so the tour comes to its end and every act of it is changed. False: they are real,
/// and what is accepted is handed to the tour as the answer to its own act.
/// </param>
internal sealed class Interloper(ApiDocument document, Fuzzer fuzzer, FuzzSettings settings, bool isDryRun)
    : TourProxy(document)
{
    private readonly Chance chance = Chance.For(settings.Seed, isDryRun ? "dry tour" : "tour");

    /// <summary>How many changed acts were accepted; after the first, the tour may well come to an early end.</summary>
    public int Accepted { get; private set; }

    protected override async Task<Answer> AnswerAsync(
        Attempt own,
        Operation? operation,
        CancellationToken cancellationToken
    )
    {
        if (operation is { Method: not "GET" } && (!isDryRun || AttemptMaker.HasDryRun(operation)))
        {
            var isJson = own.Headers.Any(header =>
                header.Name == "Content-Type"
                && header.Value.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
            );
            var json = own.Body is { Length: > 0 } body && isJson ? JsonNode.Parse(body) : null;
            var maker = new AttemptMaker(Document, fuzzer.Ids, (_, _) => Task.FromResult<string?>(null));
            // All but those that are not this act at all: another address or method leaves the handler unreached.
            var changed = maker
                .Sometimes(own, json, chance)
                .Where(one => one.Method == own.Method && one.Target.Split('?')[0] == own.Target.Split('?')[0])
                .Where(one => !one.Target.Contains("dryRun", StringComparison.Ordinal))
                .ToList();
            foreach (var attempt in chance.Some(changed, settings.Attempts))
            {
                var answer = await fuzzer.SendAndCheckAsync(
                    isDryRun ? AttemptMaker.AsDryRun(attempt) : attempt,
                    cancellationToken
                );
                if (!isDryRun && answer is { Status: HttpStatusCode.OK or HttpStatusCode.Created })
                {
                    Accepted++;
                    return answer;
                }
            }
        }

        return await fuzzer.SendAsync(own, cancellationToken);
    }
}
