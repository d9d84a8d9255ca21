using System.Net;
using System.Text.Json;
using SmartCity.EndToEndTests.Fuzzing;
using SmartCity.EndToEndTests.Line;

namespace SmartCity.EndToEndTests.DryRuns;

/// <summary>What a dry run said, beside what the act itself was answered right after it.</summary>
internal sealed record Rehearsed(Operation Operation, Answer DryRun, Answer Act)
{
    public string Module => Operation.Path.Split('/')[3];

    public bool IsAccepted => Act.Status is HttpStatusCode.OK or HttpStatusCode.Created;

    public bool IsRefused => CodesOf(Read(Act), "violations").Length > 0;

    /// <summary>How the two differ, or null where they agree.</summary>
    public string? Difference()
    {
        var (dry, act) = (Read(DryRun), Read(Act));
        if (Act.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
        {
            return DryRun.Status == Act.Status && TextOf(dry, "code") == TextOf(act, "code") ? null : Told();
        }

        if (DryRun.Status != HttpStatusCode.OK || dry.GetProperty("allowed").GetBoolean() != IsAccepted)
        {
            return Told();
        }

        if (IsAccepted)
        {
            return null;
        }

        var violations = Act.Status == HttpStatusCode.UnprocessableEntity && act.TryGetProperty("violations", out _);
        return violations
            ? JsonElement.DeepEquals(dry.GetProperty("violations"), act.GetProperty("violations"))
                ? null
                : Told()
            : Act.Status == HttpStatusCode.Forbidden
                ? TextOf(dry.GetProperty("denial"), "code") == TextOf(act, "code")
                    ? null
                    : Told()
                : CodesOf(dry, "obstacles").Contains(TextOf(act, "code"))
                    ? null
                    : Told();
    }

    private string Told() => $"{Operation}: dry {(int)DryRun.Status} {DryRun.Text}\n  act {(int)Act.Status} {Act.Text}";

    private static JsonElement Read(Answer answer) =>
        answer.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonElement.Parse(answer.Body) : default;

    private static string? TextOf(JsonElement one, string name) =>
        one.ValueKind == JsonValueKind.Object && one.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static string[] CodesOf(JsonElement one, string name) =>
        one.ValueKind == JsonValueKind.Object && one.TryGetProperty(name, out var many)
            ? [.. many.EnumerateArray().Select(reason => reason.GetProperty("code").GetString()!)]
            : [];
}

/// <summary>
/// Before each act of the tour it asks for the same act as a dry run, and looks whether anything that the service keeps has
/// changed by it. Nothing else goes on meanwhile: messages are delivered between the acts.
/// </summary>
internal sealed class Rehearser(ApiDocument document, Fuzzer fuzzer, DemonstrationService service) : TourProxy(document)
{
    private const string Key = "Idempotency-Key";

    private readonly SemaphoreSlim oneAfterTheOther = new(1, 1);
    private readonly HashSet<string> keys = [];

    public List<Rehearsed> Rehearsals { get; } = [];

    public List<string> Changes { get; } = [];

    protected override async Task<Answer> AnswerAsync(
        Attempt own,
        Operation? operation,
        CancellationToken cancellationToken
    )
    {
        await oneAfterTheOther.WaitAsync(cancellationToken);
        try
        {
            // A key that was accepted before is answered as then, whatever is allowed now.
            var isRepeated =
                own.Headers.FirstOrDefault(header => header.Name == Key).Value is { } key && !keys.Add(key);
            var dryRun =
                operation is not null && AttemptMaker.HasDryRun(operation)
                    ? await RehearseAsync(own, operation, cancellationToken)
                    : null;
            var act = await fuzzer.SendAsync(own, cancellationToken);
            if (dryRun is not null && !isRepeated)
            {
                Rehearsals.Add(new(operation!, dryRun, act));
            }

            await service.DeliverAllAsync();
            return act;
        }
        finally
        {
            oneAfterTheOther.Release();
        }
    }

    private async Task<Answer?> RehearseAsync(Attempt own, Operation operation, CancellationToken cancellationToken)
    {
        var before = await service.StateAsync();
        var answer = await fuzzer.SendAndCheckAsync(AttemptMaker.AsDryRun(own).Without(Key), cancellationToken);
        var changed = (await service.StateAsync()).ChangedSince(before);
        if (changed.Count > 0)
        {
            Changes.Add($"{operation} changed {string.Join(", ", changed)}");
        }

        return answer;
    }
}
