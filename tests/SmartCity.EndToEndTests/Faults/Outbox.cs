using System.Net.Http.Json;
using System.Text.Json;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>Waits for what the modules still have to tell each other.</summary>
internal static class Outbox
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Returns when twice in a row no module has a message that waits: what is just being delivered may make another one in
    /// a module that was looked at before.
    /// </summary>
    /// <param name="service">Where to ask.</param>
    /// <param name="database">Where to look for what still waits at the end.</param>
    /// <exception cref="TimeoutException">Something still waits; the text tells what.</exception>
    public static async Task IdleAsync(Uri service, DatabaseChoice database, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = service };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Longest);
        try
        {
            var since = TimeProvider.System.GetUtcNow();
            for (var idle = 0; idle < 2; )
            {
                await Task.Delay(BetweenLooks, deadline.Token);
                var report = await client.GetFromJsonAsync<JsonElement>("health/ready", deadline.Token);
                // A report is told again for a while, whoever asked for it.
                if (report.GetProperty("at").GetDateTimeOffset() is var at && at > since)
                {
                    since = at;
                    idle = IsIdle(report) ? idle + 1 : 0;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var records = await StoredRecords.ReadAsync(database, cancellationToken);
            var waiting = records
                .Modules.SelectMany(module => module.Outbox)
                .Where(message => message.State == MessageState.Waiting)
                .Select(message =>
                    $"{message.Sequence} {message.Name} of {message.Aggregate}: {message.Attempts} attempts, next "
                    + $"{message.NextAttemptAt:O}, leased until {message.LeasedUntil:O}, {message.LastFault}"
                );
            throw new TimeoutException($"Still waiting: {string.Join('\n', waiting)}");
        }
    }

    private static bool IsIdle(JsonElement report) =>
        report
            .GetProperty("modules")
            .EnumerateArray()
            .All(module => module.GetProperty("oldestWaitingMessageSeconds").ValueKind == JsonValueKind.Null);
}
