using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Application.Identifiers;
using SmartCity.Regulation.Identifiers;

namespace SmartCity.Regulation.Api;

/// <summary>Writes the verdicts one after the other, in the order of the request, in constant memory.</summary>
internal sealed class IdentifierVerdictsResult(Result<CheckedIdentifiers> outcome) : IResult, IEndpointMetadataProvider
{
    private const int FlushEvery = 32 << 10;

    // Half an answer's commonest line; what follows it depends on kind and findings alone.
    private static readonly byte[] LineStart = "{\"number\":"u8.ToArray();

    /// <summary>一个号码的核对结果</summary>
    /// <param name="Number">在请求中的次序，从 1 开始</param>
    /// <param name="Kind">号码类别；类别不认识的为空</param>
    /// <param name="Standing">有效、须凭证确认或者无效</param>
    /// <param name="Reasons">全部理由；有效的没有</param>
    internal sealed record VerdictLine(
        int Number,
        IdentifierKind? Kind,
        IdentifierStanding Standing,
        IReadOnlyList<ToldReason> Reasons
    );

    /// <summary>一项理由</summary>
    /// <param name="Code">理由编码</param>
    /// <param name="Text">有什么问题</param>
    /// <param name="SettledBy">凭什么可以确认；不能凭证确认的为空</param>
    internal sealed record ToldReason(string Code, string Text, string? SettledBy);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (outcome.IsFailure)
        {
            await Answers.WriteProblemAsync(httpContext, outcome.Failure);
            return;
        }

        httpContext.Response.ContentType = "application/json; charset=utf-8";
        var language = httpContext.RequestServices.GetRequiredService<RequestContext>().Language;
        var tails = new Dictionary<(byte, Finding), byte[]>();
        var body = httpContext.Response.BodyWriter;
        var verdicts = outcome.Value;
        body.Write("["u8);
        for (var index = 0; index < verdicts.Count; index++)
        {
            var verdict = verdicts[index];
            if (!tails.TryGetValue(verdict, out var tail))
            {
                tails.Add(verdict, tail = TailOf(verdict.Kind, verdict.Findings, language));
            }

            Write(body, index, tail);
            if (body.UnflushedBytes > FlushEvery)
            {
                await body.FlushAsync(httpContext.RequestAborted);
            }
        }

        body.Write("]"u8);
        await body.FlushAsync(httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Found<IReadOnlyList<VerdictLine>>.PopulateMetadata(method, builder);

    private static void Write(PipeWriter body, int index, byte[] tail)
    {
        const int LongestNumber = 10;
        var line = body.GetSpan(1 + LineStart.Length + LongestNumber + tail.Length);
        var length = 0;
        if (index > 0)
        {
            line[length++] = (byte)',';
        }

        LineStart.CopyTo(line[length..]);
        length += LineStart.Length;
        (index + 1).TryFormat(line[length..], out var digits, provider: CultureInfo.InvariantCulture);
        length += digits;
        tail.CopyTo(line[length..]);
        body.Advance(length + tail.Length);
    }

    // A line without its number: `,"kind":…,"standing":…,"reasons":[…]}`.
    private static byte[] TailOf(byte kind, Finding findings, Language language)
    {
        var verdict = new IdentifierVerdict(findings);
        var line = JsonSerializer.SerializeToUtf8Bytes(
            new VerdictLine(
                0,
                kind == CheckedIdentifiers.UnknownKind ? null : (IdentifierKind)kind,
                verdict.Standing,
                [
                    .. verdict.Reasons.Select(reason => new ToldReason(
                        reason.Code,
                        reason.Text.In(language),
                        reason.SettledBy?.In(language)
                    )),
                ]
            ),
            Json.Options
        );
        return line[(LineStart.Length + 1)..];
    }
}
