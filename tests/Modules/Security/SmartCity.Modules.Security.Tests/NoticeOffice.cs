using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Mails;
using SmartCity.Regulation.Notices;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>A unit with three officers, a partner's system and an expert, another unit, and the administrator's own.</summary>
internal sealed class NoticeOffice : IAsyncDisposable
{
    /// <summary>The legal date of the tests' clock.</summary>
    public static readonly DateOnly Today = new(2026, 3, 2);

    private int serial;

    private NoticeOffice(ModuleHost host) => Host = host;

    public ModuleHost Host { get; }

    public Actor Officer { get; private set; } = null!;

    public Actor Colleague { get; private set; } = null!;

    public Actor Third { get; private set; } = null!;

    public Actor Expert { get; private set; } = null!;

    public Actor Stranger { get; private set; } = null!;

    public Actor Administrator { get; private set; } = null!;

    public Actor Auditor { get; private set; } = null!;

    public static async Task<NoticeOffice> OpenAsync(DatabaseKind kind, SmtpSettings? smtp = null)
    {
        var office = new NoticeOffice(
            await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules, services => TestMail.Configure(services, smtp))
        );
        var unit = await office.UnitAsync(1, UnitKind.MunicipalAdministrativeUnit);
        var other = await office.UnitAsync(2, UnitKind.MunicipalAdministrativeUnit);
        var informatization = await office.UnitAsync(3, UnitKind.InformatizationOffice);
        var audit = await office.UnitAsync(4, UnitKind.AuditOffice);
        office.Officer = await office.AccountAsync(unit, "unit.officer");
        office.Colleague = await office.AccountAsync(unit, "unit.colleague");
        office.Third = await office.AccountAsync(unit, "unit.third");
        office.Stranger = await office.AccountAsync(other, "other.officer");
        office.Auditor = await office.AccountAsync(audit, "audit.officer", Roles.AuditOffice) with { ReadsOnly = true };
        office.Administrator = await office.AccountAsync(informatization, "administrator", Roles.Administrator);
        office.Expert = office.ActorOf(unit, await office.Accepted(Given.Expert(unit)), Roles.Expert);
        return office;
    }

    /// <summary>A notice to the officer's unit; tests change it in one thing.</summary>
    public NoticeRaised Raised(DateOnly? dueOn = null) =>
        new(
            new($"01980000-0000-7000-8000-0000001{serial++:D5}"),
            "acceptance.trial-due",
            Officer.Unit,
            Account: null,
            "试运行报告即将到期",
            "The trial report is due",
            "请在到期日前提交试运行报告。",
            "Hand in the trial report by the due date.",
            36,
            "acceptance",
            "01980000-0000-7000-8000-000000000099",
            "咸阳市全民健康信息平台",
            new Guid("01980000-0000-7000-8000-000000000098"),
            dueOn,
            Today
        );

    public NoticeRaised RaisedTo(Actor person, DateOnly? dueOn = null) =>
        Raised(dueOn) with
        {
            Unit = person.Unit,
            Account = person.Account,
        };

    /// <summary>Files a notice as the event does.</summary>
    public async Task<NoticeId> FiledAsync(NoticeRaised raised)
    {
        (await Host.SendAs(Actor.Module("Security"), new FileNotice(raised))).ShouldBeAccepted();
        return new(raised.Notice);
    }

    /// <summary>Lets some module raise a notice, whose event waits in an outbox then.</summary>
    public Task RaiseAsync(NoticeRaised raised) =>
        Host.InDatabaseAsync<SecurityDb, int>(database =>
        {
            database.OutboxMessages.Add(
                new()
                {
                    Id = Guid.Parse($"01980000-0000-7000-8000-0000002{serial++:D5}"),
                    Name = "regulation.notice-raised.v1",
                    Aggregate = raised.ObjectId,
                    Payload = System.Text.Json.JsonSerializer.Serialize(raised, Json.Options),
                    CausedBy = Guid.Parse("01980000-0000-7000-8000-000000000097"),
                    OccurredAt = Host.Time.GetUtcNow(),
                    NextAttemptAt = Host.Time.GetUtcNow(),
                }
            );
            return database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    public async Task<GetNotice.Answer> ReadAsync(Actor reader, NoticeId notice) =>
        (await Host.AskAs(reader, new GetNotice(notice))).Value;

    public async Task<IReadOnlyList<NoticeId>> SeenByAsync(Actor reader, ListNotices? filter = null) =>
        [.. (await Host.AskAs(reader, filter ?? new ListNotices())).Value.Items.Select(line => line.Id)];

    public async Task<Receipt> Accepted(ICommand command, Actor? actor = null)
    {
        var outcome = await Host.SendAs(actor ?? Actor.Module("Security"), command);
        outcome.ShouldBeAccepted();
        return outcome.Value;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task<UnitId> UnitAsync(int number, UnitKind kind) =>
        new((await Accepted(Given.Unit(number, kind))).Id);

    private async Task<Actor> AccountAsync(UnitId unit, string userName, string role = Roles.ConstructionUnit) =>
        ActorOf(unit, await Accepted(Given.Account(unit, userName)), role);

    private Actor ActorOf(UnitId unit, Receipt account, string role) =>
        new(ActorKind.Person, account.Id, "岗位", unit.Value, role, Jurisdictions.City);
}
