using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Application.Identifiers;
using SmartCity.Regulation.Identifiers;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Identifiers;

public sealed class CheckIdentifiersTests
{
    private const string Real = """{"kind":"creditCode","value":"91350100M000100Y43"}""";

    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task ReadAsync_WhenAList_ThenEachIsJudgedInItsPlace()
    {
        var verdicts = await ReadAsync(
            $$"""
            [{{Real}},
             {"value":"610427","kind":"countyCode"},
             {"kind":"residentId","value":"11010519491231002\u0058"},
             {"kind":"castle","value":"1"},
             {"kind":"passport","value":5},
             {"kind":"passport","value":"{{new string('1', 300)}}"},
             {"kind":"passport","value":"\ud83d"},
             {"kind":"militaryIdentity","value":"军字第1234567号"}]
            """
        );

        Told(verdicts)
            .ShouldBe([
                "CreditCode Valid",
                "CountyCode NeedsConfirmation COUNTY_CODE_RETIRED",
                "ResidentId Valid",
                "255 Invalid KIND_UNKNOWN",
                "Passport Invalid VALUE_NOT_TEXT",
                "Passport Invalid WRONG_LENGTH",
                "Passport Invalid WRONG_CHARACTER",
                "MilitaryIdentity Valid",
            ]);
    }

    [Fact]
    public async Task ReadAsync_WhenTheListArrivesByteByByte_ThenTheSame()
    {
        var text =
            $$"""[{{Real}} , {"kind":"residentId","value":"110105194912310021"}, {"value":"610402","kind":"countyCode"}]""";

        (await ReadAsync(text, piece: 1)).Value.Count.ShouldBe(3);
        Told(await ReadAsync(text, piece: 1)).ShouldBe(Told(await ReadAsync(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("[")]
    [InlineData("[7]")]
    [InlineData("[[]]")]
    [InlineData("[{}]")]
    [InlineData("""[{"kind":"passport"}]""")]
    [InlineData("""[{"value":"1"}]""")]
    [InlineData("""[{"kind":7,"value":"1"}]""")]
    [InlineData("""[{"kind":"passport","value":{}}]""")]
    [InlineData("""[{"kind":"passport","value":"1","more":1}]""")]
    [InlineData("""[{"kind":"passport","kind":"passport","value":"1"}]""")]
    [InlineData("""[{"kind":"passport","value":"1"}] []""")]
    [InlineData("""[{"kind":"passport","value":"1"},]""")]
    public async Task ReadAsync_WhenItIsNoSuchList_ThenMalformed(string text) =>
        await Should.ThrowAsync<JsonException>(() => ReadAsync(text));

    [Theory]
    [InlineData(0, null)]
    [InlineData(100_000, null)]
    [InlineData(100_001, "TOO_MANY")]
    public async Task ReadAsync_WhenTheListIsLong_ThenUpToTheLimit(int count, string? code)
    {
        var verdicts = await ReadAsync($"[{string.Join(',', Enumerable.Repeat(Real, count))}]");

        if (code is null)
        {
            verdicts.Value.Count.ShouldBe(count);
        }
        else
        {
            verdicts.ShouldFail(ErrorKind.Invalid, code);
        }
    }

    private static async Task<Result<CheckedIdentifiers>> ReadAsync(string text, int? piece = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new IdentifierListReader(new(new()), Today);
        if (piece is not { } size)
        {
            return await reader.ReadAsync(
                PipeReader.Create(new MemoryStream(bytes)),
                TestContext.Current.CancellationToken
            );
        }

        var pipe = new Pipe();
        var reading = reader.ReadAsync(pipe.Reader, TestContext.Current.CancellationToken);
        foreach (var part in bytes.Chunk(size))
        {
            await pipe.Writer.WriteAsync(part, TestContext.Current.CancellationToken);
        }

        await pipe.Writer.CompleteAsync();
        return await reading;
    }

    private static List<string> Told(Result<CheckedIdentifiers> verdicts) =>
        [
            .. Enumerable
                .Range(0, verdicts.Value.Count)
                .Select(index => verdicts.Value[index])
                .Select(one =>
                {
                    var verdict = new IdentifierVerdict(one.Findings);
                    return string.Join(
                        ' ',
                        verdict
                            .Reasons.Select(reason => reason.Code)
                            .Prepend(verdict.Standing.ToString())
                            .Prepend(((IdentifierKind)one.Kind).ToString())
                    );
                }),
        ];
}
