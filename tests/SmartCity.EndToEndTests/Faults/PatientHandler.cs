using System.Net;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>Closed while nobody serves; clients wait in front of it instead of knocking at a dead address.</summary>
internal sealed class Gate
{
    private TaskCompletionSource opened = Opened();

    public Task PassAsync(CancellationToken cancellationToken) => opened.Task.WaitAsync(cancellationToken);

    public void Close() => opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => opened.TrySetResult();

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        source.SetResult();
        return source;
    }
}

/// <summary>
/// A client that is not put off: a request whose answer does not come is sent again, with the same key or the same
/// version, until there is an answer.
/// </summary>
internal sealed class PatientHandler(Ledger ledger, Gate gate) : DelegatingHandler(new SocketsHttpHandler())
{
    private static readonly TimeSpan BeforeAnotherAttempt = TimeSpan.FromMilliseconds(20);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var isCommand = request.Method != HttpMethod.Get;
        var answerWasLost = false;
        while (true)
        {
            await gate.PassAsync(cancellationToken);
            var wasSent = true;
            try
            {
                var answer = await base.SendAsync(CopyOf(request, body), cancellationToken);
                // An answer that breaks off is none.
                var text = await answer.Content.ReadAsStringAsync(cancellationToken);
                if (!IsOfTheProxy(answer))
                {
                    if (isCommand)
                    {
                        ledger.NoteAnswer(request, answer, text, answerWasLost);
                    }

                    return answer;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException)
            {
                wasSent = fault is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };
            }

            // Even where nobody listened: where a connection that was used before is closed, the handler below sends a
            // request without a body a second time by itself, and tells of that attempt only.
            answerWasLost = true;
            ledger.NoteUnanswered(isCommand, wasSent);
            await Task.Delay(BeforeAnotherAttempt, cancellationToken);
        }
    }

    // The service itself answers every failure with a problem.
    private static bool IsOfTheProxy(HttpResponseMessage answer) =>
        answer.StatusCode
            is HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout
        && answer.Content.Headers.ContentType?.MediaType != "application/problem+json";

    // A request can be sent once only.
    private static HttpRequestMessage CopyOf(HttpRequestMessage request, byte[]? body)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        if (body is not null)
        {
            copy.Content = new ByteArrayContent(body);
            foreach (var (name, values) in request.Content!.Headers)
            {
                copy.Content.Headers.TryAddWithoutValidation(name, values);
            }
        }

        return copy;
    }
}
