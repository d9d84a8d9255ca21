using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Delegating;
using SmartCity.Modules.Security.Application.Posts;
using SmartCity.Modules.Security.Application.Powers;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>Units take other names and are merged; what was so before stays so for the days before (ADR 0034).</summary>
public sealed class UnitChangeTests
{
    private static readonly DateOnly Today = NoticeOffice.Today;

    [Theory]
    [EveryDatabase]
    public async Task RenameUnit_WhenRenamedTwice_ThenEachDayHasItsName(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var unit = new UnitId(office.Officer.Unit);

        await office.Accepted(Renamed(unit, "第二名称", Today.AddDays(-10)), office.Administrator);
        await office.Accepted(Renamed(unit, "第三名称", Today) with { ExpectedVersion = 2 }, office.Administrator);

        var names = new List<(string, string)>();
        foreach (var day in new[] { -11, -10, -1, 0 })
        {
            var told = (await office.Host.AskAs(office.Stranger, new ReadUnit(unit, Today.AddDays(day)))).Value;
            var listed = (
                await office.Host.AskAs(
                    office.Stranger,
                    new ListUnits(null, null, "第三", null, 50, Today.AddDays(day))
                )
            ).Value.Items.ShouldHaveSingleItem();
            names.Add((told.Name, listed.Name));
        }

        names.ShouldBe([
            ("演示单位1", "演示单位1"),
            ("第二名称", "第二名称"),
            ("第二名称", "第二名称"),
            ("第三名称", "第三名称"),
        ]);
        var today = (await office.Host.AskAs(office.Stranger, new ReadUnit(unit))).Value;
        (today.Name, today.ShortName).ShouldBe(("第三名称", "第三名称"));
        today
            .EarlierNames.Select(one => (one.Name, one.LastDay, one.Basis))
            .ShouldBe([
                ("演示单位1", Today.AddDays(-11), "咸编发〔2026〕9号"),
                ("第二名称", Today.AddDays(-1), "咸编发〔2026〕9号"),
            ]);
    }

    [Theory]
    [EveryDatabase]
    public async Task RenameUnit_WhenAskedByName_ThenFoundUnderTheOldAndToldUnderTheNew(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var unit = new UnitId(office.Officer.Unit);
        await office.Accepted(Renamed(unit, "第二名称", Today), office.Administrator);

        var listed = (
            await office.Host.AskAs(office.Stranger, new ListUnits(null, null, "演示单位1", null, 50))
        ).Value.Items.ShouldHaveSingleItem();
        var named = await office.Host.AskAs(office.Administrator, new UnitsNamed(["第二名称"]));
        var profile = await office.Host.AskAs(office.Administrator, new UnitOf(unit));

        (listed.Id, listed.Name).ShouldBe((unit, "第二名称"));
        named.ShouldHaveSingleItem().Unit.Id.ShouldBe(unit);
        profile!.Name.ShouldBe("第二名称");
    }

    [Theory]
    [EveryDatabase]
    public async Task RenameUnit_WhenItCannotBeRecorded_ThenTheReasonIsTold(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var unit = new UnitId(office.Officer.Unit);
        await office.Accepted(Renamed(unit, "第二名称", Today), office.Administrator);
        var again = Renamed(unit, "第三名称", Today) with { ExpectedVersion = 2 };

        var tomorrow = await office.Host.SendAs(office.Administrator, again with { EffectiveOn = Today.AddDays(1) });
        var outOfOrder = await office.Host.SendAs(office.Administrator, again);
        var withoutBasis = await office.Host.SendAs(office.Administrator, again with { Basis = "" });
        var noAdministrator = await office.Host.SendAs(office.Officer, again);

        tomorrow.ShouldFail(ErrorKind.Unprocessable, "CHANGE_NOT_YET");
        outOfOrder.ShouldFail(ErrorKind.Unprocessable, "RENAMED_SINCE");
        withoutBasis.Failure!.Fields.Select(field => field.Field).ShouldBe(["basis"]);
        noAdministrator.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory]
    [EveryDatabase]
    public async Task MergeUnit_WhenMerged_ThenItsPeopleAreTheSuccessors(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var (unit, successor) = (new UnitId(office.Officer.Unit), new UnitId(office.Stranger.Unit));
        var (officer, colleague) = (new AccountId(office.Officer.Account), new AccountId(office.Colleague.Account));
        await AppointAsync(office, officer, unit, PostKind.MainLeader);
        await AppointAsync(office, colleague, unit, PostKind.TechnicalStaff);
        var delegation = await office.Accepted(
            new RecordDelegation(officer, colleague, Today, Today.AddDays(9), "年休假"),
            office.Officer
        );
        var notice = await office.FiledAsync(office.Raised());
        (await office.SeenByAsync(office.Stranger)).ShouldNotContain(notice);

        await office.Accepted(Merged(unit, successor), office.Administrator);

        var profiles = await office.Host.AskAs(office.Administrator, new AccountsOf([officer]));
        var profile = profiles.ShouldHaveSingleItem();
        (profile.Unit, profile.IsOf(unit), profile.IsOf(successor)).ShouldBe((successor, true, true));
        var posts = await office.Host.AskAs(office.Administrator, new PostsOf([officer, colleague], Today));
        posts
            .Select(post => (post.Account, post.Unit, post.Kind))
            .ShouldBe([(colleague, successor, PostKind.TechnicalStaff)]);
        var before = await office.Host.AskAs(office.Administrator, new PostsOf([officer], Today.AddDays(-1)));
        before.ShouldHaveSingleItem().Unit.ShouldBe(unit);
        var moved = (await office.Host.AskAs(office.Administrator, new GetDelegation(new(delegation.Id)))).Value;
        (moved.Unit, moved.IsInForce).ShouldBe((successor, true));
        (await office.SeenByAsync(office.Stranger)).ShouldContain(notice);
        (await office.SeenByAsync(office.Auditor)).ShouldNotContain(notice);
    }

    [Theory]
    [EveryDatabase]
    public async Task MergeUnit_WhenAskedAsOfADay_ThenTheUnitStandsUntilItsLastDay(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var (unit, successor) = (new UnitId(office.Officer.Unit), new UnitId(office.Stranger.Unit));
        office.Host.Time.Advance(TimeSpan.FromDays(10));
        var effective = Today.AddDays(8);
        await office.Accepted(Merged(unit, successor) with { EffectiveOn = effective }, office.Administrator);

        var before = (await office.Host.AskAs(office.Auditor, new ReadUnit(unit, effective.AddDays(-1)))).Value;
        var after = (await office.Host.AskAs(office.Auditor, new ReadUnit(unit, effective))).Value;
        var heir = (await office.Host.AskAs(office.Auditor, new ReadUnit(successor))).Value;
        var heirBefore = (
            await office.Host.AskAs(office.Auditor, new ReadUnit(successor, effective.AddDays(-1)))
        ).Value;
        var powersBefore = await UnitsOfPowersAsync(office, effective.AddDays(-1));
        var powersAfter = await UnitsOfPowersAsync(office, effective);

        (before.LastDay, before.Successor).ShouldBe((null, null));
        (after.LastDay, after.Successor, after.MergerBasis).ShouldBe(
            (effective.AddDays(-1), successor, "咸编发〔2026〕10号")
        );
        heir.Predecessors.ShouldBe([unit]);
        heirBefore.Predecessors.ShouldBeEmpty();
        powersBefore.ShouldBe([(unit, "演示单位1")]);
        powersAfter.ShouldBe([(successor, "演示单位2")]);
    }

    [Theory]
    [EveryDatabase]
    public async Task MergeUnit_WhenTheSuccessorIsMergedInItsTurn_ThenTheLastHasAll(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var (first, second) = (new UnitId(office.Officer.Unit), new UnitId(office.Stranger.Unit));
        var third = new UnitId((await office.Accepted(Given.Unit(9))).Id);

        await office.Accepted(Merged(first, second), office.Administrator);
        await office.Accepted(Merged(second, third), office.Administrator);

        var profile = await office.Host.AskAs(office.Administrator, new UnitOf(third));
        profile!.Predecessors.ShouldBe([first, second], ignoreOrder: true);
        var named = await office.Host.AskAs(office.Administrator, new UnitsNamed(["演示单位1"]));
        named.ShouldHaveSingleItem().Unit.Id.ShouldBe(third);
        var account = await office.Host.AskAs(
            office.Administrator,
            new AccountsOf([new AccountId(office.Officer.Account)])
        );
        (account[0].Unit, account[0].IsOf(first), account[0].IsOf(second)).ShouldBe((third, true, true));
        (await office.FiledAsync(office.Raised())).ShouldBe(
            (await office.SeenByAsync(office.Officer with { Unit = third.Value })).ShouldHaveSingleItem()
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task MergeUnit_WhenItCannotBeRecorded_ThenTheReasonIsTold(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var (unit, other) = (new UnitId(office.Officer.Unit), new UnitId(office.Stranger.Unit));
        var county = new UnitId((await office.Accepted(Given.Unit(8, UnitKind.CountyUnit, "610422"))).Id);
        var builder = new UnitId((await office.Accepted(Given.Unit(9, UnitKind.Contractor))).Id);
        var ended = new UnitId((await office.Accepted(Given.Unit(10))).Id);
        await office.Accepted(Merged(ended, other), office.Administrator);

        var answers = new List<(ErrorKind, string)>();
        foreach (
            var merger in new[]
            {
                Merged(unit, unit),
                Merged(unit, default),
                Merged(unit, ended),
                Merged(unit, county),
                Merged(unit, builder),
                Merged(unit, other) with
                {
                    EffectiveOn = Today.AddDays(1),
                },
                Merged(ended, unit) with
                {
                    ExpectedVersion = 2,
                },
            }
        )
        {
            var failure = (await office.Host.SendAs(office.Administrator, merger)).Failure!;
            answers.Add((failure.Kind, failure.Code));
        }

        answers.ShouldBe([
            (ErrorKind.Unprocessable, "OWN_SUCCESSOR"),
            (ErrorKind.Unprocessable, "UNIT_UNKNOWN"),
            (ErrorKind.Unprocessable, "UNIT_ENDED"),
            (ErrorKind.Refused, "SUCCESSOR_OF_OTHER_POWER"),
            (ErrorKind.Refused, "SUCCESSOR_OF_OTHER_POWER"),
            (ErrorKind.Unprocessable, "CHANGE_NOT_YET"),
            (ErrorKind.IllegalTransition, "ILLEGAL_TRANSITION"),
        ]);
        (await office.Host.SendAs(office.Officer, Merged(unit, other))).ShouldFail(
            ErrorKind.Forbidden,
            "WRONG_AUTHORITY"
        );
    }

    // What two administrators have to agree on is not brought about by one of them through a merger.
    [Fact]
    public async Task MergeUnit_WhenItsPeopleWouldGainAPowerThatIsConfirmed_ThenRefusedUntilTheirAccountsAreClosed()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var unit = new UnitId((await host.SendAs(Given.Administrator, Given.Unit(1))).Value.Id);
        var bureau = Given.Unit(2, UnitKind.FinanceBureau);
        var successor = new UnitId((await host.SendAs(Given.Administrator, bureau)).Value.Id);
        var account = new AccountId((await host.SendAs(Given.Administrator, Given.Account(unit))).Value.Id);
        var merger = Merged(unit, successor) with { EffectiveOn = new DateOnly(2026, 1, 5) };

        (await host.SendAs(Given.Administrator, merger)).ShouldFail(ErrorKind.Unprocessable, "POWER_NOT_CONFIRMED");
        (await host.AskAs(Given.Administrator, new ReadUnit(unit))).Value.Successor.ShouldBeNull();

        (
            await host.SendAs(Given.Administrator, new CloseAccount(account, ExpectedVersion: 1))
        ).IsFailure.ShouldBeFalse();
        (await host.SendAs(Given.Administrator, merger)).IsFailure.ShouldBeFalse();
        (await host.AskAs(Given.Administrator, new ReadUnit(unit))).Value.Successor.ShouldNotBeNull();
    }

    [Theory]
    [EveryDatabase]
    public async Task EndedUnit_WhenItIsNamedForSomethingNew_ThenTheSuccessorIsToBeNamed(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var (unit, successor) = (new UnitId(office.Officer.Unit), new UnitId(office.Stranger.Unit));
        var subordinate = new UnitId((await office.Accepted(Given.Unit(9) with { Superior = unit })).Id);
        await office.Accepted(Merged(unit, successor), office.Administrator);

        var account = await office.Host.SendAs(office.Administrator, Given.Account(unit, "too.late"));
        var superior = await office.Host.SendAs(office.Administrator, Given.Unit(10) with { Superior = unit });
        var name = await office.Host.SendAs(
            office.Administrator,
            Renamed(unit, "新名称", Today) with
            {
                ExpectedVersion = 2,
            }
        );

        account.ShouldFail(ErrorKind.Unprocessable, "UNIT_ENDED");
        superior.ShouldFail(ErrorKind.Unprocessable, "UNIT_ENDED");
        name.ShouldBeIllegalNow();
        (await office.Host.AskAs(office.Administrator, new ReadUnit(subordinate))).Value.Superior.ShouldBe(successor);
    }

    private static RenameUnit Renamed(UnitId unit, string name, DateOnly from) =>
        new(unit, name, name, from, "咸编发〔2026〕9号", ExpectedVersion: 1);

    private static MergeUnit Merged(UnitId unit, UnitId successor) =>
        new(unit, successor, Today, "咸编发〔2026〕10号", ExpectedVersion: 1);

    private static Task<Receipt> AppointAsync(NoticeOffice office, AccountId account, UnitId unit, PostKind kind) =>
        office.Accepted(
            new AppointToPost(account, unit, kind, "职务", Today.AddDays(-100), null),
            office.Administrator
        );

    private static async Task<List<(UnitId?, string)>> UnitsOfPowersAsync(NoticeOffice office, DateOnly on) =>
        [
            .. (
                await office.Host.AskAs(
                    office.Administrator,
                    new ListPowers(Account: new AccountId(office.Colleague.Account), On: on)
                )
            )
                .Value.Items.Select(line => (line.ActsFor, line.UnitName))
                .Distinct(),
        ];
}
