using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Persistence;

public sealed class ModuleDbContextTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Model_WhenBuilt_ThenEveryTableStandsInTheModulesSchema(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await using var scope = host.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<CountingDb>().Model;

        var tables = model
            .GetEntityTypes()
            .Select(entity => (Schema: entity.GetSchema(), Name: entity.GetTableName()!));

        tables.ShouldAllBe(table =>
            kind == DatabaseKind.Sqlite
                ? table.Schema == null && table.Name.StartsWith("counting_")
                : table.Schema == "counting" && !table.Name.StartsWith("counting_")
        );
    }

    [Theory, EveryDatabase]
    public async Task SaveChanges_WhenAnAggregateIsSavedWithoutAnAct_ThenItThrows(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CountingDb>();
        var loaded = await database.Counters.SingleAsync(one => one.Id == counter, Cancellation);
        _ = loaded.Raise();

        await Should.ThrowAsync<InvalidOperationException>(() => database.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task SaveChanges_WhenNotAsynchronous_ThenItThrows()
    {
        await using var host = await Miniature.StartAsync(DatabaseKind.Sqlite);
        await using var scope = host.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CountingDb>();

        Should.Throw<NotSupportedException>(() => database.SaveChanges());
    }

    [Fact]
    public async Task Sqlite_WhenTwoInstancesWriteAtOnce_ThenNoneIsTurnedAway()
    {
        await using var host = await Miniature.StartAsync(DatabaseKind.Sqlite);
        await using var other = host.AnotherInstance();

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(number =>
                    Task.Run(() =>
                        (number % 2 == 0 ? host : other).SendAs(Miniature.Clerk, new OpenCounter($"counter {number}"))
                    )
                )
        );

        outcomes.ShouldAllBe(outcome => !outcome.IsFailure);
    }
}
