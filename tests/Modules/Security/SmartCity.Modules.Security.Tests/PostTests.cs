using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Posts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Posts;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

public sealed class PostTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 6, 30);
    private static readonly Actor Officer = Given.Of(Roles.ConstructionUnit);

    [Theory]
    [EveryDatabase]
    public async Task PostsOf_WhenAskedAroundTheTerm_ThenHeldFromTheFirstDayToTheLast(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var (unit, account) = await OfficeAsync(host);
        await AppointedAsync(host, Leader(unit, account) with { Until = Last });

        var answers = new List<int>();
        foreach (var day in new[] { First.AddDays(-1), First, Last, Last.AddDays(1) })
        {
            answers.Add((await host.AskAs(Officer, new PostsOf([account], day))).Count);
        }

        answers.ShouldBe([0, 1, 1, 0]);
    }

    [Theory]
    [EveryDatabase]
    public async Task AppointToPost_WhenAnotherLeadsAtAnyTimeOfIt_ThenRefused(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var (unit, account) = await OfficeAsync(host);
        var (_, other) = await OfficeAsync(host, unit, "other.officer");
        await AppointedAsync(host, Leader(unit, account) with { Until = Last });

        var overlapping = await host.SendAs(Given.Administrator, Leader(unit, other) with { From = Last });
        var following = await host.SendAs(Given.Administrator, Leader(unit, other) with { From = Last.AddDays(1) });

        overlapping.ShouldBeRefused("ONE_MAIN_LEADER");
        following.ShouldBeAccepted();
    }

    [Theory]
    [EveryDatabase]
    public async Task AppointToPost_WhenTwoLeadersAreAppointedAtOnce_ThenOneIsRefused(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var (unit, account) = await OfficeAsync(host);
        var (_, other) = await OfficeAsync(host, unit, "other.officer");

        var outcomes = await Task.WhenAll(
            host.SendAs(Given.Administrator, Leader(unit, account)),
            host.SendAs(Given.Administrator, Leader(unit, other))
        );

        outcomes.Single(outcome => outcome.IsFailure).ShouldBeRefused("ONE_MAIN_LEADER");
    }

    [Fact]
    public async Task AppointToPost_WhenTheAccountIsOfAnotherUnit_ThenNot()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var (_, account) = await OfficeAsync(host);
        var other = new UnitId((await Accepted(host, Given.Unit(serial: 2))).Id);

        var outcome = await host.SendAs(Given.Administrator, Leader(other, account));

        outcome.ShouldFail(ErrorKind.Unprocessable, "POST_IN_OTHER_UNIT");
    }

    [Fact]
    public async Task AppointToPost_WhenTheAccountIsASystem_ThenNot()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var (unit, _) = await OfficeAsync(host);
        var system = new AccountId((await Accepted(host, Given.PartnerSystem(unit))).Id);

        var outcome = await host.SendAs(Given.Administrator, Leader(unit, system));

        outcome.ShouldFail(ErrorKind.Unprocessable, "POST_NEEDS_A_PERSON");
    }

    [Fact]
    public async Task AppointToPost_WhenTheAccountIsClosed_ThenNot()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var (unit, account) = await OfficeAsync(host);
        await Accepted(host, new CloseAccount(account, ExpectedVersion: 1));

        var outcome = await host.SendAs(Given.Administrator, Leader(unit, account));

        outcome.ShouldFail(ErrorKind.Unprocessable, "ACCOUNT_CLOSED");
    }

    [Fact]
    public async Task AppointToPost_WhenItWouldEndBeforeItBegins_ThenNot()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var (unit, account) = await OfficeAsync(host);

        var outcome = await host.SendAs(Given.Administrator, Leader(unit, account) with { Until = First.AddDays(-1) });

        outcome.ShouldFail(ErrorKind.Unprocessable, "POST_ENDS_BEFORE_IT_BEGINS");
    }

    [Fact]
    public async Task AppointToPost_WhenSeveralFieldsAreWrong_ThenAllAreTold()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);

        var outcome = await host.SendAs(
            Given.Administrator,
            new AppointToPost(default, default, PostKind.MainLeader, "", new(1999, 12, 31), new(2101, 1, 1))
        );

        outcome
            .Failure!.Fields.Select(field => $"{field.Field} {field.Code}")
            .ShouldBe(["title REQUIRED", "from OUT_OF_RANGE", "until OUT_OF_RANGE"]);
    }

    [Fact]
    public async Task AppointToPost_WhenNotTheAdministrator_ThenForbidden()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var (unit, account) = await OfficeAsync(host);

        var outcome = await host.SendAs(Officer, Leader(unit, account));

        outcome.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory]
    [InlineData(-1, "POST_ENDS_BEFORE_IT_BEGINS")]
    [InlineData(0, null)]
    [InlineData(1, null)]
    public async Task EndPost_WhenItsLastDayIsSoManyDaysAfterTheFirst_ThenNotBeforeIt(int days, string? code)
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var (unit, account) = await OfficeAsync(host);
        var post = await AppointedAsync(host, Leader(unit, account));

        var outcome = await host.SendAs(Given.Administrator, new EndPost(post, First.AddDays(days), 1));

        outcome.Failure?.Code.ShouldBe(code);
        outcome.IsFailure.ShouldBe(code is not null);
    }

    [Theory]
    [EveryDatabase]
    public async Task EndPost_WhenTheEndIsKnown_ThenItComesForwardAndIsNeverPutOff(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var (unit, account) = await OfficeAsync(host);
        var post = await AppointedAsync(host, Leader(unit, account) with { Until = Last });

        var same = await host.SendAs(Given.Administrator, new EndPost(post, Last, 1));
        var earlier = await host.SendAs(Given.Administrator, new EndPost(post, Last.AddDays(-1), 1));

        same.ShouldBeIllegalNow();
        earlier.ShouldBeAccepted();
        (await host.AskAs(Officer, new ReadPost(post))).Value.Until.ShouldBe(Last.AddDays(-1));
    }

    [Theory]
    [EveryDatabase]
    public async Task ListPosts_WhenPageByPageOnOneDay_ThenEachOnce(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var (unit, account) = await OfficeAsync(host);
        var staff = Leader(unit, account) with { Kind = PostKind.BusinessStaff };
        var posts = new List<PostId>();
        foreach (var title in new[] { "一科", "二科", "三科" })
        {
            posts.Add(await AppointedAsync(host, staff with { Title = title }));
        }

        posts.Add(await AppointedAsync(host, staff with { From = First.AddDays(-1) }));

        var found = new List<PostId>();
        string? after = null;
        do
        {
            var page = (await host.AskAs(Officer, new ListPosts(unit, account, after, 1))).Value;
            found.AddRange(page.Items.Select(item => item.Id));
            after = page.Next;
        } while (after is not null);

        found.ShouldBe(posts, ignoreOrder: true);
        found[^1].ShouldBe(posts[^1]);
    }

    private static AppointToPost Leader(UnitId unit, AccountId account) =>
        new(account, unit, PostKind.MainLeader, "主任", First, Until: null);

    private static async Task<(UnitId Unit, AccountId Account)> OfficeAsync(
        ModuleHost host,
        UnitId? unit = null,
        string userName = "unit.officer"
    )
    {
        var of = unit ?? new UnitId((await Accepted(host, Given.Unit())).Id);
        return (of, new((await Accepted(host, Given.Account(of, userName))).Id));
    }

    private static async Task<PostId> AppointedAsync(ModuleHost host, AppointToPost command) =>
        new((await Accepted(host, command)).Id);

    private static async Task<Receipt> Accepted(ModuleHost host, ICommand command) =>
        (await host.SendAs(Given.Administrator, command)).Value;
}
