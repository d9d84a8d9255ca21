using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Delegating;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Delegations;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

public sealed class DelegationTests
{
    private static readonly DateOnly Today = NoticeOffice.Today;

    [Theory]
    [EveryDatabase]
    public async Task Delegation_WhenTheDaysPass_ThenTheDeputySeesFromTheFirstDayToTheLast(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var notice = await office.FiledAsync(office.RaisedTo(office.Officer));
        await office.Accepted(
            Away(office.Officer, office.Colleague, Today.AddDays(1), Today.AddDays(2)),
            office.Officer
        );

        var seen = new List<int>();
        for (var day = 0; day <= 3; day++)
        {
            seen.Add((await office.SeenByAsync(office.Colleague)).Count);
            (await office.SeenByAsync(office.Officer)).ShouldBe([notice]);
            office.Host.Time.Advance(TimeSpan.FromDays(1));
        }

        seen.ShouldBe([0, 1, 1, 0]);
    }

    [Theory]
    [EveryDatabase]
    public async Task Delegation_WhenTheDeputyActs_ThenItIsMarkedOnWhoseBehalf(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var notice = await office.FiledAsync(office.RaisedTo(office.Officer));
        await office.Accepted(Away(office.Officer, office.Colleague), office.Officer);

        var line = (await office.Host.AskAs(office.Colleague, new ListNotices())).Value.Items.ShouldHaveSingleItem();
        await office.Accepted(new MarkNoticeActed(notice, "已代为办理", 1), office.Colleague);

        line.OnBehalfOf!.Value.Value.ShouldBe(office.Officer.Account);
        var toDeputy = await office.ReadAsync(office.Colleague, notice);
        var toAbsentee = await office.ReadAsync(office.Officer, notice);
        (toDeputy.OnBehalfOf!.Value.Value, toAbsentee.OnBehalfOf).ShouldBe((office.Officer.Account, null));
        toAbsentee.ActedBy!.Value.Value.ShouldBe(office.Colleague.Account);
        var counts = (await office.Host.AskAs(office.Colleague, new CountNotices())).Value;
        (counts.Open, counts.UnreadOnBehalf).ShouldBe((0, 0));
    }

    [Theory]
    [EveryDatabase]
    public async Task Delegation_WhenTheDeputyIsAbsentToo_ThenHisDeputySeesBoth(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var officers = await office.FiledAsync(office.RaisedTo(office.Officer));
        var colleagues = await office.FiledAsync(office.RaisedTo(office.Colleague));
        await office.Accepted(Away(office.Officer, office.Colleague), office.Officer);
        await office.Accepted(Away(office.Colleague, office.Third), office.Colleague);

        (await office.SeenByAsync(office.Third)).ShouldBe([officers, colleagues], ignoreOrder: true);
    }

    [Theory]
    [EveryDatabase]
    public async Task EndDelegation_WhenTheAbsenteeIsBackEarly_ThenTheDeputySeesNothingMore(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        await office.FiledAsync(office.RaisedTo(office.Officer));
        var delegation = await office.Accepted(Away(office.Officer, office.Colleague), office.Officer);

        await office.Accepted(new EndDelegation(new(delegation.Id), 1), office.Officer);
        var again = await office.Host.SendAs(office.Officer, new EndDelegation(new(delegation.Id), 2));

        (await office.SeenByAsync(office.Colleague)).ShouldBeEmpty();
        again.ShouldBeIllegalNow();
        (
            await office.Host.AskAs(office.Colleague, new GetDelegation(new(delegation.Id)))
        ).Value.IsInForce.ShouldBeFalse();
    }

    [Theory]
    [EveryDatabase]
    public async Task RecordDelegation_WhenTheDeputyCannotStandIn_ThenEveryReasonIsTold(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        await office.Accepted(Away(office.Officer, office.Colleague), office.Officer);

        var overlapping = await office.Host.SendAs(office.Officer, Away(office.Officer, office.Third));
        var oneself = await office.Host.SendAs(office.Third, Away(office.Third, office.Third));
        var foreign = await office.Host.SendAs(office.Officer, Away(office.Officer, office.Stranger));
        var circle = await office.Host.SendAs(office.Colleague, Away(office.Colleague, office.Officer));

        overlapping.ShouldBeRefused("DELEGATION_OVERLAP");
        oneself.ShouldBeRefused("DEPUTY_IS_ONESELF");
        foreign.ShouldBeRefused("DEPUTY_OF_OTHER_UNIT", "DELEGATION_OVERLAP");
        circle.ShouldBeRefused("DELEGATION_CIRCLE");
    }

    [Theory]
    [EveryDatabase]
    public async Task RecordDelegation_WhenACircleIsClosedByAThird_ThenRefusedOnCommonDaysOnly(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        await office.Accepted(Away(office.Officer, office.Colleague, Today, Today.AddDays(4)), office.Officer);
        await office.Accepted(
            Away(office.Colleague, office.Third, Today.AddDays(2), Today.AddDays(6)),
            office.Colleague
        );

        var closing = await office.Host.SendAs(
            office.Third,
            Away(office.Third, office.Officer, Today.AddDays(4), Today.AddDays(8))
        );
        var after = await office.Host.SendAs(
            office.Third,
            Away(office.Third, office.Officer, Today.AddDays(5), Today.AddDays(8))
        );

        closing.ShouldBeRefused("DELEGATION_CIRCLE");
        after.ShouldBeAccepted();
    }

    [Theory]
    [EveryDatabase]
    public async Task RecordDelegation_WhenTwoStandInForEachOtherAtOnce_ThenOneIsRefused(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);

        var outcomes = await Task.WhenAll(
            office.Host.SendAs(office.Officer, Away(office.Officer, office.Colleague)),
            office.Host.SendAs(office.Colleague, Away(office.Colleague, office.Officer))
        );

        outcomes.Single(outcome => outcome.IsFailure).ShouldBeRefused("DELEGATION_CIRCLE");
    }

    [Fact]
    public async Task RecordDelegation_WhenForSomebodyElse_ThenOnlyAnAdministrator()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);

        var byColleague = await office.Host.SendAs(office.Colleague, Away(office.Officer, office.Third));
        var byAdministrator = await office.Host.SendAs(office.Administrator, Away(office.Officer, office.Third));

        byColleague.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        byAdministrator.ShouldBeAccepted();
    }

    [Fact]
    public async Task Delegation_WhenOfAnotherUnit_ThenLikeAbsentAndTheDeputyMayNotEndIt()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        var delegation = new DelegationId(
            (await office.Accepted(Away(office.Officer, office.Colleague), office.Officer)).Id
        );

        var byDeputy = await office.Host.SendAs(office.Colleague, new EndDelegation(delegation, 1));
        var byStranger = await office.Host.SendAs(office.Stranger, new EndDelegation(delegation, 1));
        var read = await office.Host.AskAs(office.Stranger, new GetDelegation(delegation));
        var listed = await office.Host.AskAs(office.Stranger, new ListDelegations());

        byDeputy.ShouldFail(ErrorKind.Forbidden, "NOT_YOUR_DELEGATION");
        byStranger.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        read.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        listed.Value.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, -1, "DELEGATION_ENDS_BEFORE_IT_BEGINS")]
    [InlineData(-3, -1, "DELEGATION_IS_PAST")]
    [InlineData(-3, 0, null)]
    public async Task RecordDelegation_WhenTheDaysAre_ThenTheyEndNeitherBeforeTheyBeginNorBeforeToday(
        int first,
        int last,
        string? code
    )
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);

        var outcome = await office.Host.SendAs(
            office.Officer,
            Away(office.Officer, office.Colleague, Today.AddDays(first), Today.AddDays(last))
        );

        outcome.Failure?.Code.ShouldBe(code);
        outcome.IsFailure.ShouldBe(code is not null);
    }

    [Fact]
    public async Task RecordDelegation_WhenTheDeputyIsASystemOrAnExpert_ThenNot()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        var system = new AccountId((await office.Accepted(Given.PartnerSystem(new(office.Officer.Unit)))).Id);

        var toSystem = await office.Host.SendAs(
            office.Officer,
            Away(office.Officer, office.Colleague) with
            {
                Deputy = system,
            }
        );
        var toExpert = await office.Host.SendAs(office.Officer, Away(office.Officer, office.Expert));

        toSystem.ShouldFail(ErrorKind.Unprocessable, "DELEGATION_NEEDS_PERSONS");
        toExpert.ShouldFail(ErrorKind.Unprocessable, "DEPUTY_OF_OTHER_OFFICE");
    }

    [Theory]
    [EveryDatabase]
    public async Task ListDelegations_WhenAskedForADay_ThenThoseInForce(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        await office.Accepted(Away(office.Officer, office.Colleague, Today, Today.AddDays(1)), office.Officer);
        await office.Accepted(Away(office.Officer, office.Third, Today.AddDays(2), Today.AddDays(3)), office.Officer);

        var listed = (await office.Host.AskAs(office.Third, new ListDelegations(On: Today.AddDays(2)))).Value;

        listed.Items.ShouldHaveSingleItem().Deputy.Value.ShouldBe(office.Third.Account);
    }

    private static RecordDelegation Away(Actor absentee, Actor deputy) =>
        Away(absentee, deputy, Today, Today.AddDays(2));

    private static RecordDelegation Away(Actor absentee, Actor deputy, DateOnly first, DateOnly last) =>
        new(new(absentee.Account), new(deputy.Account), first, last, "年休假");
}
