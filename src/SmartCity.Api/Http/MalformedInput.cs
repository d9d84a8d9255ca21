using System.Text.RegularExpressions;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Api.Http;

/// <summary>Says which parameter of a request cannot be read, without the program's own type names.</summary>
internal static partial class MalformedInput
{
    // The framework tells these faults by their words only. An unknown wording still gives a correct, plainer answer.
    [GeneratedRegex("""^Failed to bind parameter "[^"]* (?<name>[^" ]+)" from """)]
    private static partial Regex Unreadable { get; }

    [GeneratedRegex("""^Required parameter "[^"]* (?<name>[^" ]+)" was not provided from (?<place>.+)\.$""")]
    private static partial Regex Missing { get; }

    public static (PipelineProblem Problem, FieldError? Error) Explain(
        BadHttpRequestException fault,
        Endpoint? endpoint,
        Language language
    )
    {
        if (Unreadable.Match(fault.Message) is { Success: true } unreadable)
        {
            var name = unreadable.Groups["name"].Value;
            var (code, text) = UnknownWord.OfParameter(endpoint, name) is { } words
                ? (UnknownWord.Code, UnknownWord.Explain(words))
                : ("WRONG_TYPE", new("值的类型或格式不对", "The value has the wrong type or format"));
            return (PipelineProblem.Malformed, new(name, code, text.In(language)));
        }

        if (Missing.Match(fault.Message) is { Success: true } missing && missing.Groups["place"].Value != "body")
        {
            var text = new LocalizedText("缺少必填参数", "The parameter is required");
            return (
                PipelineProblem.Malformed,
                new(missing.Groups["name"].Value, "MISSING_PARAMETER", text.In(language))
            );
        }

        if (fault.Message.Contains("body", StringComparison.Ordinal))
        {
            var text = new LocalizedText("缺少请求内容", "The request has no body");
            return (PipelineProblem.MalformedBody, new("$", "BODY_REQUIRED", text.In(language)));
        }

        return (PipelineProblem.Malformed, null);
    }
}
