using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Testing;

namespace SmartCity.ArchitectureTests.Coverage;

/// <summary>The page of the forty-four articles is what the code is.</summary>
public sealed class CoveragePageTests
{
    internal const string Write = "SMARTCITY_WRITE_COVERAGE";

    [Fact]
    public async Task Articles_WhenLookedThrough_ThenEachHasARuleOrAReasonWhyNot()
    {
        await using var service = EndpointsOfTheService.Build();

        PageOf(service).Unexplained.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_WhenComparedWithTheCode_ThenIsNotStale()
    {
        await using var service = EndpointsOfTheService.Build();
        var page = PageOf(service);
        if (Environment.GetEnvironmentVariable(Write) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(
                CoveragePage.File,
                page.Write(RuleRecord.Read(RuleRecord.Folder!)),
                TestContext.Current.CancellationToken
            );
        }

        var written = await File.ReadAllTextAsync(CoveragePage.File, TestContext.Current.CancellationToken);

        // The verdicts themselves can only be compared when all truth tables have run.
        page.Write(CoveragePage.RecordIn(written)).ShouldBe(written, "Run build/coverage.sh");
    }

    [Fact]
    [Trait("Category", "AfterAll")]
    public async Task Page_WhenAllTestsHaveRun_ThenTellsTheVerdictsThatWereRecorded()
    {
        Assert.SkipWhen(RuleRecord.Folder is null, $"{RuleRecord.Variable} names no folder: no record was kept");
        Assert.SkipUnless(
            File.Exists(Path.Combine(RuleRecord.Folder!, RuleRecord.CompleteMark)),
            "Not all tests of the product have run, so the record is not complete"
        );
        await using var service = EndpointsOfTheService.Build();

        var written = await File.ReadAllTextAsync(CoveragePage.File, TestContext.Current.CancellationToken);

        PageOf(service).Write(RuleRecord.Read(RuleRecord.Folder!)).ShouldBe(written, "Run build/coverage.sh");
    }

    private static CoveragePage PageOf(WebApplication service) =>
        new(
            ((IEndpointRouteBuilder)service).DataSources.SelectMany(source => source.Endpoints),
            service.Services.GetServices<AuthorityTable>()
        );
}
