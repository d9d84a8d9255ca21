using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Auditing;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Application.Exporting;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Evidence;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>What the service says and does while nobody outside cosigns its log.</summary>
public sealed class MissingWitnessTests
{
    private static readonly TimeSpan NoticeAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WarnAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ActAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan ASecond = TimeSpan.FromSeconds(1);

    // Longer than the service believes what it saw.
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Read_WhenTimePassesWithoutACosignature_ThenTheWarningGrowsAndEndsWithIt(DatabaseKind kind)
    {
        var witness = new AnsweringWitness { IsAway = true };
        await using var host = await StartAsync(kind, MissingWitnessMode.Warn, witness);
        var since = host.Time.GetUtcNow();
        await ActAndLogAsync(host, serial: 1);
        await CosignAsync(host);

        (await ReadAsync(host)).Level.ShouldBe(CosigningLevel.Current);
        await ShouldBecomeAsync(NoticeAfter - ASecond, CosigningLevel.Current);
        await ShouldBecomeAsync(NoticeAfter, CosigningLevel.Notice);
        await ShouldBecomeAsync(WarnAfter - ASecond, CosigningLevel.Notice);
        await ShouldBecomeAsync(WarnAfter, CosigningLevel.Warning);
        await ShouldBecomeAsync(ActAfter, CosigningLevel.Alarm);

        witness.IsAway = false;
        await CosignAsync(host);
        host.Time.Advance(AWhile);
        var after = await ReadAsync(host);
        after.Level.ShouldBe(CosigningLevel.Current);
        after.MissingSince.ShouldBeNull();
        (after.Size, after.CosignedSize).ShouldBe((1, 1));

        async Task ShouldBecomeAsync(TimeSpan age, CosigningLevel level)
        {
            host.Time.SetUtcNow(since + age);
            var state = await ReadAsync(host);
            (state.Level, state.MissingSince, state.MissingSeconds).ShouldBe((level, since, (long)age.TotalSeconds));
            (state.HasWitness, state.IsRefusing, state.CosignedSize).ShouldBe((true, false, 0));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_WhenTheLogTakesNothingMore_ThenWhatWaitsIsCountedToo(DatabaseKind kind)
    {
        var witness = new AnsweringWitness();
        await using var host = await StartAsync(kind, MissingWitnessMode.RefuseAll, witness);
        await ActAndLogAsync(host, serial: 1);
        await CosignAsync(host);
        (await host.SendAs(Given.Administrator, Given.Unit(2))).IsFailure.ShouldBeFalse();
        host.Time.Advance(ActAfter);

        var state = await ReadAsync(host);

        (state.Size, state.CosignedSize, state.Level, state.IsRefusing).ShouldBe((1, 1, CosigningLevel.Alarm, true));
        (await host.SendAs(Given.Administrator, Given.Unit(3))).Failure!.Code.ShouldBe("WITNESS_MISSING");
    }

    [Theory]
    [EveryDatabase]
    public async Task Send_WhenMoneyAndRightsAreRefused_ThenNothingElseIsAndItIsTold(DatabaseKind kind)
    {
        var witness = new AnsweringWitness { IsAway = true };
        await using var host = await StartAsync(kind, MissingWitnessMode.RefuseMoneyAndRights, witness);
        var since = host.Time.GetUtcNow();
        await ActAndLogAsync(host, serial: 1);
        (await host.SendAs(Given.Administrator, Given.Unit(2))).IsFailure.ShouldBeFalse();
        host.Time.Advance(ActAfter);

        var refused = (await host.SendAs(Given.Administrator, Given.Unit(3))).Failure;
        var dryRun = (await host.DryRunAs(Given.Administrator, Given.Unit(3))).Outcome.Failure;
        var business = await host.SendAs(Given.Administrator, new CloseAccount(default, 1));

        refused!.Kind.ShouldBe(ErrorKind.Refused);
        dryRun!.Code.ShouldBe("WITNESS_MISSING");
        business.Failure!.Code.ShouldBe("NOT_FOUND");
        var violation = refused.Violations.ShouldHaveSingleItem();
        (violation.Code, violation.Article, violation.BasisKind).ShouldBe(("WITNESS_MISSING", 32, BasisKind.Control));
        violation.Remedy.Chinese.ShouldContain("见证方");
        violation.Facts.GetProperty("stake").GetString().ShouldBe("rights");
        violation.Facts.GetProperty("lastCosignedSize").GetInt64().ShouldBe(0);
        violation.Facts.GetProperty("missingSince").GetDateTimeOffset().ShouldBe(since);
        violation.Facts.GetProperty("missingSeconds").GetInt64().ShouldBe((long)ActAfter.TotalSeconds);
        var kept = await EntriesWithAsync(host, "WITNESS_MISSING");
        kept.ShouldHaveSingleItem().Content.ShouldContain("\"rule\":\"WITNESS_MISSING\"");

        witness.IsAway = false;
        await EvidenceLogTests.SequenceAsync(host);
        await CosignAsync(host);
        host.Time.Advance(AWhile);
        (await host.SendAs(Given.Administrator, Given.Unit(3))).IsFailure.ShouldBeFalse();
    }

    [Theory]
    [EveryDatabase]
    public async Task Send_WhenAllIsRefused_ThenReadingsAndWhatFollowsFromAcceptedActsGoOn(DatabaseKind kind)
    {
        await using var host = await StartAsync(
            kind,
            MissingWitnessMode.RefuseAll,
            new AnsweringWitness { IsAway = true }
        );
        await ActAndLogAsync(host, serial: 1);
        host.Time.Advance(ActAfter);

        (await host.SendAs(Given.Administrator, Given.Unit(2))).Failure!.Code.ShouldBe("WITNESS_MISSING");
        (
            await host.SendAs(Given.Of(Roles.ConstructionUnit), new SetUpNoticeBox(null, false, DigestBy.None, 0))
        ).Failure!.Code.ShouldBe("WITNESS_MISSING");
        // An operator at the command line acts as the module; what follows from an act names it.
        (await host.SendAs(Actor.Module("Security"), Given.Unit(3))).Failure!.Code.ShouldBe("WITNESS_MISSING");
        (
            await host.SendAs(Given.Administrator, new BeginExport("/lists", ExportFormat.Csv, ""))
        ).IsFailure.ShouldBeFalse();
        await using var scope = host.ScopeOf(Actor.Module("Security"));
        scope.ServiceProvider.GetRequiredService<RequestContext>().OnBehalfOf = Given.Administrator.Account;
        (
            await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(Given.Unit(4), Cancellation)
        ).IsFailure.ShouldBeFalse();
    }

    [Fact]
    public async Task Send_WhenSeveralInstancesServe_ThenEachRefusesAndEachGoesOn()
    {
        var witness = new AnsweringWitness { IsAway = true };
        await using var host = await StartAsync(DatabaseKind.Sqlite, MissingWitnessMode.RefuseAll, witness);
        await using var another = host.AnotherInstance();
        await ActAndLogAsync(host, serial: 1);
        host.Time.Advance(ActAfter);
        foreach (var (instance, serial) in new[] { (host, 2), (another, 3) })
        {
            (await instance.SendAs(Given.Administrator, Given.Unit(serial))).Failure!.Code.ShouldBe("WITNESS_MISSING");
        }

        witness.IsAway = false;
        await EvidenceLogTests.SequenceAsync(host);
        await CosignAsync(another);
        host.Time.Advance(AWhile);

        foreach (var (instance, serial) in new[] { (host, 2), (another, 3) })
        {
            (await instance.SendAs(Given.Administrator, Given.Unit(serial))).IsFailure.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Read_WhenAskedAgainAtOnce_ThenTheDatabaseIsNotAsked()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite, MissingWitnessMode.Warn, new AnsweringWitness());
        await ReadAsync(host);
        await ActAndLogAsync(host, serial: 1);

        (await ReadAsync(host)).Size.ShouldBe(0);
        host.Time.Advance(AWhile);
        (await ReadAsync(host)).Size.ShouldBe(1);
    }

    [Fact]
    public async Task Read_WhenNoWitnessIsConfigured_ThenAlarmsAndRefusesNothing()
    {
        await using var host = await EvidenceLogTests.OpenAsync(DatabaseKind.Sqlite);
        await ActAndLogAsync(host, serial: 1);

        var state = await ReadAsync(host);

        (state.HasWitness, state.Level, state.IsRefusing).ShouldBe((false, CosigningLevel.Alarm, false));
        (await host.AskAs(Given.Administrator, new ReadLog())).Value.Cosigning.Level.ShouldBe(CosigningLevel.Alarm);
    }

    [Theory]
    [EveryDatabase]
    public async Task ListAuditEntries_WhenSomeAreCosigned_ThenEachTellsHowFarItHasCome(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind, MissingWitnessMode.Warn, new AnsweringWitness());
        await ActAndLogAsync(host, serial: 1);
        await CosignAsync(host);
        host.Time.Advance(ASecond);
        await ActAndLogAsync(host, serial: 2);
        host.Time.Advance(ASecond);
        (await host.SendAs(Given.Administrator, Given.Unit(3))).IsFailure.ShouldBeFalse();

        var lines = (await host.AskAs(Given.Of(Roles.AuditOffice, readsOnly: true), new ListAuditEntries()))
            .Value
            .Items;

        lines.Select(line => line.Log).ShouldBe([LogPlace.Waiting, LogPlace.Sequenced, LogPlace.Cosigned]);
        var one = await host.AskAs(Given.Of(Roles.AuditOffice, readsOnly: true), new ReadAuditEntry(lines[2].Id));
        one.Value.Log.ShouldBe(LogPlace.Cosigned);
    }

    private static Task<ModuleHost> StartAsync(DatabaseKind kind, MissingWitnessMode mode, AnsweringWitness witness) =>
        EvidenceLogTests.OpenAsync(
            kind,
            configure: services =>
            {
                services.AddSingleton<IReadOnlyList<WitnessSettings>>([witness.Settings]);
                services.AddHttpClient(CosigningJob.ClientName).ConfigurePrimaryHttpMessageHandler(() => witness);
                services.AddSingleton(
                    new MissingWitnessSettings
                    {
                        Mode = mode,
                        NoticeAfter = NoticeAfter,
                        WarnAfter = WarnAfter,
                        ActAfter = ActAfter,
                    }
                );
            }
        );

    private static async Task ActAndLogAsync(ModuleHost host, int serial)
    {
        (await host.SendAs(Given.Administrator, Given.Unit(serial))).IsFailure.ShouldBeFalse();
        (await EvidenceLogTests.SequenceAsync(host)).ShouldBe(1);
    }

    private static async Task CosignAsync(ModuleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CosigningJob>().RunAsync(Cancellation);
    }

    private static Task<CosigningState> ReadAsync(ModuleHost host) =>
        host.Services.GetRequiredService<ICosigningWatch>().ReadAsync(Cancellation);

    private static Task<List<AuditEntry>> EntriesWithAsync(ModuleHost host, string code) =>
        host.InDatabaseAsync(
            (SecurityDb database) =>
                database.AuditEntries.AsNoTracking().Where(AuditConditions.WithCode(code)).ToListAsync(Cancellation)
        );
}
