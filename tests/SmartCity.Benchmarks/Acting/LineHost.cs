using System.Globalization;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SmartCity.Api;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Benchmarks.Acting;

/// <summary>
/// The modules as the service composes them, over a PostgreSQL database, without HTTP. The act that is measured is one of
/// the line: finance declines a payment of maintenance money, which Operations hears of and writes into the request.
/// </summary>
internal sealed class LineHost : IAsyncDisposable
{
    public const string Reason = "超出本年度预算安排，待下一年度统筹。";

    public static readonly Actor Finance = new(
        ActorKind.Person,
        new("019cabcd-0000-7000-8000-0000000000c1"),
        "市财政局",
        new("019cabcd-0000-7000-8000-000000000001"),
        Roles.FinanceBureau,
        Jurisdictions.City
    );

    // One statement each: what was there before goes, then payments and the requests they answer are laid ready.
    private static readonly string[] Preparation =
    [
        "TRUNCATE approval.payments, approval.payment_instructions, approval.outbox_messages, approval.audit_entries, "
            + "approval.inbox_messages, operations.maintenance_requests, operations.outbox_messages, "
            + "operations.audit_entries, operations.inbox_messages",
        "CREATE TEMP TABLE made AS SELECT n, gen_random_uuid() AS payment, gen_random_uuid() AS request, "
            + "gen_random_uuid() AS project FROM generate_series(1, {0}) n",
        """
            INSERT INTO approval.payments (id, number, state, kind, declaration, project, maintenance_request, unit,
              payee_name, payee_bank, payee_account, basis, year, requested_on, pre_evaluation, amount_fen, version)
            SELECT payment, 'BF' || lpad(n::text, 20, '0'), 'Requested', 'Maintenance', project, project, request,
              '019cabcd-0000-7000-8000-000000000001', '运维单位', '工商银行咸阳分行', '6222020000000000000',
              '城市大脑平台年度运行维护', 2026, '2026-03-02', false, 12345600, 1 FROM made
            """,
        """
            INSERT INTO operations.maintenance_requests (id, number, state, project, project_name, funded_by, lead_unit,
              requested_by, year, payee_name, payee_bank, payee_account, purpose, requested_on, amount_fen, paid_fen, version)
            SELECT request, 'YW' || lpad(n::text, 20, '0'), 'Requested', project, '城市大脑平台', project,
              '019cabcd-0000-7000-8000-000000000001', '019cabcd-0000-7000-8000-0000000000c1', 2026, '运维单位',
              '工商银行咸阳分行', '6222020000000000000', '城市大脑平台年度运行维护', '2026-03-02', 12345600, 0, 1 FROM made
            """,
        "ANALYZE approval.payments",
        "ANALYZE operations.maintenance_requests",
        "CHECKPOINT",
    ];

    private static readonly Func<PaymentId, ICommand> Decline = MakeDecline();

    private readonly ServiceProvider services;
    private readonly string connectionString;

    /// <param name="writesEntries">False only to see what an audit entry costs.</param>
    public LineHost(DatabaseChoice database, string folder, bool writesEntries = true)
    {
        connectionString = database.ConnectionString;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Files:Folder"] = folder })
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        collection.AddModules(ModuleList.All, configuration, database);
        if (!writesEntries)
        {
            // Internal on purpose: nothing but this measurement can leave the entry out.
            var switching = InternalType("SmartCity.BuildingBlocks.Persistence.EntryWriting");
            collection.AddSingleton(switching, Activator.CreateInstance(switching, [false])!);
        }

        services = collection.BuildServiceProvider();
    }

    /// <summary>Declines one payment, as one request does.</summary>
    /// <exception cref="InvalidOperationException">It was not accepted.</exception>
    public async Task DeclineAsync(Guid payment)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Actor = Finance;
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(Decline(new(payment)));
        if (outcome.IsFailure)
        {
            throw new InvalidOperationException(outcome.Failure.Code);
        }
    }

    /// <summary>Starts the dispatcher, or what tells and hears other instances, as the service runs it.</summary>
    public async Task<IHostedService> StartAsync(string name, CancellationToken cancellationToken)
    {
        var type = InternalType($"SmartCity.BuildingBlocks.Messaging.{name}");
        var hosted = (IHostedService)ActivatorUtilities.CreateInstance(services, type);
        await hosted.StartAsync(cancellationToken);
        services.GetRequiredService<FirstReadiness>().Tell();
        return hosted;
    }

    /// <summary>Lays that many payments ready and removes those before.</summary>
    public async Task<List<Guid>> LayReadyAsync(int payments, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
#pragma warning disable CA2100 // the statements stand above, the number is a number
        foreach (var text in Preparation)
        {
            var statement = string.Format(CultureInfo.InvariantCulture, text, payments);
            await using var prepare = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            await prepare.ExecuteNonQueryAsync(cancellationToken);
        }
#pragma warning restore CA2100

        var made = new List<Guid>(payments);
        await using (var ask = new NpgsqlCommand("SELECT payment FROM made", connection))
        await using (var reader = await ask.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                made.Add(reader.GetGuid(0));
            }
        }

        await using var drop = new NpgsqlCommand("DROP TABLE made", connection);
        await drop.ExecuteNonQueryAsync(cancellationToken);
        return made;
    }

    public async Task<long> CountAsync(string statement, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
#pragma warning disable CA2100 // statements of this folder
        await using var count = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static Type InternalType(string name) => typeof(OutboxDispatcher).Assembly.GetType(name, true)!;

    // The command is the module's own and nobody else's, so it is made by its name.
    private static Func<PaymentId, ICommand> MakeDecline()
    {
        var approval = ModuleList.All.Single(module => module.Name == "Approval").GetType().Assembly;
        var command = approval
            .GetType("SmartCity.Modules.Approval.Application.Payments.DeclinePayment", true)!
            .GetConstructors()[0];
        return payment => (ICommand)command.Invoke([payment, Reason, 1L]);
    }
}
