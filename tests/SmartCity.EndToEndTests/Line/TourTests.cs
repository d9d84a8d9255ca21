using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Line;

public sealed class TourTests
{
    [Theory, EveryDatabase]
    public async Task Walk_WhenWalked_ThenAProjectLivesItsLifeAndEveryRefusalStandsInTheAuditEntries(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        var told = new StringWriter();
        var narrator = new Narrator(told);
        using var stage = new Stage(
            service.Address,
            service.Accounts,
            narrator,
            TestContext.Current.CancellationToken
        );

        await new Tour(stage).WalkAsync();

        told.ToString().ShouldContain("instructed → confirmed");
        narrator.Codes.Distinct().Count().ShouldBeGreaterThanOrEqualTo(12, told.ToString());
        // Reading what one may not see is answered like absence; it is no act and leaves no entry.
        var acts = narrator.Codes.Where(code => code != "NOT_FOUND").Order();
        (await service.AuditedCodesAsync()).Order().ShouldBe(acts, told.ToString());
    }
}
