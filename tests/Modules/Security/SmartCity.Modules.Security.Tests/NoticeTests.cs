using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Application.Posts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Modules.Security.Domain.Units;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

public sealed class NoticeTests
{
    private static readonly DateOnly Today = NoticeOffice.Today;

    [Theory]
    [EveryDatabase]
    public async Task NoticeRaised_WhenItComesTwiceAndAgainUnderAnotherMessage_ThenFiledOnce(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var raised = office.Raised(dueOn: Today.AddDays(10));
        await office.RaiseAsync(raised);
        await office.RaiseAsync(raised with { TitleChinese = "同一通知再次发出" });

        await office.Host.DeliverAllAsync();

        var notice = await office.ReadAsync(office.Officer, new(raised.Notice));
        (await office.SeenByAsync(office.Officer)).ShouldBe([notice.Id]);
        (notice.Title, notice.State, notice.Version).ShouldBe((raised.TitleChinese, NoticeState.Unread, 1));
        (notice.Clock!.Value.Value, notice.Article, notice.DueOn).ShouldBe((raised.Clock!.Value, 36, raised.DueOn));
        (notice.ObjectType, notice.ObjectId).ShouldBe((raised.ObjectType, raised.ObjectId));
        notice.CausedBy.ShouldNotBeNull().Value.ShouldBe(Guid.Parse("01980000-0000-7000-8000-000000000097"));
    }

    [Fact]
    public async Task NoticeRaised_WhenTwoInstancesDeliverAtOnce_ThenFiledOnce()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        await using var other = office.Host.AnotherInstance();
        await office.RaiseAsync(office.Raised());

        await Task.WhenAll(office.Host.DeliverAllAsync(), other.DeliverAllAsync());

        (await office.SeenByAsync(office.Officer)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task NoticeRaised_WhenItsUnitIsUnknown_ThenSettledAsRefusedWithTheReason()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        await office.RaiseAsync(office.Raised() with { Unit = Guid.Parse("01980000-0000-7000-8000-000000000001") });

        await office.Host.DeliverAllAsync();

        var settled = await office.Host.InDatabaseAsync<SecurityDb, InboxMessage>(database =>
            database.InboxMessages.SingleAsync(TestContext.Current.CancellationToken)
        );
        (settled.Outcome, settled.Reasons).ShouldBe((InboxOutcome.Refused, "UNIT_UNKNOWN"));
    }

    [Fact]
    public async Task FileNotice_WhenSeveralFieldsAreWrong_ThenAllAreTold()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        var wrong = office.Raised() with
        {
            Kind = "Trial Due",
            TitleChinese = "",
            Article = 45,
            DueOn = new(1999, 1, 1),
        };

        var outcome = await office.Host.SendAs(Actor.Module("Security"), new FileNotice(wrong));

        outcome
            .Failure!.Fields.Select(field => $"{field.Field} {field.Code}")
            .ShouldBe([
                "raised.kind WRONG_FORM",
                "raised.titleChinese REQUIRED",
                "raised.article OUT_OF_RANGE",
                "raised.dueOn OUT_OF_RANGE",
            ]);
    }

    [Fact]
    public async Task FileNotice_WhenAPersonSendsIt_ThenForbidden()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);

        var outcome = await office.Host.SendAs(office.Administrator, new FileNotice(office.Raised()));

        outcome.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory]
    [EveryDatabase]
    public async Task ListNotices_WhenOfAUnit_ThenItsStaffSeesThemAndNobodyElse(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var notice = await office.FiledAsync(office.Raised());

        (await office.SeenByAsync(office.Officer)).ShouldBe([notice]);
        (await office.SeenByAsync(office.Colleague)).ShouldBe([notice]);
        (await office.SeenByAsync(office.Expert)).ShouldBeEmpty();
        (await office.SeenByAsync(office.Stranger)).ShouldBeEmpty();
        (await office.SeenByAsync(office.Administrator)).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task ListNotices_WhenPersonal_ThenOnlyThatPersonSeesIt(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var notice = await office.FiledAsync(office.RaisedTo(office.Expert));

        (await office.SeenByAsync(office.Expert)).ShouldBe([notice]);
        (await office.SeenByAsync(office.Officer)).ShouldBeEmpty();
        (await office.Host.AskAs(office.Officer, new GetNotice(notice))).ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task MarkNotice_WhenNotInTheActorsInbox_ThenLikeAbsentAndUnchanged()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        var notice = await office.FiledAsync(office.Raised());

        var read = await office.Host.SendAs(office.Stranger, new MarkNoticeRead(notice, 1));
        var acted = await office.Host.SendAs(office.Stranger, new MarkNoticeActed(notice, "已办", 1));

        read.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        acted.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        (await office.ReadAsync(office.Officer, notice)).State.ShouldBe(NoticeState.Unread);
    }

    [Theory]
    [EveryDatabase]
    public async Task Notice_WhenReadThenActed_ThenKeepsWhoAndWhatAndStandsForTheWholeUnit(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var notice = await office.FiledAsync(office.Raised());

        await office.Accepted(new MarkNoticeRead(notice, 1), office.Officer);
        await office.Accepted(new MarkNoticeActed(notice, "已提交报告", 2), office.Colleague);

        var seen = await office.ReadAsync(office.Third, notice);
        (seen.State, seen.ReadBy!.Value.Value, seen.ActedBy!.Value.Value).ShouldBe(
            (NoticeState.Acted, office.Officer.Account, office.Colleague.Account)
        );
        (seen.Done, seen.ActedOn).ShouldBe(("已提交报告", Today));
    }

    [Theory]
    [InlineData("Unread", true, true)]
    [InlineData("Read", false, true)]
    [InlineData("Acted", false, false)]
    public async Task Mark_WhenTheNoticeIs_ThenReadOnceAndActedOnOnce(string before, bool mayRead, bool mayAct)
    {
        var state = Enum.Parse<NoticeState>(before);
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        var toRead = await InStateAsync(office, state);
        var toAct = await InStateAsync(office, state);
        var version = state == NoticeState.Unread ? 1 : 2;

        var read = await office.Host.SendAs(office.Officer, new MarkNoticeRead(toRead, version));
        var acted = await office.Host.SendAs(office.Officer, new MarkNoticeActed(toAct, "已办", version));

        read.Failure?.Code.ShouldBe("ILLEGAL_TRANSITION");
        acted.Failure?.Code.ShouldBe("ILLEGAL_TRANSITION");
        (read.IsFailure, acted.IsFailure).ShouldBe((!mayRead, !mayAct));
    }

    [Fact]
    public async Task Mark_WhenTheVersionIsOld_ThenConflict()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        var notice = await office.FiledAsync(office.Raised());
        await office.Accepted(new MarkNoticeRead(notice, 1), office.Officer);

        var acted = await office.Host.SendAs(office.Colleague, new MarkNoticeActed(notice, "已办", 1));

        acted.ShouldFail(ErrorKind.VersionConflict, "VERSION_CONFLICT");
    }

    [Fact]
    public async Task Overseer_WhenNotified_ThenReadsAndDoesNotAct()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        var notice = await office.FiledAsync(office.RaisedTo(office.Auditor));

        var acted = await office.Host.SendAs(office.Auditor, new MarkNoticeActed(notice, "已办", 1));
        await office.Accepted(new MarkNoticeRead(notice, 1), office.Auditor);

        acted.ShouldFail(ErrorKind.Forbidden, "READ_ONLY_ROLE");
        (await office.ReadAsync(office.Auditor, notice)).State.ShouldBe(NoticeState.Read);
    }

    [Fact]
    public void Everybody_WhenHeActsForAUnit_ThenMayKeepHisOwnNotices()
    {
        var acting = Enum.GetValues<UnitKind>()
            .Select(Competence.Of)
            .Where(one => !one.ReadsOnly)
            .Select(one => one.Role);

        var authority = new Application.SecurityAuthorities().Of(typeof(MarkNoticeActed)).ShouldNotBeNull();

        acting.Append(Roles.Administrator).Except(authority.Roles).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task MarkAllRead_WhenSomeCameLater_ThenTheyStayUnread(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        await office.FiledAsync(office.Raised());
        await office.FiledAsync(office.RaisedTo(office.Officer));
        var foreign = await office.FiledAsync(office.RaisedTo(office.Colleague));
        var until = office.Host.Time.GetUtcNow();
        office.Host.Time.Advance(TimeSpan.FromSeconds(1));
        var later = await office.FiledAsync(office.Raised());

        await office.Accepted(new MarkAllRead(until), office.Officer);

        var unread = new ListNotices(NoticeState.Unread);
        (await office.SeenByAsync(office.Officer, unread)).ShouldBe([later]);
        (await office.SeenByAsync(office.Colleague, unread)).ShouldBe([later, foreign]);
        (await office.Host.AskAs(office.Officer, new GetNoticeBox())).Value.ReadUpTo.ShouldBe(until);
    }

    [Fact]
    public async Task MarkAllRead_WhenUpToATimeAhead_ThenInvalid()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);

        var outcome = await office.Host.SendAs(
            office.Officer,
            new MarkAllRead(office.Host.Time.GetUtcNow().AddSeconds(1))
        );

        outcome.Failure!.Fields.ShouldHaveSingleItem().Code.ShouldBe("OUT_OF_RANGE");
    }

    [Theory]
    [EveryDatabase]
    public async Task CountNotices_WhenDueAroundTheBounds_ThenAgreesWithTheList(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        // Seven days are due soon, by the parameter.
        foreach (var days in new[] { -1, 0, 7, 8 })
        {
            await office.FiledAsync(office.Raised(Today.AddDays(days)));
        }

        await office.FiledAsync(office.Raised());
        await office.FiledAsync(office.RaisedTo(office.Officer));
        var done = await office.FiledAsync(office.Raised(Today.AddDays(-1)));
        await office.Accepted(new MarkNoticeActed(done, "已办", 1), office.Officer);

        var counts = (await office.Host.AskAs(office.Officer, new CountNotices())).Value;

        (counts.Overdue, counts.DueSoon, counts.DueSoonBy).ShouldBe((1, 2, Today.AddDays(7)));
        (counts.Unread, counts.Open, counts.UnreadOwn, counts.UnreadOfUnit).ShouldBe((6, 6, 1, 5));
        (await office.SeenByAsync(office.Officer, new(DueBy: counts.DueSoonBy))).Count.ShouldBe(3);
        (await office.SeenByAsync(office.Officer, new(NoticeState.Unread, NoticePlace.Unit))).Count.ShouldBe(5);
        (await office.SeenByAsync(office.Officer, new(Place: NoticePlace.Own))).Count.ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task ListNotices_WhenPageByPageOfOneInstant_ThenEachOnceNewestFirst(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var oldest = await office.FiledAsync(office.Raised());
        office.Host.Time.Advance(TimeSpan.FromSeconds(1));
        var others = new List<NoticeId>();
        for (var number = 0; number < 3; number++)
        {
            others.Add(await office.FiledAsync(office.Raised()));
        }

        var found = new List<NoticeId>();
        string? after = null;
        do
        {
            var page = (await office.Host.AskAs(office.Officer, new ListNotices(After: after, Limit: 1))).Value;
            found.AddRange(page.Items.Select(item => item.Id));
            after = page.Next;
        } while (after is not null);

        found[^1].ShouldBe(oldest);
        found.ShouldBe([.. others, oldest], ignoreOrder: true);
    }

    [Fact]
    public async Task ListNotices_WhenAskedByKind_ThenOnlyThatKind()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        await office.FiledAsync(office.Raised());
        var other = await office.FiledAsync(office.Raised() with { Kind = "approval.revision-required" });

        (await office.SeenByAsync(office.Officer, new(Kind: "approval.revision-required"))).ShouldBe([other]);
    }

    [Theory]
    [EveryDatabase]
    public async Task CloseAccount_WhenNoticesAreOpen_ThenTheyAreTheUnitsAndWhatIsSettledStays(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var open = await office.FiledAsync(office.RaisedTo(office.Officer));
        var settled = await office.FiledAsync(office.RaisedTo(office.Officer));
        await office.Accepted(new MarkNoticeActed(settled, "已办", 1), office.Officer);

        await office.Accepted(new CloseAccount(new(office.Officer.Account), 1), office.Administrator);
        var late = await office.FiledAsync(office.RaisedTo(office.Officer));

        (await office.SeenByAsync(office.Colleague)).ShouldBe([late, open], ignoreOrder: true);
        var moved = await office.ReadAsync(office.Colleague, open);
        (moved.Account, moved.LeftBy!.Value.Value).ShouldBe((null, office.Officer.Account));
    }

    [Theory]
    [EveryDatabase]
    public async Task ListNotices_WhenAllPostsHaveEnded_ThenTheUnitsInboxIsClosed(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        await office.FiledAsync(office.Raised());
        await AppointedUntilAsync(office, Today);

        var onTheLastDay = await office.SeenByAsync(office.Officer);
        office.Host.Time.Advance(TimeSpan.FromDays(1));
        var theDayAfter = await office.SeenByAsync(office.Officer);

        (onTheLastDay.Count, theDayAfter.Count).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData("office@example.gov.cn", true)]
    [InlineData("a.b+c@x-y.example.cn", true)]
    [InlineData("office@localhost", false)]
    [InlineData("office@example..cn", false)]
    [InlineData(".office@example.cn", false)]
    [InlineData("office@-example.cn", false)]
    [InlineData("信息科@example.cn", false)]
    [InlineData("Office <office@example.cn>", false)]
    [InlineData("office@example.cn\r\nBcc: other@example.cn", false)]
    [InlineData("office@example.cn\n", false)]
    [InlineData("a@example.cn,b@example.cn", false)]
    public async Task SetUpNoticeBox_WhenTheAddressIs_ThenOnlyAPlainOneIsTaken(string address, bool taken)
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);

        var outcome = await office.Host.SendAs(office.Officer, new SetUpNoticeBox(address, true, DigestBy.None, 0));

        outcome.IsFailure.ShouldBe(!taken);
        outcome.Failure?.Fields.ShouldHaveSingleItem().Code.ShouldBe("MAIL_ADDRESS_INVALID");
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public async Task SetUpNoticeBox_WhenTheLocalPartIsLong_ThenAtMostSixtyFour(int length, bool taken)
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);

        var outcome = await office.Host.SendAs(
            office.Officer,
            new SetUpNoticeBox($"{new string('a', length)}@example.cn", true, DigestBy.None, 0)
        );

        outcome.IsFailure.ShouldBe(!taken);
    }

    [Fact]
    public async Task SetUpNoticeBox_WhenMailIsWantedWithoutAnAddress_ThenInvalid()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);

        var outcome = await office.Host.SendAs(office.Officer, new SetUpNoticeBox(null, false, DigestBy.Mail, 0));

        outcome.Failure!.Fields.ShouldHaveSingleItem().Code.ShouldBe("REQUIRED");
    }

    private static async Task<NoticeId> InStateAsync(NoticeOffice office, NoticeState state)
    {
        var notice = await office.FiledAsync(office.Raised());
        if (state == NoticeState.Read)
        {
            await office.Accepted(new MarkNoticeRead(notice, 1), office.Officer);
        }
        else if (state == NoticeState.Acted)
        {
            await office.Accepted(new MarkNoticeActed(notice, "已办", 1), office.Officer);
        }

        return notice;
    }

    private static Task<Receipt> AppointedUntilAsync(NoticeOffice office, DateOnly lastDay) =>
        office.Accepted(
            new AppointToPost(
                new(office.Officer.Account),
                new(office.Officer.Unit),
                PostKind.BusinessStaff,
                "科员",
                Today.AddDays(-100),
                lastDay
            )
        );
}
