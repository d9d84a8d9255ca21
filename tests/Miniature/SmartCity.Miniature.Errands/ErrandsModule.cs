using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Miniature.Errands;

/// <summary>A module as small as one can be and still have statutory clocks: errands that a unit has to run in time.</summary>
public sealed class ErrandsModule : IModule
{
    public const string Office = "office";

    public string Name => "Errands";

    public string Schema => "errands";

    public Assembly Contracts => typeof(ErrandsModule).Assembly;

    public ModuleDatabase? Database =>
        ModuleDatabase.Of<ErrandsDb, SqliteErrandsDb, PostgresErrandsDb, SqlServerErrandsDb>();

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<IErrandsDatabase, ErrandsDb>(this);
        services.AddHousekeeping<ErrandsDb>(this);
        services.AddStatutoryClocks<ErrandsDb>(this, actor => actor.Role == Office, Errand.Due, Errand.Expiry);
    }

    public void Map(IEndpointRouteBuilder routes) { }
}

internal readonly record struct ErrandId(Guid Value) : IStrongId<ErrandId>
{
    public static ErrandId From(Guid value) => new(value);
}

[ObjectName("errand", "差事", "errand")]
internal sealed class Errand : AggregateRoot<ErrandId>
{
    public static Rule<ClockFacts> Overdue { get; } =
        new(
            "ERRAND_OVERDUE",
            RuleKind.Breach,
            21,
            Basis.Control("差事应当按期办结。"),
            new("尽快办结。", "Do it."),
            (facts, _) => facts.Today <= facts.DueOn
        );

    public static ClockKind Due { get; } =
        new(
            "errands.due",
            21,
            ClockPeriodKind.WorkingDays,
            ClockNature.Duty,
            new("差事", "Errand"),
            new("请按期办结。", "Do it in time."),
            Ladder("errands.due-days", [7, 3, 0, -1]),
            Overdue,
            new ClockFollower<Errand, ErrandId>("errands.move-errand", (errand, move) => errand.MovedTo = move.DueOn)
        );

    public static ClockKind Expiry { get; } =
        new(
            "errands.expiry",
            33,
            ClockPeriodKind.FixedDay,
            ClockNature.Ending,
            new("凭证", "Voucher"),
            new("请及时换证。", "Renew it."),
            Ladder("errands.expiry-days", [30, 7])
        );

    private Errand() { }

    public string Title { get; private init; } = "";

    public Guid Unit { get; private init; }

    /// <summary>The last day, where a recount has moved it.</summary>
    public DateOnly? MovedTo { get; private set; }

    public static Errand Open(ErrandId id, string title, Guid unit) =>
        new()
        {
            Id = id,
            Title = title,
            Unit = unit,
        };

    public void Order(Func<Errand, ClockOrder> order) => Entail(order(this));

    private static Parameter<NoticeDays> Ladder(string code, NoticeDays days) =>
        new(code, 21, ParameterAct.Control, days, "提醒");
}

internal interface IErrandsDatabase : IModuleStore
{
    DbSet<Errand> Errands { get; }
}

internal abstract class ErrandsDb(DbContextOptions options) : ModuleDbContext(options), IErrandsDatabase
{
    public override string Schema => "errands";

    public DbSet<Errand> Errands => Set<Errand>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.MapStatutoryClocks();
        modelBuilder.Entity<Errand>().ToTable("errands").HasKey(errand => errand.Id);
        modelBuilder.Entity<Errand>().Property(errand => errand.Id).ValueGeneratedNever();
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class SqliteErrandsDb(DbContextOptions<SqliteErrandsDb> options) : ErrandsDb(options);

internal sealed class PostgresErrandsDb(DbContextOptions<PostgresErrandsDb> options) : ErrandsDb(options);

internal sealed class SqlServerErrandsDb(DbContextOptions<SqlServerErrandsDb> options) : ErrandsDb(options);

internal sealed class ErrandAuthorities : AuthorityTable
{
    public ErrandAuthorities()
    {
        Command<GiveErrand>(Stake.Business, "errands.give", 21, new("办公室", "the office"), ErrandsModule.Office);
        Command<OrderClock>(
            Stake.Business,
            "errands.order-clock",
            21,
            new("办公室", "the office"),
            ErrandsModule.Office
        );
    }
}

/// <summary>Gives an errand to a unit, to be done within so many working days.</summary>
internal sealed record GiveErrand(string Title, Guid Unit, int WorkingDays) : ICommand, INoInput;

internal sealed class GiveErrandHandler(IErrandsDatabase database, Act act, IIdSource ids, RulesInForce rules)
    : IRequestHandler<GiveErrand, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(GiveErrand command, CancellationToken cancellationToken)
    {
        var errand = Errand.Open(ids.Next<ErrandId>(), command.Title, command.Unit);
        errand.Order(one =>
            Errand.Due.Start(
                rules.Today,
                command.WorkingDays,
                new(one.Unit, one.Title, act.Actor.Unit),
                rules.Parameters
            )
        );
        _ = act.Authorise(errand, OrderClockHandler.Everybody);
        database.Errands.Add(errand);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}

public enum ClockWord
{
    Suspend,
    Resume,
    Meet,
    Lapse,
    Expire,

    /// <summary>The errand is done, and its voucher lasts until another day.</summary>
    Renew,
}

/// <summary>Does one thing to the errand's clock.</summary>
/// <param name="Until">For a voucher that expires: its last day.</param>
internal sealed record OrderClock(ErrandId Errand, ClockWord Word, DateOnly? Until = null) : ICommand, INoInput;

internal sealed class OrderClockHandler(IErrandsDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<OrderClock, Result<Receipt>>
{
    public static ObjectAuthority<Errand> Everybody { get; } = new((_, _) => true, (_, _) => null);

    public async Task<Result<Receipt>> Handle(OrderClock command, CancellationToken cancellationToken)
    {
        var errand = await database.Errands.FirstAsync(one => one.Id == command.Errand, cancellationToken);
        if (command.Word == ClockWord.Renew)
        {
            errand.Order(one => Expiry(one, command.Until!.Value));
        }

        errand.Order(one =>
            command.Word switch
            {
                ClockWord.Suspend => Errand.Due.Suspend("等待材料"),
                ClockWord.Resume => Errand.Due.Resume(),
                ClockWord.Meet or ClockWord.Renew => Errand.Due.Meet(),
                ClockWord.Lapse => Errand.Due.Lapse("差事取消"),
                _ => Expiry(one, command.Until!.Value),
            }
        );
        _ = act.Authorise(errand, Everybody);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    private StartClock Expiry(Errand errand, DateOnly until) =>
        Errand.Expiry.Until(until, rules.Today, new(errand.Unit, errand.Title), rules.Parameters);
}
