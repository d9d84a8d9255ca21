using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Evidence;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>How the service asks; what a real witness answers is tested end to end.</summary>
public sealed class CosigningJobTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenRunTwice_ThenTheWitnessIsAskedOnceAndItsLineIsKeptOnce(DatabaseKind kind)
    {
        var witness = new AnsweringWitness();
        await using var host = await StartAsync(kind, witness);

        await RunAsync(host);
        await RunAsync(host);

        witness.Asked.ShouldHaveSingleItem().ShouldStartWith("old 0\n\ntest.example/evidence\n2\n");
        (await CosignaturesAsync(host)).ShouldHaveSingleItem().ShouldStartWith("— witness.example/audit ");
    }

    [Fact]
    public async Task RunAsync_WhenTheWitnessKnowsAnotherSize_ThenTheProofBeginsThere()
    {
        var witness = new AnsweringWitness { LastSize = 1 };
        await using var host = await StartAsync(DatabaseKind.Sqlite, witness);

        await RunAsync(host);

        witness.Asked.Count.ShouldBe(2);
        witness.Asked[1].Split('\n')[..3].ShouldBe(["old 1", witness.Asked[1].Split('\n')[1], ""]);
        (await CosignaturesAsync(host)).ShouldHaveSingleItem();
    }

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenTheWitnessDiedBetweenItsMemoryAndItsAnswer_ThenTheNextTurnGetsTheCosignature(
        DatabaseKind kind
    )
    {
        var witness = new AnsweringWitness { DiesBeforeItAnswers = true };
        await using var host = await StartAsync(kind, witness);
        await RunAsync(host);
        (await CosignaturesAsync(host)).ShouldBeEmpty();

        witness.DiesBeforeItAnswers = false;
        await RunAsync(host);

        witness.Asked.Select(body => body.Split('\n')[0]).ShouldBe(["old 0", "old 0", "old 2"]);
        (await CosignaturesAsync(host)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task RunAsync_WhenTheWitnessHasSeenMoreThanTheLogHolds_ThenNothingIsKept()
    {
        var witness = new AnsweringWitness { LastSize = 9 };
        await using var host = await StartAsync(DatabaseKind.Sqlite, witness);

        await RunAsync(host);

        witness.Asked.ShouldHaveSingleItem();
        (await CosignaturesAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_WhenAnotherAnswersInTheWitnessesName_ThenNothingIsKept()
    {
        var witness = new AnsweringWitness { IsForged = true };
        await using var host = await StartAsync(DatabaseKind.Sqlite, witness);

        await RunAsync(host);

        witness.Asked.ShouldHaveSingleItem();
        (await CosignaturesAsync(host)).ShouldBeEmpty();
    }

    private static async Task<ModuleHost> StartAsync(DatabaseKind kind, AnsweringWitness witness)
    {
        var host = await EvidenceLogTests.OpenAsync(
            kind,
            configure: services =>
            {
                services.AddSingleton<IReadOnlyList<WitnessSettings>>([witness.Settings]);
                services.AddHttpClient(CosigningJob.ClientName).ConfigurePrimaryHttpMessageHandler(() => witness);
            }
        );
        await EvidenceLogTests.ActAsync(host, from: 1, count: 2);
        await EvidenceLogTests.SequenceAsync(host);
        return host;
    }

    private static async Task RunAsync(ModuleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CosigningJob>().RunAsync(Cancellation);
    }

    private static async Task<string[]> CosignaturesAsync(ModuleHost host) =>
        await host.InDatabaseAsync(
            async (SecurityDb database) =>
                (await database.LogCheckpoints.Select(one => one.Cosignatures).SingleAsync(Cancellation)).Split(
                    '\n',
                    StringSplitOptions.RemoveEmptyEntries
                )
        );
}
