using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Modules.Security.Infrastructure.Mails;
using SmartCity.Modules.Security.Infrastructure.Notices;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

public sealed class NoticeDigestJobTests
{
    private const string DigestKind = "security.daily-digest";

    // Mails are written and never sent in these tests: nothing listens there.
    private static readonly SmtpSettings Somewhere = new(
        "127.0.0.1",
        1,
        "smartcity@example.gov.cn",
        UserName: null,
        PasswordFile: null,
        SmtpTls.None,
        TimeSpan.FromSeconds(1)
    );

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenRunTwice_ThenOneDigestForADay(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        await WantsAsync(office, DigestBy.Inbox);
        await office.FiledAsync(office.Raised(NoticeOffice.Today.AddDays(7)));
        await office.FiledAsync(office.Raised(NoticeOffice.Today.AddDays(8)));
        await RunAsync(office.Host);

        await RunAsync(office.Host);

        var digest = (await DigestsAsync(office)).ShouldHaveSingleItem();
        var read = await office.ReadAsync(office.Officer, digest);
        read.Title.ShouldBe("每日摘要：2条未读，1条将到期或已过期");
        read.Text.ShouldContain("2026-03-09 试运行报告即将到期");
        (await office.SeenByAsync(office.Colleague, new(Kind: DigestKind))).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenTwoInstancesRunAtOnce_ThenOneDigestForADay(DatabaseKind kind)
    {
        await using var office = await NoticeOffice.OpenAsync(kind);
        await using var other = office.Host.AnotherInstance();
        await WantsAsync(office, DigestBy.Inbox);
        await office.FiledAsync(office.Raised());

        await Task.WhenAll(RunAsync(office.Host), RunAsync(other), RunAsync(office.Host), RunAsync(other));

        (await DigestsAsync(office)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task RunAsync_WhenTheNextDayHasCome_ThenItsOwnDigestWithoutYesterdays()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        await WantsAsync(office, DigestBy.Inbox);
        await office.FiledAsync(office.Raised());
        await RunAsync(office.Host);
        office.Host.Time.Advance(TimeSpan.FromDays(1));

        await RunAsync(office.Host);

        var digests = await DigestsAsync(office);
        digests.Count.ShouldBe(2);
        (await office.ReadAsync(office.Officer, digests[0])).Title.ShouldStartWith("每日摘要：1条未读");
    }

    [Fact]
    public async Task RunAsync_WhenThereIsNothingToTell_ThenNoDigest()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        await WantsAsync(office, DigestBy.Inbox);

        await RunAsync(office.Host);

        (await DigestsAsync(office)).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_WhenNobodyAskedForOne_ThenNoDigest()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        await office.FiledAsync(office.Raised());

        await RunAsync(office.Host);

        (await DigestsAsync(office)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, 1, 0)]
    [InlineData(false, 0, 1)]
    public async Task RunAsync_WhenItIsWantedByMail_ThenItIsAMailWhereThereIsAServer(
        bool hasServer,
        int mails,
        int digests
    )
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite, hasServer ? Somewhere : null);
        await WantsAsync(office, DigestBy.Mail);
        await office.FiledAsync(office.Raised());

        await RunAsync(office.Host);

        var written = (await office.Host.AskAs(office.Administrator, new ListMails())).Value.Items;
        (written.Count, (await DigestsAsync(office)).Count).ShouldBe((mails, digests));
    }

    private static Task<Receipt> WantsAsync(NoticeOffice office, DigestBy digest) =>
        office.Accepted(new SetUpNoticeBox("office@example.gov.cn", MailsNotices: false, digest, 0), office.Officer);

    private static Task<IReadOnlyList<NoticeId>> DigestsAsync(NoticeOffice office) =>
        office.SeenByAsync(office.Officer, new(Kind: DigestKind));

    private static async Task RunAsync(ModuleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<NoticeDigestJob>()
            .RunAsync(TestContext.Current.CancellationToken);
    }
}
