using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Delegating;
using SmartCity.Modules.Security.Application.Posts;
using SmartCity.Modules.Security.Application.Powers;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>Who may do what, as of a day, from either end.</summary>
public sealed class PowerTests
{
    [Theory]
    [EveryDatabase]
    public async Task ListPowers_WhenAskedForAnAccount_ThenEveryActThatTheTablesPermitAndNoOther(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var authorities = (Authorities)office.Host.Services.GetService(typeof(Authorities))!;
        var officer = office.Officer with { Role = Roles.ConstructionUnit };

        var lines = await LinesAsync(office, new(Account: new(officer.Account)));

        lines
            .Select(line => line.Command)
            .ShouldBe(
                authorities
                    .All.Where(one => one.Request.IsAssignableTo(typeof(ICommand)))
                    .Where(one => !one.Roles.SequenceEqual([Actor.ModuleRole]))
                    .Where(one => !authorities.Permit(one.Request, officer).IsFailure)
                    .Select(one => one.Name)
                    .Order(StringComparer.Ordinal)
            );
        lines.ShouldAllBe(line =>
            line.ActsFor == new UnitId(officer.Unit)
            && line.Basis == PowerBasis.Unit
            && line.Jurisdiction == Jurisdictions.City
            && line.Since == NoticeOffice.Today
        );
        lines.ShouldContain(line => line.Command == "security.record-delegation" && line.Article == 29);
        lines.ShouldNotContain(line => line.Command == "security.register-account");
    }

    [Theory]
    [EveryDatabase]
    public async Task ListPowers_WhenAskedForAnAct_ThenWhoMay(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        await AdministratorAsync(office);

        var administrators = await LinesAsync(office, new(Command: "security.register-account"));
        var delegating = await LinesAsync(office, new(Command: "security.record-delegation"));

        var line = administrators.ShouldHaveSingleItem();
        (line.UserName, line.Role, line.ActsFor, line.Basis).ShouldBe(
            ("second.administrator", Roles.Administrator, null, PowerBasis.Office)
        );
        delegating.ShouldNotContain(one => one.Account.Value == office.Auditor.Account);
        delegating.ShouldContain(one => one.Account.Value == office.Expert.Account && one.ActsFor == null);
    }

    [Theory]
    [EveryDatabase]
    public async Task ListPowers_WhenReadPageByPage_ThenTheSameLinesOnce(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var whole = await LinesAsync(office, new());

        var paged = new List<ListPowers.PowerLine>();
        for (string? after = null; ; )
        {
            var page = (await AskAsync(office, new(After: after, Limit: 7))).Value;
            page.Items.Count.ShouldBeLessThanOrEqualTo(7);
            paged.AddRange(page.Items);
            if ((after = page.Next) is null)
            {
                break;
            }
        }

        whole.Count.ShouldBeGreaterThan(20);
        paged.Select(Key).ShouldBe(whole.Select(Key));
        paged.Select(Key).ShouldBeUnique();
    }

    [Theory]
    [EveryDatabase]
    public async Task ListPowers_WhenTheAccountWasClosed_ThenTheDayTells(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var third = new AccountId(office.Third.Account);
        office.Host.Time.Advance(TimeSpan.FromDays(10));
        await office.Accepted(new CloseAccount(third, ExpectedVersion: 1), Given.Administrator);

        var before = await LinesAsync(office, new(Account: third, On: NoticeOffice.Today.AddDays(-1)));
        var open = await LinesAsync(office, new(Account: third, On: NoticeOffice.Today.AddDays(9)));
        var closed = await LinesAsync(office, new(Account: third, On: NoticeOffice.Today.AddDays(10)));
        var today = await LinesAsync(office, new(Account: third));

        (before.Count, closed.Count, today.Count).ShouldBe((0, 0, 0));
        open.Count.ShouldBePositive();
    }

    [Theory]
    [EveryDatabase]
    public async Task ListPowers_WhenADeputyStandsIn_ThenOnWhoseBehalfAndSinceWhen(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        var (absentee, deputy) = (new AccountId(office.Officer.Account), new AccountId(office.Colleague.Account));
        var first = NoticeOffice.Today.AddDays(1);
        await office.Accepted(
            new RecordDelegation(absentee, deputy, first, first.AddDays(2), "年休假"),
            office.Officer
        );
        await office.Accepted(
            new AppointToPost(deputy, new(office.Colleague.Unit), PostKind.TechnicalStaff, "技术员", first, null),
            Given.Administrator
        );

        var during = await LinesAsync(office, new(Account: deputy, On: first.AddDays(2)));
        var after = await LinesAsync(office, new(Account: deputy, On: first.AddDays(3)));

        var stands = during.Where(line => line.OnBehalfOf is not null).ToList();
        stands
            .Select(line => (line.Command, line.OnBehalfOf, line.Basis, line.Since))
            .ShouldBe([
                ("security.mark-notice-acted", absentee, PowerBasis.Delegation, first),
                ("security.mark-notice-read", absentee, PowerBasis.Delegation, first),
            ]);
        stands[0].Posts.ShouldBe(["技术员"]);
        after.ShouldAllBe(line => line.OnBehalfOf == null);
    }

    [Theory]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.AuditOffice, true)]
    [InlineData(Roles.DisciplineInspection, true)]
    [InlineData(Roles.InformatizationOffice, false)]
    [InlineData(Roles.ConstructionUnit, false)]
    public async Task ListPowers_WhenAskedByARole_ThenForAdministratorsAndOversight(string role, bool permitted)
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var found = await host.AskAs(Given.Of(role), new ListPowers());

        found.IsFailure.ShouldBe(!permitted);
    }

    [Theory]
    [InlineData("security.no-such-act", null)]
    [InlineData("security.file-notice", null)]
    [InlineData(null, "auditor")]
    public async Task ListPowers_WhenActOrRoleIsUnknown_ThenInvalid(string? command, string? role)
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var found = await host.AskAs(Given.Administrator, new ListPowers(Command: command, Role: role));

        found.Failure!.Kind.ShouldBe(ErrorKind.Invalid);
    }

    private static (string, string, Guid?) Key(ListPowers.PowerLine line) =>
        (line.UserName, line.Command, line.OnBehalfOf?.Value);

    private static async Task AdministratorAsync(NoticeOffice office) =>
        await office.Accepted(
            Given.Account(new(office.Administrator.Unit), "second.administrator") with
            {
                Office = Domain.Accounts.AccountOffice.Administrator,
            }
        );

    private static Task<Result<BuildingBlocks.Paging.Page<ListPowers.PowerLine>>> AskAsync(
        NoticeOffice office,
        ListPowers query
    ) => office.Host.AskAs(Given.Administrator, query);

    private static async Task<List<ListPowers.PowerLine>> LinesAsync(NoticeOffice office, ListPowers query)
    {
        var lines = new List<ListPowers.PowerLine>();
        for (string? after = null; ; )
        {
            var page = (await AskAsync(office, query with { After = after, Limit = 200 })).Value;
            lines.AddRange(page.Items);
            if ((after = page.Next) is null)
            {
                return lines;
            }
        }
    }
}
