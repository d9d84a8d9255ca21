using System.Text.Json;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Miniature.Counting;

namespace SmartCity.BuildingBlocks.Tests.Http;

public sealed class ProblemsTests
{
    private static readonly LocalizedText Detail = new("说明", "detail");

    public static TheoryData<ErrorKind, int, string> Kinds =>
        new()
        {
            { ErrorKind.Invalid, 400, "INVALID_INPUT" },
            { ErrorKind.NotFound, 404, "NOT_FOUND" },
            { ErrorKind.Forbidden, 403, "SOME_CODE" },
            { ErrorKind.Refused, 422, "NO_PLACE_LEFT" },
            { ErrorKind.Unprocessable, 422, "SOME_CODE" },
            { ErrorKind.IllegalTransition, 409, "ILLEGAL_TRANSITION" },
            { ErrorKind.Conflict, 409, "SOME_CODE" },
            { ErrorKind.VersionConflict, 412, "VERSION_CONFLICT" },
            { ErrorKind.PreconditionRequired, 428, "IF_MATCH_REQUIRED" },
        };

    [Fact]
    public void Kinds_WhenCompared_ThenEveryKindIsTested() =>
        Kinds.Select(row => row.Data.Item1).ShouldBe(Enum.GetValues<ErrorKind>(), ignoreOrder: true);

    [Theory, MemberData(nameof(Kinds))]
    public void Of_WhenAnErrorOfEachKind_ThenItsStatusAndCode(ErrorKind kind, int status, string code)
    {
        var problem = Problems.Of(ErrorOf(kind), Language.Chinese);

        problem.Status.ShouldBe(status);
        problem.Extensions["code"].ShouldBe(code);
        problem.Type.ShouldNotBeNull().ShouldStartWith("/problems/");
        problem.Title.ShouldNotBeNullOrEmpty();
        problem.Detail.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Of_WhenEachKindHasItsType_ThenNoTwoAreAlike() =>
        Enum.GetValues<ErrorKind>().Select(kind => Problems.Of(ErrorOf(kind), Language.English).Type).ShouldBeUnique();

    [Theory]
    [InlineData(Language.Chinese, "说明")]
    [InlineData(Language.English, "detail")]
    public void Of_WhenALanguageIsAskedFor_ThenTheTextIsInIt(Language language, string detail) =>
        Problems.Of(Error.Forbidden("SOME_CODE", Detail), language).Detail.ShouldBe(detail);

    [Fact]
    public void Of_WhenRefused_ThenEveryViolationIsToldWithArticleBasisFactsAndRemedy()
    {
        var problem = Problems.Of(Refusals.Of("FIRST", "SECOND"), Language.Chinese, new Guid(1, 0, 0, new byte[8]));

        var told = JsonSerializer.SerializeToElement(problem, Json.Options);

        told.GetProperty("code").GetString().ShouldBe("FIRST");
        told.GetProperty("receipt").GetGuid().ShouldBe(new Guid(1, 0, 0, new byte[8]));
        var violations = told.GetProperty("violations");
        violations.GetArrayLength().ShouldBe(2);
        violations[1]
            .GetRawText()
            .ShouldBe(
                """{"code":"SECOND","kind":"refusal","basisKind":"text","basis":"依据第六条","article":6,"""
                    + "\"alsoCites\":[\"第七条\"],\"quotedText\":\"原文\",\"facts\":{\"places\":1},"
                    + "\"remedy\":\"换一个。\",\"ruleVersion\":1}"
            );
    }

    [Fact]
    public void Of_WhenFieldsAreWrong_ThenEachIsTold()
    {
        var problem = Problems.Of(Error.Invalid([new("name", "NotEmpty", "必填")]), Language.Chinese);

        JsonSerializer
            .SerializeToElement(problem, Json.Options)
            .GetProperty("errors")
            .GetRawText()
            .ShouldBe("""[{"field":"name","code":"NotEmpty","message":"必填"}]""");
    }

    private static Error ErrorOf(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Invalid => Error.Invalid([new("name", "NotEmpty", "必填")]),
            ErrorKind.NotFound => Error.NotFound(Detail),
            ErrorKind.Forbidden => Error.Forbidden("SOME_CODE", Detail),
            ErrorKind.Refused => Refusals.Of("NO_PLACE_LEFT"),
            ErrorKind.Unprocessable => Error.Unprocessable("SOME_CODE", Detail),
            ErrorKind.IllegalTransition => Error.IllegalTransition(Detail),
            ErrorKind.Conflict => Error.Conflict("SOME_CODE", Detail),
            ErrorKind.VersionConflict => Error.VersionConflict(),
            ErrorKind.PreconditionRequired => Error.PreconditionRequired(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
