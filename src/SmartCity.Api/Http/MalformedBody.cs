using System.Text.Json;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Api.Http;

/// <summary>Says what is wrong with a JSON body and where, without the program's own type names.</summary>
internal static class MalformedBody
{
    private const string WrongType = "WRONG_TYPE";

    public static FieldError Explain(JsonException fault, Endpoint? endpoint, Language language)
    {
        var (code, text) = Kind(fault);
        if (code == WrongType && UnknownWord.OfField(endpoint, fault.Path) is { } words)
        {
            (code, text) = (UnknownWord.Code, UnknownWord.Explain(words));
        }

        var line = (fault.LineNumber ?? 0) + 1;
        var column = (fault.BytePositionInLine ?? 0) + 1;
        var place = new LocalizedText($"（第 {line} 行第 {column} 字节）", $" (line {line}, byte {column})");
        return new(fault.Path ?? "$", code, text.In(language) + place.In(language));
    }

    // The reader of JSON tells its faults apart by their words only; an unknown wording is still a correct, plainer answer.
    private static (string Code, LocalizedText Text) Kind(JsonException fault) =>
        fault.Message switch
        {
            var text when Has(text, "could not be mapped to any .NET member") => (
                "UNKNOWN_FIELD",
                new("不认识的字段", "There is no such field")
            ),
            var text when Has(text, "Duplicate property") => (
                "DUPLICATE_FIELD",
                new("字段重复", "The field appears twice")
            ),
            var text when Has(text, "missing required properties") => (
                "MISSING_FIELD",
                new($"缺少必填字段：{NamesIn(text)}", $"Required fields are missing: {NamesIn(text)}")
            ),
            var text when Has(text, "maximum configured depth") => (
                "TOO_DEEP",
                new("嵌套过深", "It is nested too deeply")
            ),
            var text when Has(text, "control characters") => (
                "TEXT_NOT_CLEAN",
                new("文字中有控制字符", "The text holds control characters")
            ),
            var text when Has(text, "UTF-8") || Has(text, "well-formed Unicode") || Has(text, "UTF-16") => (
                "TEXT_NOT_UNICODE",
                new("文字编码不是正确的 UTF-8", "The text is not well-formed UTF-8")
            ),
            var text when Has(text, "could not be converted") || Has(text, "null") => (
                WrongType,
                new("值的类型或格式不对", "The value has the wrong type or format")
            ),
            var text when fault.Path is not null and not "$" && Has(text, "An amount") => (
                WrongType,
                new("金额应为以元为单位、两位小数的文字，如 \"1000000.00\"", text)
            ),
            _ => ("NOT_JSON", new("不是正确的 JSON", "It is not correct JSON")),
        };

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    // "... missing required properties including: 'a', 'b'." The names are the request's own spelling.
    private static string NamesIn(string text) =>
        string.Join(
            ", ",
            text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('\'').Where((_, index) => index % 2 == 1)
        );
}
