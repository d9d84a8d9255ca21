using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.EndToEndTests.Fuzzing;
using SmartCity.EndToEndTests.Line;

namespace SmartCity.EndToEndTests.DryRuns;

/// <summary>A dry run of every command over HTTP: it says what the act would be answered, and changes nothing.</summary>
public sealed class DryRunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task DryRun_WhenAskedOfEveryCommand_ThenAgreesWithTheActAndChangesNothing(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind, DemonstrationService.WithoutBackground);
        using var nobody = new HttpClient { BaseAddress = service.Address };
        var document = (await ApiDocument.ReadAllAsync(nobody, Cancellation))[0];
        using var fuzzer = new Fuzzer(
            service.Address,
            document,
            await service.TokensAsync(),
            new(Seed: 1, Attempts: 0)
        );
        await using var rehearser = new Rehearser(document, fuzzer, service);
        await rehearser.StartAsync();
        using var stage = new Stage(rehearser.Address, service.Accounts, new Narrator(TextWriter.Null), Cancellation);

        await new Tour(stage).WalkAsync();
        // What the tour does not do, or not any more: every command as documented, by every account.
        var before = await service.StateAsync();
        var commands = await fuzzer.RunDryAsync(Cancellation);

        (await service.StateAsync()).ChangedSince(before).ShouldBeEmpty();
        before.Tables.ShouldBeGreaterThan(80);
        rehearser.Changes.ShouldBeEmpty();
        fuzzer.Report.ToString().ShouldBeEmpty();
        string.Join('\n', rehearser.Rehearsals.Select(one => one.Difference()).OfType<string>()).ShouldBeEmpty();
        var open = rehearser.Rehearsals.Where(one => one.IsAccepted).Select(one => one.Module).ToHashSet();
        var shut = rehearser.Rehearsals.Where(one => one.IsRefused).Select(one => one.Module).ToHashSet();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{commands} commands; {rehearser.Rehearsals.Count} acts of {rehearser.Rehearsals.Select(one => one.Operation.Id).Distinct().Count()} operations; "
                + $"accepted in {string.Join(", ", open.Order())}; refused in {string.Join(", ", shut.Order())}"
        );
        open.Count.ShouldBeGreaterThanOrEqualTo(6);
        shut.Count.ShouldBeGreaterThanOrEqualTo(3);
    }
}
