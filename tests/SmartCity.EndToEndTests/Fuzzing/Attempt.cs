using System.Globalization;
using System.Text;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>How an answer is judged.</summary>
internal enum Expectation
{
    /// <summary>As one of the operation's documented answers.</summary>
    Listed,

    /// <summary>As a problem or any operation's success: the changed address may be another operation's.</summary>
    AnyAddress,

    /// <summary>405 with what the address does know.</summary>
    MethodNotAllowed,
}

/// <summary>One request, ready to be sent.</summary>
/// <param name="What">What was changed, for people.</param>
/// <param name="Target">Path and query exactly as they are sent.</param>
/// <param name="Actor">Whose token it carries; null for none.</param>
internal sealed record Attempt(
    Operation Operation,
    string What,
    string Method,
    string Target,
    string? Actor,
    IReadOnlyList<(string Name, string Value)> Headers,
    byte[]? Body = null,
    Expectation Expectation = Expectation.Listed
)
{
    private const int LongestShown = 3000;

    public Attempt With(string header, string value) =>
        this with
        {
            Headers = [.. Headers.Where(one => one.Name != header), (header, value)],
        };

    public Attempt Without(string header) => this with { Headers = [.. Headers.Where(one => one.Name != header)] };

    public Attempt Called(string what) => this with { What = what };

    /// <summary>The request as a line for a shell; a token is named by its account.</summary>
    public string ToCurl(Uri service)
    {
        var line = new StringBuilder("curl -i --path-as-is -X ").Append(Method);
        if (Method == "HEAD")
        {
            line.Append(" --head");
        }

        if (Actor is not null && Headers.All(header => header.Name != "Authorization"))
        {
            line.Append(
                CultureInfo.InvariantCulture,
                $" -H \"Authorization: Bearer $TOKEN_OF_{Actor.Replace('.', '_').Replace('-', '_')}\""
            );
        }

        foreach (var (name, value) in Headers)
        {
            line.Append(" -H ").Append(Quoted(Short($"{name}: {value}")));
        }

        line.Append(' ').Append(Quoted(Short(service.GetLeftPart(UriPartial.Authority) + Target)));
        return Body is null ? line.ToString()
            : Body.Length > LongestShown ? $"{line} --data-binary @- # a body of {Body.Length} bytes"
            : $"printf '{Octal(Body)}' | {line} --data-binary @-";
    }

    private static string Short(string text) =>
        text.Length <= LongestShown ? text : $"{text[..100]}…({text.Length} characters)";

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string Octal(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var value in bytes)
        {
            if (value is >= 32 and < 127 and not ((byte)'\'' or (byte)'\\' or (byte)'%'))
            {
                text.Append((char)value);
            }
            else
            {
                text.Append('\\').Append(Convert.ToString(value, 8).PadLeft(3, '0'));
            }
        }

        return text.ToString();
    }
}
