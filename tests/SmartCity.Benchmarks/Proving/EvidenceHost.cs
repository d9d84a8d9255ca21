using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SmartCity.Api;
using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Benchmarks.Proving;

/// <summary>The modules over a PostgreSQL database of their own, with a key for the evidence log and without HTTP.</summary>
internal sealed class EvidenceHost : IAsyncDisposable
{
    public const string Origin = "bench.example/evidence";

    private readonly ServiceProvider services;
    private readonly string connectionString;

    private EvidenceHost(ServiceProvider services, string connectionString) =>
        (this.services, this.connectionString) = (services, connectionString);

    public static async Task<EvidenceHost> StartAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var database = await bench.NewDatabaseAsync(DatabaseKind.PostgreSql, cancellationToken);
        await bench.MigrateAsync(database, cancellationToken);
        var folder = bench.NewFolder("evidence");
        await bench.CreateEvidenceKeyAsync(database, folder, Origin, cancellationToken);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Files:Folder"] = folder,
                    ["Security:KeysFolder"] = Path.Combine(folder, "keys"),
                    ["Security:KeysSecretFile"] = Workbench.KeysSecretIn(folder),
                }
            )
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        collection.AddModules(ModuleList.All, configuration, database);
        return new(collection.BuildServiceProvider(), database.ConnectionString);
    }

    public AsyncServiceScope NewScope() => services.CreateAsyncScope();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public async Task RunAsync(IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        foreach (var statement in statements)
        {
#pragma warning disable CA2100 // statements of this folder
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public async Task<long> CountAsync(string table, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
#pragma warning disable CA2100 // tables named in this folder
        await using var count = new NpgsqlCommand($"SELECT count(*) FROM {table}", connection);
#pragma warning restore CA2100
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
