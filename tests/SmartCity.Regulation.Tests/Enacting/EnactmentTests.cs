using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Application.Enacting;
using SmartCity.Regulation.Application.Interpretations;
using SmartCity.Regulation.Application.Parameters;
using SmartCity.Regulation.Application.Rules;
using SmartCity.Regulation.Domain.Enactments;
using SmartCity.Regulation.Infrastructure;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Tests.Sample;
using SmartCity.Regulation.Tests.Sample.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Enacting;

public sealed class EnactmentTests
{
    private static readonly DateOnly Today = ChinaTime.DateOf(ModuleHost.Start);
    private static readonly DateOnly Tomorrow = Today.AddDays(1);
    private static readonly string Hash = new('a', 64);

    private static readonly Reading Registration = new("INT-36", [38], "多少日内登记？", "四十五日内。");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Interpret_WhenTomorrowComes_ThenDecisionsAreTakenUnderTheNextVersion(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);

        (await host.SendAs(SampleModule.Office, Interpretation("sample.days", "45"))).ShouldBeAccepted();

        InForceIn(host).ShouldBe((1, 30));
        host.Time.Advance(TimeSpan.FromDays(1));
        InForceIn(host).ShouldBe((2, 45));
    }

    [Theory, EveryDatabase]
    public async Task Interpret_WhenAnotherInstanceServes_ThenItHearsOfItAndNumbersItAlike(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await using var other = host.AnotherInstance();
        (await host.SendAs(SampleModule.Office, Interpretation("sample.days", "45"))).ShouldBeAccepted();
        host.Time.Advance(TimeSpan.FromDays(1));
        InForceIn(other).ShouldBe((1, 30));

        await ResumeAsync(other);

        InForceIn(other).ShouldBe((2, 45));
    }

    [Theory, EveryDatabase]
    public async Task Interpret_WhenItTouchesANumberOfTheText_ThenRefusedAndNothingIsKept(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);

        var outcome = await host.SendAs(SampleModule.Office, Interpretation("sample.months", "2"));

        outcome.ShouldBeRefused("INTERPRETATION_EXCEEDS_TEXT");
        (await CountAsync(host)).ShouldBe(0);
    }

    [Fact]
    public async Task Amend_WhenItTouchesWhatTheTextLeavesOpen_ThenAnInterpretationIsRequired()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);

        var outcome = await host.SendAs(SampleModule.Office, Amendment("sample.days", "45"));

        outcome.ShouldBeRefused("INTERPRETATION_REQUIRED");
    }

    [Fact]
    public async Task Amend_WhenEverythingIsWrongAtOnce_ThenEveryReasonIsTold()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        var command = new EnactAmendment(
            Document(effectiveFrom: Today, issuedOn: Tomorrow),
            [new("sample.days", "45"), new("sample.strict", "false")],
            Hash
        );

        var outcome = await host.SendAs(SampleModule.Office, command);

        outcome.ShouldBeRefused(
            "NOT_RETROACTIVE",
            "ENACTMENT_DATE_IMPLAUSIBLE",
            "INTERPRETATION_REQUIRED",
            "CONTROL_DECISION_REQUIRED"
        );
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Amend_WhenItTakesEffect_ThenTomorrowAtTheEarliest(int days, bool accepted)
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        var command = Amendment("sample.months", "4") with { Document = Document(effectiveFrom: Today.AddDays(days)) };

        var outcome = await host.SendAs(SampleModule.Office, command);

        (outcome.Failure?.Code).ShouldBe(accepted ? null : "NOT_RETROACTIVE");
    }

    [Theory, EveryDatabase]
    public async Task Decide_WhenAControlIsSwitchedOff_ThenItStopsNobodyFromThatDayOnAndCanComeBack(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        (await host.SendAs(SampleModule.Office, Switching("SAMPLE_GUARDED", isOff: true, "1号", 1))).ShouldBeAccepted();
        (
            await host.SendAs(SampleModule.Office, Switching("SAMPLE_GUARDED", isOff: false, "2号", 5))
        ).ShouldBeAccepted();

        bool IsSatisfiedIn(int days) => Article36.Guarded.IsSatisfied(new(0), Parameters(host).On(Today.AddDays(days)));

        (IsSatisfiedIn(0), IsSatisfiedIn(1), IsSatisfiedIn(4), IsSatisfiedIn(5)).ShouldBe((false, true, true, false));
        host.Time.Advance(TimeSpan.FromDays(1));
        (await host.AskAs(SampleModule.Office, new GetRule("SAMPLE_GUARDED"))).Value.IsSwitchedOff.ShouldBeTrue();
    }

    [Theory]
    [InlineData("SAMPLE_TOO_SHORT")]
    [InlineData("INTERPRETATION_EXCEEDS_TEXT")]
    public async Task Decide_WhenTheRuleIsNoControl_ThenRefused(string rule)
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);

        var outcome = await host.SendAs(SampleModule.Office, Switching(rule, isOff: true, "1号", 1));

        outcome.ShouldBeRefused("ONLY_CONTROLS_ARE_SWITCHED");
    }

    [Theory]
    [InlineData("sample.days", "0", "OUT_OF_RANGE")]
    [InlineData("sample.days", "-30", "OUT_OF_RANGE")]
    [InlineData("sample.days", "many", "WRONG_FORM")]
    [InlineData("sample.days", "30", "UNCHANGED")]
    [InlineData("sample.amount", "-1.00", "OUT_OF_RANGE")]
    [InlineData("sample.pace", "fast", "WRONG_FORM")]
    [InlineData("sample.unknown", "1", "UNKNOWN_VALUE")]
    public async Task Interpret_WhenAValueMakesNoSense_ThenAClearInputErrorAtItsField(
        string parameter,
        string value,
        string code
    )
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);

        var outcome = await host.SendAs(SampleModule.Office, Interpretation(parameter, value));

        outcome.ShouldFail(ErrorKind.Invalid, "INVALID_INPUT");
        outcome.Failure!.Fields.Select(field => (field.Field, field.Code)).ShouldBe([("changes[0]", code)]);
        (await CountAsync(host)).ShouldBe(0);
    }

    [Fact]
    public async Task Interpret_WhenNamedTwice_ThenTheSecondIsWrong()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        var command = Interpretation("sample.days", "45") with
        {
            Changes = [new("sample.days", "45"), new("sample.days", "60")],
        };

        var outcome = await host.SendAs(SampleModule.Office, command);

        outcome.Failure!.Fields.Select(field => (field.Field, field.Code)).ShouldBe([("changes[1]", "DUPLICATE")]);
    }

    [Fact]
    public async Task Interpret_WhenTheDocumentIsRegisteredAlready_ThenNotTwice()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        (await host.SendAs(SampleModule.Office, Interpretation("sample.days", "45"))).ShouldBeAccepted();

        var outcome = await host.SendAs(SampleModule.Office, Interpretation("sample.days", "60"));

        outcome.ShouldFail(ErrorKind.Conflict, "ENACTMENT_REGISTERED");
    }

    [Theory]
    [InlineData("construction-unit")]
    [InlineData("audit-office")]
    [InlineData(Actor.AdministratorRole)]
    public async Task Enact_WhenNotTheOffice_ThenNotCompetent(string role)
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        ICommand[] commands =
        [
            Interpretation("sample.days", "45"),
            Amendment("sample.months", "4"),
            Switching("SAMPLE_GUARDED", isOff: true, "1号", 1),
        ];

        foreach (var command in commands)
        {
            (await host.SendAs(SampleModule.ActorOf(role), command)).ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        }
    }

    [Theory, EveryDatabase]
    public async Task GetParameter_WhenItWasChangedTwice_ThenItsHistoryAndWhatIsToCome(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        (await host.SendAs(SampleModule.Office, Interpretation("sample.days", "45"))).ShouldBeAccepted();
        var later = Interpretation("sample.days", "60") with { Document = Document("2号", Today.AddDays(30)) };
        (await host.SendAs(SampleModule.Office, later)).ShouldBeAccepted();
        host.Time.Advance(TimeSpan.FromDays(1));

        var told = (await host.AskAs(SampleModule.Office, new GetParameter("sample.days"))).Value;

        told.Value.ShouldBe("45");
        told.Values.Select(one => (one.Value, one.EffectiveFrom, one.RuleVersion, one.IsToCome, one.DocumentNumber))
            .ShouldBe([
                ("30", new(2018, 1, 8), 1, false, null),
                ("45", Tomorrow, 2, false, "1号"),
                ("60", Today.AddDays(30), 3, true, "2号"),
            ]);
    }

    [Theory]
    [InlineData(0, "30")]
    [InlineData(1, "45")]
    public async Task ListParameters_WhenADayIsNamed_ThenTheValuesOfThatDay(int days, string value)
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        (await host.SendAs(SampleModule.Office, Interpretation("sample.days", "45"))).ShouldBeAccepted();

        var page = (await host.AskAs(SampleModule.Office, new ListParameters(On: Today.AddDays(days)))).Value;

        page.Items.Single(line => line.Code == "sample.days").Value.ShouldBe(value);
    }

    [Theory, EveryDatabase]
    public async Task ListEnactments_WhenPaged_ThenTheLastFirstAndEachOnce(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        (await host.SendAs(SampleModule.Office, Interpretation("sample.days", "45"))).ShouldBeAccepted();
        (await host.SendAs(SampleModule.Office, Amendment("sample.months", "4"))).ShouldBeAccepted();
        (await host.SendAs(SampleModule.Office, Switching("SAMPLE_GUARDED", isOff: true, "3号", 1))).ShouldBeAccepted();

        var first = (await host.AskAs(SampleModule.Office, new ListEnactments(Limit: 2))).Value;
        var second = (await host.AskAs(SampleModule.Office, new ListEnactments(After: first.Next, Limit: 2))).Value;

        first
            .Items.Concat(second.Items)
            .Select(line => (line.Number, line.Kind))
            .ShouldBe([(3, ParameterAct.Control), (2, ParameterAct.Amendment), (1, ParameterAct.Interpretation)]);
        second.Next.ShouldBeNull();
        (
            await host.AskAs(SampleModule.Office, new ListEnactments(Parameter: "sample.months"))
        ).Value.Items.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task GetEnactment_WhenItIsAnAmendment_ThenTellsIssuerHashOldAndNewValue(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var receipt = (await host.SendAs(SampleModule.Office, Amendment("sample.months", "4"))).Value;

        var told = (await host.AskAs(SampleModule.Office, new GetEnactment(receipt.Id))).Value;

        (told.Issuer, told.DocumentSha256, told.Version).ShouldBe(("市人民政府", Hash, 2));
        told.Changes.ShouldBe([new("sample.months", "3", "4")]);
    }

    [Theory, EveryDatabase]
    public async Task GetInterpretation_WhenItIsReadAnew_ThenBothWordingsWithTheirDays(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var command = Interpretation("sample.days", "45") with
        {
            Reading = Registration with { Number = "INT-12", Words = "期限为九个月。" },
        };
        (await host.SendAs(SampleModule.Office, command)).ShouldBeAccepted();

        var told = (await host.AskAs(SampleModule.Office, new GetInterpretation("INT-12"))).Value;
        var today = (await host.AskAs(SampleModule.Office, new ListInterpretations())).Value;
        var tomorrow = (await host.AskAs(SampleModule.Office, new ListInterpretations(On: Tomorrow))).Value;

        told.Wordings.Select(one => (one.EffectiveFrom, one.IsToCome))
            .ShouldBe([(new DateOnly(2018, 1, 8), false), (Tomorrow, true)]);
        today.Items.Single(one => one.Number == "INT-12").DocumentNumber.ShouldBeNull();
        tomorrow.Items.Single(one => one.Number == "INT-12").Reading.ShouldBe("期限为九个月。");
    }

    [Fact]
    public async Task Enact_WhenItIsMalformed_ThenEveryFieldIsTold()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        var command = new EnactAmendment(new("", "", new(1900, 1, 1), new(2200, 1, 1), ""), [], "ABC");

        var outcome = await host.SendAs(SampleModule.Office, command);

        outcome
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe(
                [
                    ("document.documentNumber", "REQUIRED"),
                    ("document.title", "REQUIRED"),
                    ("document.issuedOn", "OUT_OF_RANGE"),
                    ("document.effectiveFrom", "OUT_OF_RANGE"),
                    ("document.reason", "REQUIRED"),
                    ("changes", "REQUIRED"),
                    ("documentSha256", "WRONG_FORM"),
                ],
                ignoreOrder: true
            );
    }

    private static EnactmentText Document(
        string number = "1号",
        DateOnly? effectiveFrom = null,
        DateOnly? issuedOn = null
    ) => new(number, "文件", issuedOn ?? Today, effectiveFrom ?? Tomorrow, "理由");

    private static EnactInterpretation Interpretation(string parameter, string value) =>
        new(Document(), Registration, [new(parameter, value)]);

    private static EnactAmendment Amendment(string parameter, string value) =>
        new(Document(), [new(parameter, value)], Hash);

    private static DecideOnControls Switching(string rule, bool isOff, string number, int days) =>
        new(Document(number, Today.AddDays(days)), [], [new(rule, isOff)]);

    private static ParametersInForce Parameters(ModuleHost host) =>
        host.Services.GetRequiredService<ParametersInForce>();

    private static (int Version, int Days) InForceIn(ModuleHost host)
    {
        using var scope = host.Services.CreateScope();
        var rules = scope.ServiceProvider.GetRequiredService<RulesInForce>();
        return (rules.Parameters.Version, rules.Parameters.Of(Article36.Days));
    }

    private static async Task ResumeAsync(ModuleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await new RegulationModule().ResumeAsync(scope.ServiceProvider, Cancellation);
    }

    private static Task<int> CountAsync(ModuleHost host) =>
        host.InDatabaseAsync<RegulationDb, int>(database => database.Enactments.CountAsync(Cancellation));

    private static Task<ModuleHost> HostAsync(DatabaseKind kind) =>
        ModuleHost.StartAsync(kind, SampleModule.WithTheKernel);
}
