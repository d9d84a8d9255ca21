using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Application.LegalClocks;
using SmartCity.Regulation.Domain.LegalClocks;
using SmartCity.Regulation.Domain.Rules;
using SmartCity.Regulation.Infrastructure;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.LegalClocks;

public sealed class LegalDateTests
{
    private static readonly IReadOnlyList<IModule> Modules = [new RegulationModule()];
    private static readonly DateOnly SystemDate = ChinaTime.DateOf(ModuleHost.Start);
    private static readonly DateOnly NextYear = new(2027, 3, 2);

    private static readonly Actor Administrator = new(
        ActorKind.Person,
        Guid.Parse("01980000-0000-7000-8000-000000000001"),
        "系统管理员",
        Guid.Parse("01980000-0000-7000-8000-000000000002"),
        Actor.AdministratorRole,
        "610400"
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task MoveLegalDate_WhenForward_ThenActsAreDatedSoAndTheSystemDateStays(DatabaseKind kind)
    {
        await using var host = await DemonstrationAsync(kind);

        var outcome = await host.SendAs(Administrator, new MoveLegalDate(NextYear));

        outcome.ShouldBeAccepted();
        (await host.AskAs(Administrator, new ReadLegalDate())).Value.ShouldBe(new(NextYear, SystemDate));
    }

    [Theory]
    [EveryDatabase]
    public async Task MoveLegalDate_WhenTheServiceIsStartedAgain_ThenTheDateIsStillMoved(DatabaseKind kind)
    {
        await using var host = await DemonstrationAsync(kind);
        (await host.SendAs(Administrator, new MoveLegalDate(NextYear))).ShouldBeAccepted();

        await using var restarted = host.AnotherInstance();
        await PrepareAsync(restarted);

        restarted.Services.GetRequiredService<ILegalClock>().Today.ShouldBe(NextYear);
    }

    [Fact]
    public async Task Today_WhenADayHasPassedSinceTheMovement_ThenTheLegalDateIsADayLaterToo()
    {
        await using var host = await DemonstrationAsync(DatabaseKind.Sqlite);
        (await host.SendAs(Administrator, new MoveLegalDate(NextYear))).ShouldBeAccepted();

        host.Time.Advance(TimeSpan.FromDays(1));

        host.Services.GetRequiredService<ILegalClock>().Today.ShouldBe(NextYear.AddDays(1));
    }

    [Theory]
    [EveryDatabase]
    public async Task MoveLegalDate_WhenAgain_ThenTheEntryTellsTheDateBeforeItBesideTheInstant(DatabaseKind kind)
    {
        await using var host = await DemonstrationAsync(kind);
        (await host.SendAs(Administrator, new MoveLegalDate(NextYear))).ShouldBeAccepted();

        var second = await host.SendAs(Administrator, new MoveLegalDate(NextYear.AddDays(1)));

        second.Value.Version.ShouldBe(2);
        var entry = await host.InDatabaseAsync<RegulationDb, AuditEntry>(database =>
            database.AuditEntries.SingleAsync(entry => entry.Id == second.Value.AuditEntry, Cancellation)
        );
        using var content = JsonDocument.Parse(entry.Content);
        content.RootElement.GetProperty("legalDate").GetString().ShouldBe("2027-03-02");
        content.RootElement.GetProperty("article").GetInt32().ShouldBe(44);
        ChinaTime.DateOf(entry.At).ShouldBe(SystemDate);
    }

    [Theory]
    [EveryDatabase]
    public async Task MoveLegalDate_WhenBackward_ThenRefusedAndTheDateStays(DatabaseKind kind)
    {
        await using var host = await DemonstrationAsync(kind);
        (await host.SendAs(Administrator, new MoveLegalDate(NextYear))).ShouldBeAccepted();

        var outcome = await host.SendAs(Administrator, new MoveLegalDate(NextYear.AddDays(-1)));

        outcome.ShouldBeRefused("LEGAL_DATE_MOVES_FORWARD");
        host.Services.GetRequiredService<ILegalClock>().Today.ShouldBe(NextYear);
    }

    [Fact]
    public void Move_WhenTheActBeganBeforeAnotherMovementEnded_ThenStillForwardOnly()
    {
        var before = new RulesInForce(ParameterSnapshot.AtPromulgation, SystemDate);
        var clock = LegalClock.Unmoved();
        clock.Move(NextYear, SystemDate, before).ShouldBeAccepted();

        var outcome = clock.Move(NextYear.AddDays(-1), SystemDate, before);

        outcome.ShouldBeRefused("LEGAL_DATE_MOVES_FORWARD");
    }

    [Fact]
    public async Task RunAhead_WhenAnEarlierMovementComesLate_ThenTheDateStays()
    {
        await using var host = await DemonstrationAsync(DatabaseKind.Sqlite);
        var clock = host.Services.GetRequiredService<MovableLegalClock>();
        clock.RunAhead(365);

        clock.RunAhead(100);

        clock.Today.ShouldBe(SystemDate.AddDays(365));
    }

    [Fact]
    public async Task MoveLegalDate_WhenNotTheAdministrator_ThenForbidden()
    {
        await using var host = await DemonstrationAsync(DatabaseKind.Sqlite);

        var outcome = await host.SendAs(Administrator with { Role = "finance-bureau" }, new MoveLegalDate(NextYear));

        outcome.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory]
    [InlineData(1999, 12, 31)]
    [InlineData(2101, 1, 1)]
    public async Task MoveLegalDate_WhenTheDateIsImplausible_ThenInvalid(int year, int month, int day)
    {
        await using var host = await DemonstrationAsync(DatabaseKind.Sqlite);

        var outcome = await host.SendAs(Administrator, new MoveLegalDate(new(year, month, day)));

        outcome.Failure!.Fields.Select(field => $"{field.Field} {field.Code}").ShouldBe(["to OUT_OF_RANGE"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task MoveLegalDate_WhenNotInTheDemonstration_ThenTheClockIsTheSystemsOwn(string? environment)
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite, environment);

        var outcome = await host.SendAs(Administrator, new MoveLegalDate(NextYear));

        outcome.ShouldFail(ErrorKind.Unprocessable, "LEGAL_DATE_FIXED");
        host.Services.GetRequiredService<ILegalClock>().ShouldBeOfType<SystemLegalClock>().Today.ShouldBe(SystemDate);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void LegalDateMovesForward_WhenSoManyDaysOn_ThenOnlyALaterDayPasses(int days, bool satisfied) =>
        Article44.LegalDateMovesForward.ShouldJudge(new(NextYear, NextYear.AddDays(days), SystemDate), satisfied);

    [Fact]
    public void Basis_WhenTheArticleSpeaksOfNoMovement_ThenItIsAControl() =>
        Article44.LegalDateMovesForward.ShouldRestOn(BasisKind.Control, 44);

    private static async Task<ModuleHost> DemonstrationAsync(DatabaseKind kind)
    {
        var host = await HostAsync(kind, DemonstrationEnvironment.Name);
        await PrepareAsync(host);
        return host;
    }

    private static Task<ModuleHost> HostAsync(DatabaseKind kind, string? environment) =>
        ModuleHost.StartAsync(
            kind,
            Modules,
            services =>
            {
                if (environment is not null)
                {
                    services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment });
                }
            }
        );

    private static async Task PrepareAsync(ModuleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await Modules[0].PrepareDemonstrationAsync(scope.ServiceProvider, "", TextWriter.Null, Cancellation);
    }
}
