using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Delegating;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Domain.Mails;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Mails;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Mails;

public sealed class MailDeliveryJobTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenNoticesAreWantedByMail_ThenTheServerHasThem(DatabaseKind kind)
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(kind, server.Settings);
        await WantsMailAsync(office, "office@example.gov.cn");
        await office.FiledAsync(office.RaisedTo(office.Officer, dueOn: new(2026, 3, 20)));
        await office.FiledAsync(office.RaisedTo(office.Colleague));

        await RunAsync(office.Host);

        var mail = server.Mails.ShouldHaveSingleItem();
        mail.To.Mailboxes.ShouldHaveSingleItem().Address.ShouldBe("office@example.gov.cn");
        mail.Subject.ShouldBe("试运行报告即将到期");
        mail.TextBody.ShouldNotBeNull().ShouldContain("请在到期日前提交试运行报告。");
        mail.TextBody.ShouldContain("2026-03-20");
        var line = (await MailsAsync(office)).ShouldHaveSingleItem();
        (line.State, line.Attempts, line.LastFault).ShouldBe((MailState.Sent, 1, null));
        mail.MessageId.ShouldNotBeNull().ShouldStartWith(line.Id.Value.ToString());
    }

    [Fact]
    public async Task RunAsync_WhenOfAUnit_ThenItsStaffWhoAskedForMailHaveIt()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite, server.Settings);
        await WantsMailAsync(office, "office@example.gov.cn");
        await office.Accepted(
            new SetUpNoticeBox("colleague@example.gov.cn", false, DigestBy.None, 0),
            office.Colleague
        );
        await office.Accepted(new SetUpNoticeBox("expert@example.gov.cn", true, DigestBy.None, 0), office.Expert);
        await office.FiledAsync(office.Raised());

        await RunAsync(office.Host);

        Recipients(server).ShouldBe(["office@example.gov.cn"]);
    }

    [Fact]
    public async Task RunAsync_WhenTheAddresseeIsAbsent_ThenHisDeputyIsWrittenToAsDeputy()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite, server.Settings);
        await office.Accepted(new SetUpNoticeBox("deputy@example.gov.cn", true, DigestBy.None, 0), office.Colleague);
        await office.Accepted(
            new RecordDelegation(
                new(office.Officer.Account),
                new(office.Colleague.Account),
                NoticeOffice.Today,
                NoticeOffice.Today,
                "公差"
            ),
            office.Officer
        );
        await office.FiledAsync(office.RaisedTo(office.Officer));

        await RunAsync(office.Host);

        server.Mails.ShouldHaveSingleItem().TextBody.ShouldNotBeNull().ShouldStartWith("您在代办期间收到此通知");
    }

    [Fact]
    public async Task RunAsync_WhenTheAccountWasClosedMeanwhile_ThenNothingIsSent()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite, server.Settings);
        await WantsMailAsync(office, "office@example.gov.cn");
        await office.FiledAsync(office.Raised());
        await office.Accepted(new CloseAccount(new(office.Officer.Account), 1), office.Administrator);

        await RunAsync(office.Host);

        server.Mails.ShouldBeEmpty();
        (await FailuresAsync(office)).ShouldHaveSingleItem().LastFault.ShouldBe("the account is closed");
    }

    [Theory]
    [InlineData("office@example.gov.cn", false)]
    [InlineData("other@example.gov.cn", true)]
    public async Task RunAsync_WhenNoMailIsWantedThereMeanwhile_ThenNothingIsSent(string address, bool mailsNotices)
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite, server.Settings);
        await WantsMailAsync(office, "office@example.gov.cn");
        await office.FiledAsync(office.Raised());
        await office.Accepted(new SetUpNoticeBox(address, mailsNotices, DigestBy.Mail, 1), office.Officer);

        await RunAsync(office.Host);

        server.Mails.ShouldBeEmpty();
        (await FailuresAsync(office))
            .ShouldHaveSingleItem()
            .LastFault.ShouldBe("no such mail is wanted at this address any more");
    }

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenRunTwice_ThenEachMailIsSentOnce(DatabaseKind kind)
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(kind, server.Settings);
        await WantsMailAsync(office, "office@example.gov.cn");
        await office.FiledAsync(office.Raised());
        await RunAsync(office.Host);

        await RunAsync(office.Host);

        server.Mails.ShouldHaveSingleItem();
    }

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenTwoInstancesRunAtOnce_ThenEachMailIsSentOnce(DatabaseKind kind)
    {
        const int Number = 12;
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(kind, server.Settings);
        await using var other = office.Host.AnotherInstance();
        await WantsMailAsync(office, "office@example.gov.cn");
        for (var number = 0; number < Number; number++)
        {
            await office.FiledAsync(office.Raised());
        }

        await Task.WhenAll(RunAsync(office.Host), RunAsync(other));

        server.Mails.Select(mail => mail.MessageId).Distinct().Count().ShouldBe(Number);
        server.Mails.Count.ShouldBe(Number);
        (await MailsAsync(office)).ShouldAllBe(mail => mail.State == MailState.Sent && mail.Attempts == 1);
    }

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenTheServerIsAwayAndBack_ThenTheMailGoesOutAfterItsBackOff(DatabaseKind kind)
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(kind, server.Settings);
        await WantsMailAsync(office, "office@example.gov.cn");
        await office.FiledAsync(office.Raised());
        await server.StopAsync();

        await RunAsync(office.Host);
        var waiting = (await MailsAsync(office)).ShouldHaveSingleItem();
        await server.StartAgainAsync();
        await RunAsync(office.Host);
        var tooEarly = server.Mails.Count;
        office.Host.Time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(office.Host);

        (waiting.State, waiting.Attempts).ShouldBe((MailState.Waiting, 1));
        waiting.LastFault.ShouldNotBeNull().ShouldStartWith("SocketException");
        tooEarly.ShouldBe(0);
        server.Mails.ShouldHaveSingleItem();
        (await MailsAsync(office)).ShouldHaveSingleItem().State.ShouldBe(MailState.Sent);
    }

    [Fact]
    public async Task RunAsync_WhenTheServerIsAwayForFiveDays_ThenTheMailIsOnTheFailureList()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite, server.Settings);
        await WantsMailAsync(office, "office@example.gov.cn");
        await office.FiledAsync(office.Raised());
        await server.StopAsync();
        office.Host.Time.Advance(TimeSpan.FromDays(5) - TimeSpan.FromMinutes(1));

        await RunAsync(office.Host);
        var shortlyBefore = (await MailsAsync(office)).ShouldHaveSingleItem().State;
        office.Host.Time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(office.Host);

        shortlyBefore.ShouldBe(MailState.Waiting);
        (await FailuresAsync(office)).ShouldHaveSingleItem().Attempts.ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenTheServerRefusesForEver_ThenOnTheFailureListAndTheOthersGoOut(DatabaseKind kind)
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(kind, server.Settings);
        await WantsMailAsync(office, "refused@example.gov.cn");
        await office.Accepted(new SetUpNoticeBox("colleague@example.gov.cn", true, DigestBy.None, 0), office.Colleague);
        await office.FiledAsync(office.Raised());

        await RunAsync(office.Host);

        Recipients(server).ShouldBe(["colleague@example.gov.cn"]);
        var failed = (await FailuresAsync(office)).ShouldHaveSingleItem();
        (failed.Attempts, failed.LastFault).ShouldBe((1, "550 at RecipientNotAccepted"));
    }

    [Fact]
    public async Task RunAsync_WhenTheServerRefusesForNow_ThenItWaitsAndTheOthersGoOut()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite, server.Settings);
        await WantsMailAsync(office, "later@example.gov.cn");
        await office.Accepted(new SetUpNoticeBox("colleague@example.gov.cn", true, DigestBy.None, 0), office.Colleague);
        await office.FiledAsync(office.Raised());

        await RunAsync(office.Host);

        Recipients(server).ShouldBe(["colleague@example.gov.cn"]);
        (await MailsAsync(office))
            .Single(mail => mail.State == MailState.Waiting)
            .LastFault.ShouldBe("451 at RecipientNotAccepted");
    }

    [Theory]
    [EveryDatabase]
    public async Task ResendMail_WhenTheAddressWasCorrected_ThenItGoesOutToTheNewOne(DatabaseKind kind)
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(kind, server.Settings);
        await WantsMailAsync(office, "refused@example.gov.cn");
        await office.FiledAsync(office.Raised());
        await RunAsync(office.Host);
        var failed = (await FailuresAsync(office)).ShouldHaveSingleItem();
        await office.Accepted(new SetUpNoticeBox("office@example.gov.cn", true, DigestBy.None, 1), office.Officer);

        await office.Accepted(new ResendMail(failed.Id, failed.Version), office.Administrator);
        await RunAsync(office.Host);

        Recipients(server).ShouldBe(["office@example.gov.cn"]);
        (await FailuresAsync(office)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ResendMail_WhenNoMailIsWantedAnyMore_ThenNot()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite, server.Settings);
        await WantsMailAsync(office, "refused@example.gov.cn");
        await office.FiledAsync(office.Raised());
        await RunAsync(office.Host);
        var failed = (await FailuresAsync(office)).ShouldHaveSingleItem();
        await office.Accepted(new SetUpNoticeBox("office@example.gov.cn", false, DigestBy.None, 1), office.Officer);

        var resent = await office.Host.SendAs(office.Administrator, new ResendMail(failed.Id, failed.Version));

        resent.ShouldFail(ErrorKind.Unprocessable, "MAIL_NOT_WANTED");
    }

    [Fact]
    public async Task ResendMail_WhenItDidNotFail_ThenNot()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite, server.Settings);
        await WantsMailAsync(office, "office@example.gov.cn");
        await office.FiledAsync(office.Raised());
        var waiting = (await MailsAsync(office)).ShouldHaveSingleItem();

        var resent = await office.Host.SendAs(office.Administrator, new ResendMail(waiting.Id, waiting.Version));

        resent.ShouldBeIllegalNow();
    }

    [Fact]
    public async Task ListMails_WhenNotAnAdministrator_ThenForbidden()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);

        (await office.Host.AskAs(office.Officer, new ListMails())).ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory]
    [EveryDatabase]
    public async Task RunAsync_WhenAnInstanceDiedWhileSending_ThenOnlyAfterItsClaimHasLapsed(DatabaseKind kind)
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(kind, server.Settings);
        await WantsMailAsync(office, "office@example.gov.cn");
        await office.FiledAsync(office.Raised());
        await ClaimedByTheDeadAsync(office.Host, TimeSpan.FromMinutes(10));

        await RunAsync(office.Host);
        var during = server.Mails.Count;
        office.Host.Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        await RunAsync(office.Host);

        (during, server.Mails.Count).ShouldBe((0, 1));
    }

    [Fact]
    public async Task SettleMail_WhenItsClaimHasLapsedToAnother_ThenItHasNoSay()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite, server.Settings);
        await WantsMailAsync(office, "office@example.gov.cn");
        await office.FiledAsync(office.Raised());
        await ClaimedByTheDeadAsync(office.Host, TimeSpan.FromMinutes(10));
        var mail = (await MailsAsync(office)).ShouldHaveSingleItem();

        var settled = await office.Host.SendAs(
            Actor.Module("Security"),
            new SettleMail(mail.Id, new(Guid.Parse("01980000-0000-7000-8000-000000000051")), MailOutcome.Refused, "550")
        );

        settled.ShouldBeIllegalNow();
    }

    [Fact]
    public async Task FileNotice_WhenNoServerIsConfigured_ThenNoMailIsWritten()
    {
        await using var office = await NoticeOffice.OpenAsync(DatabaseKind.Sqlite);
        await WantsMailAsync(office, "office@example.gov.cn");

        await office.FiledAsync(office.Raised());

        (await MailsAsync(office)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SendAsync_WhenAPasswordIsGiven_ThenItSignsInByTheFile()
    {
        await using var server = await SmtpServerProcess.StartAsync();

        var right = await SentAsync(server.Settings with { UserName = "smartcity", PasswordFile = FileOf("right\n") });
        var wrong = await SentAsync(server.Settings with { UserName = "smartcity", PasswordFile = FileOf("wrong") });

        (right.Outcome, wrong.Outcome, wrong.ServerIsAway).ShouldBe((MailOutcome.Sent, MailOutcome.Deferred, true));
        server.SignIns.ShouldContain("smartcity:right");
        server.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task SendAsync_WhenTheServerOffersNoTls_ThenNothingIsSaidInTheClear()
    {
        await using var server = await SmtpServerProcess.StartAsync();

        var answer = await SentAsync(
            server.Settings with
            {
                Tls = SmtpTls.StartTls,
                UserName = "smartcity",
                PasswordFile = FileOf("right"),
            }
        );

        (answer.Outcome, answer.ServerIsAway).ShouldBe((MailOutcome.Deferred, true));
        server.SignIns.ShouldBeEmpty();
        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task SendAsync_WhenTheCertificateIsNobodysWeTrust_ThenNothingIsSaid()
    {
        await using var server = await SmtpServerProcess.StartAsync(withTls: true);

        var answer = await SentAsync(
            server.Settings with
            {
                Tls = SmtpTls.StartTls,
                UserName = "smartcity",
                PasswordFile = FileOf("right"),
            }
        );

        answer.Fault.ShouldNotBeNull().ShouldStartWith("SslHandshakeException");
        server.SignIns.ShouldBeEmpty();
        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task SendAsync_WhenTheServerSaysNothing_ThenTheTimeLimitEndsIt()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var settings = new SmtpSettings(
            "127.0.0.1",
            ((IPEndPoint)silent.LocalEndpoint).Port,
            "smartcity@example.gov.cn",
            UserName: null,
            PasswordFile: null,
            SmtpTls.None,
            TimeSpan.FromMilliseconds(300)
        );

        var answer = await SentAsync(settings);

        (answer.Outcome, answer.ServerIsAway).ShouldBe((MailOutcome.Deferred, true));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(7, 64)]
    [InlineData(8, 64)]
    public void BackOffAfter_WhenDeferredAgainAndAgain_ThenDoublesUpToAboutAnHour(int attempts, int minutes) =>
        MailDelivery.BackOffAfter(attempts).ShouldBe(TimeSpan.FromMinutes(minutes));

    private static Task<Receipt> WantsMailAsync(NoticeOffice office, string address) =>
        office.Accepted(new SetUpNoticeBox(address, MailsNotices: true, DigestBy.None, 0), office.Officer);

    private static async Task<IReadOnlyList<ListMails.MailLine>> MailsAsync(NoticeOffice office) =>
        (await office.Host.AskAs(office.Administrator, new ListMails())).Value.Items;

    private static async Task<IReadOnlyList<ListMails.MailLine>> FailuresAsync(NoticeOffice office) =>
        (await office.Host.AskAs(office.Administrator, new ListMails(MailState.Failed))).Value.Items;

    private static IEnumerable<string> Recipients(SmtpServerProcess server) =>
        server.Mails.SelectMany(mail => mail.To.Mailboxes).Select(mailbox => mailbox.Address);

    private static string FileOf(string password)
    {
        var file = Path.Combine(TestFolder.New(), "password");
        File.WriteAllText(file, password);
        return file;
    }

    private static async Task<MailAnswer> SentAsync(SmtpSettings settings)
    {
        await using var server = new SmtpMailServer(settings, NullLogger<SmtpMailServer>.Instance);
        return await server.SendAsync(
            new(
                new(Guid.Parse("01980000-0000-7000-8000-000000000061")),
                "office@example.gov.cn",
                "通知",
                "内容",
                ModuleHost.Start
            ),
            Cancellation
        );
    }

    private static Task<int> ClaimedByTheDeadAsync(ModuleHost host, TimeSpan lapsesIn) =>
        host.InDatabaseAsync<SecurityDb, int>(database =>
        {
            MailClaimId? claim = new(Guid.Parse("01980000-0000-7000-8000-000000000052"));
            DateTimeOffset? until = host.Time.GetUtcNow() + lapsesIn;
            return database.MailDeliveries.ExecuteUpdateAsync(
                set => set.SetProperty(mail => mail.ClaimedBy, claim).SetProperty(mail => mail.ClaimedUntil, until),
                Cancellation
            );
        });

    private static async Task RunAsync(ModuleHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MailDeliveryJob>().RunAsync(Cancellation);
    }
}
