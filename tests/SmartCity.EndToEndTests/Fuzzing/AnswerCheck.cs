using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>An answer as it came.</summary>
internal sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public IReadOnlyList<string> Cookies { get; init; } = [];

    public string? MediaType => Headers.GetValueOrDefault("Content-Type")?.Split(';')[0].Trim();

    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

/// <summary>Compares an answer with what the document says of its operation.</summary>
internal sealed partial class AnswerCheck(ApiDocument document)
{
    private const string Problem = "application/problem+json";

    private static readonly string[] InnerWords =
    [
        "SmartCity.",
        "System.",
        "Microsoft.",
        "Npgsql",
        "SqliteException",
        "SQLITE_",
        "SELECT ",
        "INSERT INTO",
        "Exception",
        "   at ",
        ".cs:line",
        "/tmp/",
    ];

    private readonly SchemaCheck schemas = new(document);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex ChineseText { get; }

    /// <summary>
    /// True for what the server refuses while it still reads the request line and the headers: it answers bare, and no
    /// program of ours is asked. Ours sets this header on every answer.
    /// </summary>
    public static bool IsRefusedByTheServerItself(Answer answer) =>
        !answer.Headers.ContainsKey("X-Content-Type-Options")
        && answer.Body.Length == 0
        && (int)answer.Status is 400 or 414 or 431;

    /// <returns>What is wrong with the answer; nothing where it is as documented.</returns>
    public IReadOnlyList<string> FaultsOf(Attempt attempt, Answer answer)
    {
        var faults = new List<string>();
        var status = (int)answer.Status;
        if (status >= 500)
        {
            faults.Add($"answered {status}");
        }

        foreach (var word in InnerWords.Where(word => answer.Text.Contains(word, StringComparison.Ordinal)))
        {
            faults.Add($"the answer tells inner words: {word}");
        }

        if (IsRefusedByTheServerItself(answer))
        {
            if (!attempt.Operation.Answers.ContainsKey(status))
            {
                faults.Add($"refused by the server itself with {status}, which the document does not list");
            }

            return faults;
        }

        // The answer to HEAD has no content by its nature.
        if (status >= 400 && attempt.Method != "HEAD")
        {
            faults.AddRange(FaultsOfProblem(attempt, answer));
        }

        switch (attempt.Expectation)
        {
            // Who asks too often is told so before his method is looked at.
            case Expectation.MethodNotAllowed when status == 429:
                break;
            case Expectation.MethodNotAllowed when status != 405:
                faults.Add($"a method that the document does not list was answered {status} and not 405");
                break;
            case Expectation.MethodNotAllowed when !AllowsWhatIsListed(attempt.Operation, answer):
                faults.Add($"Allow is not what the document lists: {answer.Headers.GetValueOrDefault("Allow")}");
                break;
            case Expectation.Listed when !attempt.Operation.Answers.TryGetValue(status, out var listed):
                faults.Add($"answered {status}, which the document does not list");
                break;
            case Expectation.Listed:
                faults.AddRange(FaultsOfListed(attempt.Operation.Answers[status], answer));
                break;
        }

        return faults;
    }

    private IEnumerable<string> FaultsOfListed(DocumentedAnswer listed, Answer answer)
    {
        foreach (var header in listed.Headers.Where(header => !answer.Headers.ContainsKey(header)))
        {
            yield return $"{(int)answer.Status} lacks the header {header}";
        }

        if (listed.Content.Count == 0)
        {
            if (answer.Body.Length > 0)
            {
                yield return $"{(int)answer.Status} has a body, which the document does not tell";
            }

            yield break;
        }

        if (answer.MediaType is not { } type || !listed.Content.TryGetValue(type, out var schema))
        {
            yield return $"{(int)answer.Status} came as {answer.MediaType ?? "nothing"}, which the document does not list";
            yield break;
        }

        // Files are streamed as they are; their schema says no more than that they are bytes.
        if (!type.EndsWith("json", StringComparison.Ordinal))
        {
            yield break;
        }

        JsonElement body = default;
        var fault = "";
        try
        {
            body = JsonElement.Parse(answer.Body);
        }
        catch (JsonException broken)
        {
            fault = broken.Message;
        }

        if (fault.Length > 0)
        {
            yield return $"{(int)answer.Status} is no JSON: {fault}";
            yield break;
        }

        foreach (var difference in schemas.FaultsOf(body, schema))
        {
            yield return $"{(int)answer.Status} is not as its schema says: {difference}";
        }
    }

    // The schema says which parts a problem has; here it is checked that they say something, to this reader.
    private static IEnumerable<string> FaultsOfProblem(Attempt attempt, Answer answer)
    {
        if (answer.MediaType != Problem)
        {
            yield return $"{(int)answer.Status} came as {answer.MediaType ?? "nothing"} and not as a problem";
            yield break;
        }

        if (ReadObject(answer.Body) is not { } root)
        {
            yield return "the problem is no JSON object";
            yield break;
        }

        foreach (var part in new[] { "code", "title", "detail" })
        {
            if (string.IsNullOrWhiteSpace(TextOf(root, part)))
            {
                yield return $"the problem has no {part}";
            }
        }

        if (
            !root.TryGetProperty("status", out var told)
            || told.ValueKind != JsonValueKind.Number
            || !told.TryGetInt32(out var status)
            || status != (int)answer.Status
        )
        {
            yield return "the problem tells another status";
        }

        var asked = attempt.Headers.FirstOrDefault(header => header.Name == "Accept-Language").Value;
        var language = answer.Headers.GetValueOrDefault("Content-Language");
        if (language is not ("en" or "zh-CN"))
        {
            yield return "the problem does not tell its language";
        }
        else if (asked is null or "en" && language != (asked ?? "zh-CN"))
        {
            yield return $"the problem is in {language}";
        }
        else if (ChineseText.IsMatch(TextOf(root, "title") ?? "") != (language == "zh-CN"))
        {
            yield return $"the problem's title is not in {language}";
        }
    }

    private static JsonElement? ReadObject(byte[] body)
    {
        try
        {
            return JsonElement.Parse(body) is { ValueKind: JsonValueKind.Object } root ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private bool AllowsWhatIsListed(Operation operation, Answer answer)
    {
        var allowed = (answer.Headers.GetValueOrDefault("Allow") ?? "").Split(',', StringSplitOptions.TrimEntries);
        return document.Operations.Where(one => one.Path == operation.Path).All(one => allowed.Contains(one.Method));
    }
}
