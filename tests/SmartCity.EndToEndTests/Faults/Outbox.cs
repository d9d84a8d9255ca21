using System.Net.Http.Json;
using System.Text.Json;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>Waits for what the modules still have to tell each other.</summary>
internal static class Outbox
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>Returns when no module has a message that waits.</summary>
    public static async Task IdleAsync(Uri service, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = service };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Longest);
        while (!await IsIdleAsync(client, deadline.Token))
        {
            await Task.Delay(BetweenLooks, deadline.Token);
        }
    }

    private static async Task<bool> IsIdleAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var asked = TimeProvider.System.GetUtcNow();
        var report = await client.GetFromJsonAsync<JsonElement>("health/ready", cancellationToken);
        // A report is told again for a while; one that was made before may not know what happened since.
        return report.GetProperty("at").GetDateTimeOffset() >= asked
            && report
                .GetProperty("modules")
                .EnumerateArray()
                .All(module => module.GetProperty("oldestWaitingMessageSeconds").ValueKind == JsonValueKind.Null);
    }
}
