using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Delegating;
using SmartCity.Modules.Security.Application.Posts;
using SmartCity.Modules.Security.Application.Powers;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>A person leaves: posts, account and delegations end in one act, and the other modules hear of it.</summary>
public sealed class DepartureTests
{
    private static readonly DateOnly Today = NoticeOffice.Today;

    [Theory]
    [EveryDatabase]
    public async Task RecordDeparture_WhenHeHasLeft_ThenAccountPostsAndDelegationsEnd(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var (officer, colleague) = (Of(office.Officer), Of(office.Colleague));
        await AppointAsync(office, PostKind.MainLeader, Today.AddDays(-100));
        await AppointAsync(office, PostKind.BusinessStaff, Today.AddDays(30));
        var given = await DelegateAsync(office, office.Officer, colleague, Today);
        var held = await DelegateAsync(office, office.Third, officer, Today.AddDays(5));
        var notice = await office.FiledAsync(office.RaisedTo(office.Officer));

        await office.Accepted(Leaves(officer, Today.AddDays(-1)), office.Administrator);

        var told = (await office.Host.AskAs(office.Administrator, new ReadAccount(officer))).Value;
        (told.IsActive, told.LastDay, told.DepartureBasis).ShouldBe(
            (false, Today.AddDays(-1), "咸人社任免〔2026〕12号")
        );
        (await office.Host.AskAs(office.Administrator, new PostsOf([officer], Today))).ShouldBeEmpty();
        (await office.Host.AskAs(office.Administrator, new PostsOf([officer], Today.AddDays(30)))).ShouldBeEmpty();
        (await office.Host.AskAs(office.Administrator, new PostsOf([officer], Today.AddDays(-1)))).Count.ShouldBe(1);
        foreach (var delegation in new[] { given, held })
        {
            var ended = await office.Host.AskAs(office.Administrator, new GetDelegation(new(delegation.Id)));
            ended.Value.EndedOn.ShouldBe(Today);
        }

        (await office.SeenByAsync(office.Third)).ShouldContain(notice);
    }

    [Theory]
    [EveryDatabase]
    public async Task RecordDeparture_WhenAccepted_ThenTheModulesHearOfItOnce(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var officer = Of(office.Officer);

        await office.Accepted(Leaves(officer, Today.AddDays(-1)), office.Administrator);

        (await ToldAsync(office)).ShouldBe([
            new PersonLeft(officer, new(office.Officer.Unit), "项目经办", Today.AddDays(-1)),
        ]);
    }

    [Theory]
    [EveryDatabase]
    public async Task CloseAccount_WhenItIsAPersons_ThenTheModulesHearOfItToo(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var officer = Of(office.Officer);
        var system = new AccountId((await office.Accepted(Given.PartnerSystem(new(office.Officer.Unit)))).Id);

        await office.Accepted(new CloseAccount(officer, 1), office.Administrator);
        await office.Accepted(new CloseAccount(system, 1), office.Administrator);

        (await ToldAsync(office)).ShouldBe([new PersonLeft(officer, new(office.Officer.Unit), "项目经办", Today)]);
    }

    [Theory]
    [EveryDatabase]
    public async Task RecordDeparture_WhenItCannotBeRecorded_ThenTheReasonIsToldAndNothingChanges(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var officer = Of(office.Officer);
        var system = new AccountId((await office.Accepted(Given.PartnerSystem(new(office.Officer.Unit)))).Id);

        var tomorrow = await office.Host.SendAs(office.Administrator, Leaves(officer, Today.AddDays(1)));
        var withoutBasis = await office.Host.SendAs(office.Administrator, Leaves(officer, Today) with { Basis = " " });
        var noPerson = await office.Host.SendAs(office.Administrator, Leaves(system, Today));
        var himself = await office.Host.SendAs(office.Administrator, Leaves(Of(office.Administrator), Today));
        var noAdministrator = await office.Host.SendAs(office.Colleague, Leaves(officer, Today));
        var overseer = await office.Host.SendAs(office.Auditor, Leaves(officer, Today));
        var stale = await office.Host.SendAs(office.Administrator, Leaves(officer, Today) with { ExpectedVersion = 7 });

        tomorrow.ShouldFail(ErrorKind.Unprocessable, "DEPARTURE_NOT_YET");
        withoutBasis.Failure!.Fields.Select(field => field.Field).ShouldBe(["basis"]);
        noPerson.ShouldFail(ErrorKind.Unprocessable, "DEPARTURE_NEEDS_A_PERSON");
        himself.ShouldFail(ErrorKind.Forbidden, "OWN_ACCOUNT");
        noAdministrator.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        overseer.ShouldFail(ErrorKind.Forbidden, "READ_ONLY_ROLE");
        stale.Failure!.Kind.ShouldBe(ErrorKind.VersionConflict);
        (await ToldAsync(office)).ShouldBeEmpty();
        (await office.Host.AskAs(office.Administrator, new ReadAccount(officer))).Value.IsActive.ShouldBeTrue();
    }

    [Fact]
    public async Task RecordDeparture_WhenRecordedTwice_ThenIllegalTheSecondTime()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        var officer = Of(office.Officer);
        await office.Accepted(Leaves(officer, Today), office.Administrator);

        var again = await office.Host.SendAs(
            office.Administrator,
            Leaves(officer, Today.AddDays(-3)) with
            {
                ExpectedVersion = 2,
            }
        );

        again.ShouldBeIllegalNow();
        (await office.Host.AskAs(office.Administrator, new ReadAccount(officer))).Value.LastDay.ShouldBe(Today);
    }

    [Fact]
    public async Task RecordDeparture_WhenTheMainLeaderWasNeverToTakeUpHisNextPost_ThenAnotherIsAppointedForThatTime()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        await AppointAsync(office, PostKind.MainLeader, Today.AddDays(30));
        await office.Accepted(Leaves(Of(office.Officer), Today), office.Administrator);

        var next = await office.Host.SendAs(
            office.Administrator,
            new AppointToPost(
                Of(office.Colleague),
                new(office.Colleague.Unit),
                PostKind.MainLeader,
                "局长",
                Today.AddDays(-5),
                null
            )
        );

        next.ShouldBeAccepted();
    }

    [Theory]
    [EveryDatabase]
    public async Task ListPowers_WhenAPersonHasLeft_ThenHeHasNoneFromThatDayOn(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var third = Of(office.Third);
        office.Host.Time.Advance(TimeSpan.FromDays(10));
        await office.Accepted(Leaves(third, Today.AddDays(10)), office.Administrator);

        var open = await PowersAsync(office, third, Today.AddDays(9));
        var left = await PowersAsync(office, third, Today.AddDays(10));

        (open > 0, left).ShouldBe((true, 0));
    }

    private static RecordDeparture Leaves(AccountId account, DateOnly lastDay) =>
        new(account, lastDay, "咸人社任免〔2026〕12号", ExpectedVersion: 1);

    private static AccountId Of(Actor actor) => new(actor.Account);

    private static Task<Receipt> AppointAsync(NoticeOffice office, PostKind kind, DateOnly from) =>
        office.Accepted(
            new AppointToPost(Of(office.Officer), new(office.Officer.Unit), kind, "局长", from, null),
            office.Administrator
        );

    private static Task<Receipt> DelegateAsync(NoticeOffice office, Actor absentee, AccountId deputy, DateOnly from) =>
        office.Accepted(new RecordDelegation(Of(absentee), deputy, from, from.AddDays(20), "年休假"), absentee);

    private static async Task<int> PowersAsync(NoticeOffice office, AccountId account, DateOnly on) =>
        (await office.Host.AskAs(office.Administrator, new ListPowers(Account: account, On: on))).Value.Items.Count;

    private static Task<List<PersonLeft>> ToldAsync(NoticeOffice office) =>
        office.Host.InDatabaseAsync<SecurityDb, List<PersonLeft>>(async database =>
            [
                .. (
                    await database
                        .OutboxMessages.Where(message => message.Name == "security.person-left.v1")
                        .Select(message => message.Payload)
                        .ToListAsync(TestContext.Current.CancellationToken)
                ).Select(payload => JsonSerializer.Deserialize<PersonLeft>(payload, Json.Options)!),
            ]
        );
}
