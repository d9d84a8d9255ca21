using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.Api;
using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Benchmarks.Acting;

/// <summary>May this actor send this request? Every request of every module in turn, by actors of several roles.</summary>
internal sealed class AuthorityChecks : IExercise
{
    private const int AtOnce = 100_000;

    private static readonly TimeSpan Unmeasured = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);

    private static readonly Figure Time = new(
        "authority-check",
        "time of an authority check in process, one thread",
        "-",
        Goal.AtMost(5),
        "µs",
        ["SmartCity.Benchmarks/Acting/AuthorityChecks.cs"]
    );

    private static readonly Actor[] Actors =
    [
        LineHost.Finance,
        LineHost.Finance with
        {
            Role = Roles.InformatizationOffice,
        },
        LineHost.Finance with
        {
            Role = Roles.ConstructionUnit,
        },
        LineHost.Finance with
        {
            Role = Roles.AuditOffice,
        },
    ];

    private ServiceProvider services = null!;
    private Authorities authorities = null!;
    private Type[] requests = [];

    public IReadOnlyList<Figure> Figures { get; } = [Time];

    public Task PrepareAsync(Workbench workbench, CancellationToken cancellationToken)
    {
        var folder = workbench.NewFolder("authority");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Files:Folder"] = folder })
            .Build();
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddModules(ModuleList.All, configuration, DatabaseChoice.Parse(Path.Combine(folder, "none.db")))
            .BuildServiceProvider();
        authorities = services.GetRequiredService<Authorities>();
        requests =
        [
            .. services.GetServices<AuthorityTable>().SelectMany(table => table.Authorities).Select(one => one.Request),
        ];
        Measure(Unmeasured, cancellationToken);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Sample>>([new(Time, Measure(Measured, cancellationToken), null)]);

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
        }
    }

    private double Measure(TimeSpan duration, CancellationToken cancellationToken)
    {
        var (checks, permitted) = (0L, 0L);
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < duration)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var one = 0; one < AtOnce; one++)
            {
                var request = requests[checks % requests.Length];
                var actor = Actors[checks / requests.Length % Actors.Length];
                permitted += authorities.Permit(request, actor).IsFailure ? 0 : 1;
                checks++;
            }
        }

        var time = Stopwatch.GetElapsedTime(since);
        if (permitted == 0 || permitted == checks)
        {
            throw new InvalidOperationException($"{permitted} of {checks} were permitted: nothing was judged.");
        }

        return time.TotalMicroseconds / checks;
    }
}
