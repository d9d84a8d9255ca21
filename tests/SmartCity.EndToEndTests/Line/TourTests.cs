using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Line;

public sealed class TourTests
{
    [Theory, EveryDatabase]
    public async Task Walk_WhenWalked_ThenADeclarationIsReportedAndEveryRefusalStandsInTheAuditEntries(
        DatabaseKind kind
    )
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        var told = new StringWriter();
        var narrator = new Narrator(told);
        var today = ChinaTime.DateOf(TimeProvider.System.GetUtcNow());

        await new Tour(service.Address, service.Accounts, narrator, today).WalkAsync(
            TestContext.Current.CancellationToken
        );

        told.ToString().ShouldContain("reviewPassed → reportedToFinance");
        narrator.Codes.Distinct().Count().ShouldBeGreaterThanOrEqualTo(12, told.ToString());
        // Reading what one may not see is answered like absence; it is no act and leaves no entry.
        var acts = narrator.Codes.Where(code => code != "NOT_FOUND").Order();
        (await service.AuditedCodesAsync("Approval")).Order().ShouldBe(acts, told.ToString());
    }
}
