using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>A command that the service has said yes to: from here on it must never be lost.</summary>
internal sealed record Acknowledgement(string Command, string? Key, Guid Id, long Version, Guid AuditEntry);

/// <summary>What the clients of a service know: which commands were acknowledged, and which answers never came.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<Acknowledgement> acknowledged = new();
    private readonly ConcurrentQueue<string> refused = new();
    private int unanswered;
    private int answersLost;
    private int carriedOutUnheard;
    private int notSent;

    public IReadOnlyCollection<Acknowledgement> Acknowledged => acknowledged;

    /// <summary>Answers that were neither an acknowledgement nor explained by an answer lost before.</summary>
    public IReadOnlyCollection<string> Refused => refused;

    /// <summary>Requests of any kind that had no answer of the service, one for each attempt.</summary>
    public int Unanswered => unanswered;

    /// <summary>Commands that were sent and whose answer did not come; each was sent again.</summary>
    public int AnswersLost => answersLost;

    /// <summary>Of these, changes that turned out, by the version asked for, to have been carried out.</summary>
    public int CarriedOutUnheard => carriedOutUnheard;

    /// <summary>Commands that met nobody who listened.</summary>
    public int NotSent => notSent;

    /// <param name="isCommand">False for what only reads.</param>
    /// <param name="wasSent">False where nobody listened.</param>
    public void NoteUnanswered(bool isCommand, bool wasSent)
    {
        Interlocked.Increment(ref unanswered);
        if (isCommand && wasSent)
        {
            Interlocked.Increment(ref answersLost);
        }
        else if (isCommand)
        {
            Interlocked.Increment(ref notSent);
        }
    }

    /// <param name="request">The command.</param>
    /// <param name="answer">What came in the end.</param>
    /// <param name="body">Its body.</param>
    /// <param name="answerWasLost">True when an earlier answer to the same command did not come.</param>
    public void NoteAnswer(HttpRequestMessage request, HttpResponseMessage answer, string body, bool answerWasLost)
    {
        var command = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        if (answer.IsSuccessStatusCode)
        {
            var receipt = JsonDocument.Parse(body).RootElement;
            acknowledged.Enqueue(
                new(
                    command,
                    KeyOf(request),
                    receipt.GetProperty("id").GetGuid(),
                    receipt.GetProperty("version").GetInt64(),
                    receipt.GetProperty("auditEntry").GetGuid()
                )
            );
        }
        else if (answerWasLost && answer.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            Interlocked.Increment(ref carriedOutUnheard);
        }
        else
        {
            refused.Enqueue($"{command}: {(int)answer.StatusCode} {body}");
        }
    }

    private static string? KeyOf(HttpRequestMessage request) =>
        request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null;
}
