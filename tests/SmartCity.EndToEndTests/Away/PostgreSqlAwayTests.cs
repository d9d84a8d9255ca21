using System.Diagnostics;
using System.Net;
using Npgsql;
using SmartCity.EndToEndTests.Line;

namespace SmartCity.EndToEndTests.Away;

/// <summary>A server that goes away under the running service, and comes back; the service is not started again.</summary>
public sealed class PostgreSqlAwayTests
{
    private const string Database = "city";

    // A statement's 10 s, the driver's request to end it 5 s, a connection 5 s, and something for a machine that is busy.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    // What is known to be away is told without asking.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fast")]
    [InlineData("immediate")]
    public async Task Request_WhenTheServerWasStopped_ThenRefusedUntilItIsBack(string mode)
    {
        await using var server = await ServerAsync();
        await using var service = await ServiceAsync(server);
        await server.StopAsync(mode);
        await StandingService.UntilAsync(async () =>
            (await service.ReadAsync()).Status == HttpStatusCode.ServiceUnavailable
            // Its report is served for two seconds.
            && (await service.ReadyAsync()).Status == HttpStatusCode.ServiceUnavailable
        );

        var read = await service.ReadAsync();
        var english = await service.ReadAsync(language: "en");
        var command = await service.DraftAsync("once");
        var token = await service.SignInAsync();
        var (ready, report) = await service.ReadyAsync();
        var alive = await service.ReadAsync("health/live");

        read.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        read.Code.ShouldBe("DATABASE_UNAVAILABLE");
        read.RetryAfter.ShouldBe(TimeSpan.FromSeconds(5));
        read.Detail.ShouldNotBeNull().ShouldContain("数据库");
        english.Detail.ShouldNotBeNull().ShouldContain("database");
        command.Code.ShouldBe("DATABASE_UNAVAILABLE");
        token.Code.ShouldBe("DATABASE_UNAVAILABLE");
        ready.ShouldBe(HttpStatusCode.ServiceUnavailable);
        report["modules"]!.AsArray().ShouldAllBe(module => !module!["reachable"]!.GetValue<bool>());
        alive.Status.ShouldBe(HttpStatusCode.OK);

        await server.StartAgainAsync();
        await StandingService.UntilAsync(service.ServesAgainAsync);
        (await service.DraftAsync("once")).Status.ShouldBe(HttpStatusCode.Created);
        (await service.SignsInAsync()).ShouldBeTrue();
        await ShouldWorkBehindAsync(server);
    }

    [Fact]
    public async Task Request_WhenTheServerStandsStill_ThenNobodyWaitsLongerThanTheLimitAndLaterOnesNotAtAll()
    {
        await using var server = await ServerAsync();
        await using var service = await ServiceAsync(server);
        server.Pause();

        var caught = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => service.ReadAsync()));
        var later = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => service.ReadAsync()));

        caught.ShouldAllBe(heard => heard.Status == HttpStatusCode.ServiceUnavailable && heard.After < Bound);
        later.ShouldAllBe(heard => heard.Code == "DATABASE_UNAVAILABLE" && heard.After < AtOnce);
        server.Resume();
        await StandingService.UntilAsync(service.ServesAgainAsync);
    }

    [Fact]
    public async Task Commands_WhenConnectionsAreCutAndTheServerIsRestarted_ThenEachKeyMadeItsObjectOnce()
    {
        await using var server = await ServerAsync();
        await using var service = await ServiceAsync(server);
        const int Commands = 120;
        var next = 0;
        var done = 0;

        async Task WorkAsync()
        {
            for (int number; (number = Interlocked.Increment(ref next)) <= Commands; )
            {
                await service.DraftUntilAcceptedAsync($"cut-{number}");
                Interlocked.Increment(ref done);
            }
        }

        var load = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WorkAsync()));
        foreach (var third in new[] { Commands / 4, Commands / 2 })
        {
            await StandingService.UntilAsync(() => Task.FromResult(Volatile.Read(ref done) >= third));
            await server.TerminateAsync(Database);
        }

        await StandingService.UntilAsync(() => Task.FromResult(Volatile.Read(ref done) >= Commands * 3 / 4));
        await server.StopAsync("immediate");
        await server.StartAgainAsync();
        await load;

        (await server.ExecuteAsync("SELECT count(*) FROM approval.declarations", Database)).ShouldBe((long)Commands);
        (
            await server.ExecuteAsync(
                "SELECT count(*) FROM approval.accepted_requests WHERE key LIKE 'cut-%'",
                Database
            )
        ).ShouldBe((long)Commands);
    }

    [Fact]
    public async Task Request_WhenTheServerHasNoConnectionLeft_ThenBusyAndAliveUntilThereIsOne()
    {
        await using var server = await ServerAsync("max_connections = 40");
        await using var service = await ServiceAsync(server);
        var others = new List<NpgsqlConnection>();
        try
        {
            // The superuser's reserved places included: then nobody gets in, and the service's own are cut.
            await TakeAllAsync(server, others);
            await using (var cut = others[0].CreateCommand())
            {
                cut.CommandText =
                    $"SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE datname = '{Database}'";
                await cut.ExecuteNonQueryAsync(Cancellation);
            }

            await TakeAllAsync(server, others);
            var heard = default(Heard);
            await StandingService.UntilAsync(async () => (heard = await service.ReadAsync()).Code is "DATABASE_BUSY");

            heard!.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            heard.After.ShouldBeLessThan(Bound);
            (await service.ReadAsync("health/live")).Status.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            foreach (var other in others)
            {
                await other.DisposeAsync();
            }
        }

        await StandingService.UntilAsync(service.ServesAgainAsync);
    }

    [Fact]
    public async Task Command_WhenTheServerFailsOverToReadOnly_ThenRefusedWhileReadingGoesOn()
    {
        await using var server = await ServerAsync();
        await using var service = await ServiceAsync(server);
        await server.ExecuteAsync("ALTER SYSTEM SET default_transaction_read_only = on");
        await server.ExecuteAsync("SELECT pg_reload_conf()");
        var command = default(Heard);
        await StandingService.UntilAsync(async () =>
            (command = await service.DraftAsync($"try-{Stopwatch.GetTimestamp()}")).Status != HttpStatusCode.Created
        );

        var read = await service.ReadAsync();

        (command!.Status, command.Code).ShouldBe((HttpStatusCode.ServiceUnavailable, "DATABASE_READ_ONLY"));
        command.Detail.ShouldNotBeNull().ShouldContain("只读");
        read.Status.ShouldBe(HttpStatusCode.OK);
        await server.ExecuteAsync("ALTER SYSTEM RESET default_transaction_read_only");
        await server.ExecuteAsync("SELECT pg_reload_conf()");
        (await service.DraftUntilAcceptedAsync("after")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Csv_WhenTheServerDiesInTheMiddle_ThenItEndsBrokenAndTheRetrievalIsNotShownAsComplete()
    {
        await using var server = await ServerAsync();
        await using var service = await ServiceAsync(server);
        var many = new System.Text.StringBuilder("code,name,level,parent_code\n");
        for (var number = 0; number < 8000; number++)
        {
            many.Append(number).Append(',').Append('长', 1500).Append(",4,610402\n");
        }

        var shared = await DataSharingTests.SharedAsync(service.Stage, many.ToString());
        using var answer = await service.Client.GetAsync(
            new Uri(shared.Csv, UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            Cancellation
        );
        var body = await answer.Content.ReadAsStreamAsync(Cancellation);
        await body.ReadExactlyAsync(new byte[4096], Cancellation);
        await server.StopAsync("immediate");

        await Should.ThrowAsync<HttpIOException>(() => body.CopyToAsync(Stream.Null, Cancellation));

        await server.StartAgainAsync();
        await StandingService.UntilAsync(service.ServesAgainAsync);
        var state = await server.ExecuteAsync("SELECT state FROM data_sharing.retrievals", Database);
        state.ShouldBeOfType<string>().ShouldBeOneOf("Open", "BrokenOff");
    }

    private static async Task<PrivatePostgreSql> ServerAsync(params string[] settings)
    {
        var server = await PrivatePostgreSql.StartAsync(settings);
        await server.ExecuteAsync($"CREATE DATABASE {Database}");
        return server;
    }

    private static Task<StandingService> ServiceAsync(PrivatePostgreSql server) =>
        StandingService.StartAsync(server.ConnectionStringOf(Database), TestFolder.New());

    /// <summary>Messages are delivered and jobs run as before.</summary>
    private static async Task ShouldWorkBehindAsync(PrivatePostgreSql server)
    {
        await server.ExecuteAsync(
            """
            INSERT INTO approval.outbox_messages
              (id, name, aggregate, payload, caused_by, occurred_at, state, attempts, next_attempt_at)
            VALUES (gen_random_uuid(), 'approval.nobody-hears.v1', 'x', '{}', gen_random_uuid(), now(), 'Waiting', 0, now());
            UPDATE approval.job_heartbeats SET started_at = NULL, succeeded_at = NULL
            """,
            Database
        );
        await StandingService.UntilAsync(async () =>
            await server.ExecuteAsync(
                """
                SELECT (SELECT count(*) FROM approval.outbox_messages WHERE state <> 'Delivered')
                  + (SELECT count(*) FROM approval.job_heartbeats WHERE succeeded_at IS NULL)
                """,
                Database
            )
                is 0L
        );
    }

    private static async Task TakeAllAsync(PrivatePostgreSql server, List<NpgsqlConnection> taken)
    {
        while (true)
        {
            var connection = new NpgsqlConnection($"{server.ConnectionString};Pooling=false");
            try
            {
                await connection.OpenAsync(Cancellation);
                taken.Add(connection);
            }
            catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
            {
                await connection.DisposeAsync();
                return;
            }
        }
    }
}
