using System.Text.Json;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Application.Articles;
using SmartCity.Regulation.Application.Rules;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Rules;

public sealed class RuleQueriesTests
{
    private const string MovesForward = "LEGAL_DATE_MOVES_FORWARD";

    private static readonly IReadOnlyList<IModule> Modules = [new RegulationModule()];

    private static readonly Actor Official = new(
        ActorKind.Person,
        Guid.Parse("01980000-0000-7000-8000-000000000003"),
        "市财政局经办",
        Guid.Parse("01980000-0000-7000-8000-000000000004"),
        "finance-bureau",
        "610400"
    );

    [Fact]
    public async Task ListArticles_WhenReadToTheEnd_ThenEachArticleOnce()
    {
        await using var host = await HostAsync();
        var numbers = new List<int>();
        string? after = null;

        do
        {
            var page = (await host.AskAs(Official, new ListArticles(After: after, Limit: 20))).Value;
            numbers.AddRange(page.Items.Select(line => line.Number));
            after = page.Next;
        } while (after is not null);

        numbers.ShouldBe(Enumerable.Range(1, 44));
    }

    [Fact]
    public async Task ListArticles_WhenAskedForWords_ThenOnlyThoseThatSayThem()
    {
        await using var host = await HostAsync();

        var page = (await host.AskAs(Official, new ListArticles("试运行"))).Value;

        page.Items.Select(line => line.Number).ShouldBe([35, 36]);
    }

    [Fact]
    public async Task GetArticle_WhenItIsTheLast_ThenTellsItsRules()
    {
        await using var host = await HostAsync();

        var article = (await host.AskAs(Official, new GetArticle(44))).Value;

        article.Citation.ShouldBe("第四十四条");
        article.Rules.ShouldContain(MovesForward);
        article.Rules.ShouldContain("INTERPRETATION_EXCEEDS_TEXT");
        article.PromulgatedOn.ShouldBe(new(2018, 1, 8));
    }

    [Fact]
    public async Task GetArticle_WhenTheRegulationHasNone_ThenNotFound()
    {
        await using var host = await HostAsync();

        (await host.AskAs(Official, new GetArticle(45))).ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task GetRule_WhenItsFactsAreAskedFor_ThenTheSchemaNamesThem()
    {
        await using var host = await HostAsync();

        var rule = (await host.AskAs(Official, new GetRule(MovesForward))).Value;

        rule.FactsSchema.GetProperty("properties")
            .EnumerateObject()
            .Select(property => property.Name)
            .ShouldBe(["from", "to", "systemDate"]);
    }

    [Theory]
    [InlineData("2026-03-02", false)]
    [InlineData("2026-03-03", true)]
    public async Task EvaluateRule_WhenFactsArePosted_ThenTheRuleItselfJudgesThem(string to, bool satisfied)
    {
        await using var host = await HostAsync();

        var verdict = (await host.AskAs(Official, new EvaluateRule(MovesForward, FactsUntil(to)))).Value;

        verdict.Satisfied.ShouldBe(satisfied);
        (verdict.Remedy is null).ShouldBe(satisfied);
    }

    [Theory]
    [InlineData("""{"from":"2026-03-02","to":"2026-03-03"}""", "$")]
    [InlineData("""{"from":"2026-03-02","to":7,"systemDate":"2026-03-02"}""", "$.to")]
    [InlineData("""{"from":"2026-03-02","to":"2026-03-03","systemDate":"2026-03-02","more":1}""", "$.more")]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    public async Task EvaluateRule_WhenTheFactsCannotBeRead_ThenSaysWhere(string facts, string where)
    {
        await using var host = await HostAsync();

        var outcome = await host.AskAs(
            Official,
            new EvaluateRule(MovesForward, JsonSerializer.Deserialize<JsonElement>(facts))
        );

        outcome.ShouldFail(ErrorKind.Invalid, "FACTS_INVALID");
        outcome.Failure!.Detail.Chinese.ShouldContain($"{where} 处");
    }

    [Fact]
    public async Task EvaluateRule_WhenThereIsNoSuchRule_ThenNotFound()
    {
        await using var host = await HostAsync();

        (await host.AskAs(Official, new EvaluateRule("NO_SUCH_RULE", FactsUntil("2026-03-03")))).ShouldFail(
            ErrorKind.NotFound,
            "NOT_FOUND"
        );
    }

    private static JsonElement FactsUntil(string to) =>
        JsonSerializer.SerializeToElement(
            new
            {
                from = "2026-03-02",
                to,
                systemDate = "2026-03-02",
            }
        );

    private static Task<ModuleHost> HostAsync() => ModuleHost.StartAsync(DatabaseKind.Sqlite, Modules);
}
