using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Modules.Assets.Tests.Given;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Assets.Tests.Registrations;

/// <summary>Registration and card: every state against every act.</summary>
public sealed class RegistrationTransitionTests
{
    [Theory]
    [InlineData(nameof(RegistrationState.Open), true)]
    [InlineData(nameof(RegistrationState.Complete), false)]
    [InlineData(nameof(RegistrationState.Void), false)]
    public void Register_WhenTheRegistrationIsInThisState_ThenOnlyAnOpenOneTakesCards(string state, bool legal)
    {
        var registration = AnAsset.In(Enum.Parse<RegistrationState>(state));

        var result = registration.Register(
            new(Ids.Next()),
            AnAsset.Text(),
            AnAsset.Keeper,
            AnAsset.Clerk,
            AnAsset.Rules
        );

        Judge(result, legal);
        registration.State.ToString().ShouldBe(legal ? nameof(RegistrationState.Complete) : state);
    }

    [Theory]
    [InlineData(nameof(RegistrationState.Open), true)]
    [InlineData(nameof(RegistrationState.Complete), true)]
    [InlineData(nameof(RegistrationState.Void), false)]
    public void Void_WhenTheRegistrationIsInThisState_ThenOnlyAVoidOneIsNot(string state, bool legal)
    {
        var registration = AnAsset.In(Enum.Parse<RegistrationState>(state));

        var result = registration.Void("检测报告失实", [], AnAsset.Today);

        Judge(result, legal);
        registration.State.ShouldBe(RegistrationState.Void);
    }

    [Fact]
    public void StrikeOff_WhenTheRegistrationIsOpen_ThenItStaysOpenWithoutTheCard()
    {
        var registration = AnAsset.ARegistration();
        var card = AnAsset.ACardOf(registration, Money.FromYuan(40));

        registration
            .StrikeOff(card, "重复登记", AnAsset.Clerk, AnAsset.Rules, WorkingCalendar.Published)
            .ShouldBeAccepted();

        (registration.State, registration.RegisteredValue).ShouldBe((RegistrationState.Open, Money.Zero));
        card.State.ShouldBe(CardState.StruckOff);
    }

    [Fact]
    public void StrikeOff_WhenTheRegistrationIsComplete_ThenItIsOpenAgain()
    {
        var registration = AnAsset.ARegistration();
        var card = AnAsset.ACardOf(registration);

        registration
            .StrikeOff(card, "重复登记", AnAsset.Clerk, AnAsset.Rules, WorkingCalendar.Published)
            .ShouldBeAccepted();

        (registration.State, registration.CompletedOn).ShouldBe((RegistrationState.Open, null));
    }

    [Fact]
    public void StrikeOff_WhenTheRegistrationIsVoid_ThenIllegal()
    {
        var registration = AnAsset.ARegistration();
        var card = AnAsset.ACardOf(registration);
        registration.Void("检测报告失实", [card], AnAsset.Today);

        registration
            .StrikeOff(card, "重复登记", AnAsset.Clerk, AnAsset.Rules, WorkingCalendar.Published)
            .ShouldBeIllegalNow();
    }

    [Fact]
    public void StruckOff_WhenAnythingMoreIsDoneOnTheCard_ThenIllegal()
    {
        var registration = AnAsset.ARegistration();
        var card = AnAsset.ACardOf(registration);
        registration.StrikeOff(card, "重复登记", AnAsset.Clerk, AnAsset.Rules, WorkingCalendar.Published);

        registration
            .StrikeOff(card, "重复登记", AnAsset.Clerk, AnAsset.Rules, WorkingCalendar.Published)
            .ShouldBeIllegalNow();
        Propose(card).ShouldBeIllegalNow();
        card.AcceptHandOver(AnAsset.Clerk, AnAsset.Rules).ShouldBeIllegalNow();
    }

    [Theory]
    [InlineData(9_999, nameof(RegistrationState.Open))]
    [InlineData(10_000, nameof(RegistrationState.Complete))]
    public void Register_WhenTheLastFenIsThere_ThenComplete(long fen, string state)
    {
        var registration = AnAsset.ARegistration();

        AnAsset.ACardOf(registration, Money.FromFen(fen));

        registration.State.ToString().ShouldBe(state);
    }

    [Fact]
    public void Register_WhenTheContractIsEnterpriseBuilt_ThenTheCardStandsInTheLeasedRegister()
    {
        var card = AnAsset.ACardOf(AnAsset.ARegistration(FinancingMode.EnterpriseBuilt));

        (card.Ownership, card.Register).ShouldBe((Ownership.Enterprise, AssetRegister.LeasedRegister));
    }

    [Fact]
    public void Open_WhenNoLineIsKnownAtAll_ThenStaysOpen()
    {
        var project = new AcceptedProject(
            new(Ids.Next()),
            new(Ids.Next()),
            1,
            "区域影像共享平台",
            Town.Hospital.Id,
            Town.Hospital.Name,
            AnAsset.Today
        );

        AssetRegistration
            .Open(new(Ids.Next()), project, [], AnAsset.Rules, WorkingCalendar.Published)
            .State.ShouldBe(RegistrationState.Open);
    }

    [Theory]
    [InlineData("2026-03-02", "2026-04-01")]
    [InlineData("2026-03-26", "2026-04-27")] // a Saturday
    [InlineData("2026-09-01", "2026-10-08")] // the National Day holidays
    public void Open_WhenTheLastDayIsADayOff_ThenItIsDueOnTheNextWorkingDay(string passedOn, string dueOn) =>
        AnAsset.ARegistration(passedOn: DateOnly.Parse(passedOn, null)).DueOn.ShouldBe(DateOnly.Parse(dueOn, null));

    [Fact]
    public void HandOver_WhenGivenAndTaken_ThenCustodianAndPlaceChangeTogether()
    {
        var card = AnAsset.ACardOf(AnAsset.ARegistration());
        Propose(card).ShouldBeAccepted();
        var between = (card.Custodian, card.Location);

        card.AcceptHandOver(AnAsset.Clerk, AnAsset.Rules).ShouldBeAccepted();

        between.ShouldBe((AnAsset.KeeperAccount, "一号机房"));
        (card.Custodian, card.Location).ShouldBe((AnAsset.Clerk, "二号机房"));
    }

    [Fact]
    public void HandOver_WhenNobodyGave_ThenRefused() =>
        AnAsset
            .ACardOf(AnAsset.ARegistration())
            .AcceptHandOver(AnAsset.Clerk, AnAsset.Rules)
            .ShouldBeRefused("HANDOVER_REQUIRED");

    [Fact]
    public void HandOver_WhenAnotherThanTheReceiverAccepts_ThenRefused()
    {
        var card = AnAsset.ACardOf(AnAsset.ARegistration());
        Propose(card);

        card.AcceptHandOver(AnAsset.Head, AnAsset.Rules).ShouldBeRefused("HANDOVER_REQUIRED");
    }

    [Fact]
    public void HandOver_WhenTheGiverHasNoCustodyAndTheReceiverIsOfAnotherUnit_ThenBothAreTold()
    {
        var card = AnAsset.ACardOf(AnAsset.ARegistration());

        var result = card.ProposeHandOver(
            new(AnAsset.Head, "二号机房", "搬迁"),
            AnAsset.CustodianOf(Town.LibraryClerk),
            AnAsset.Clerk,
            AnAsset.Rules
        );

        result.ShouldBeRefused("HANDOVER_REQUIRED", "CUSTODIAN_REQUIRED");
    }

    [Fact]
    public void HandOver_WhenProposedAnew_ThenTheFirstProposalLapses()
    {
        var card = AnAsset.ACardOf(AnAsset.ARegistration());
        Propose(card);

        Propose(card).ShouldBeAccepted();

        card.HandOvers.Select(one => one.State).ShouldBe([HandOverState.Lapsed, HandOverState.Proposed]);
    }

    private static Result Propose(AssetCard card) =>
        card.ProposeHandOver(
            new(AnAsset.KeeperAccount, "二号机房", "搬迁"),
            AnAsset.CustodianOf(Town.HospitalClerk),
            AnAsset.Clerk,
            AnAsset.Rules
        );

    private static void Judge<T>(T result, bool legal)
        where T : struct, IFailable<T>
    {
        if (legal)
        {
            result.ShouldBeAccepted();
        }
        else
        {
            result.ShouldBeIllegalNow();
        }
    }
}
