using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Infrastructure.Keys;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>The evidence log and its key.</summary>
internal static class EvidenceServices
{
    public const string CreateKeyCommand = "create-evidence-key";

    public const string SucceedCommand = "succeed-evidence-log";

    public const string DemonstrationOrigin = "smartcity.demonstration/evidence";

    private static readonly TimeSpan CosigningPeriod = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ErasurePeriod = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WitnessAnswersWithin = TimeSpan.FromSeconds(10);

    public static void AddEvidence(this IServiceCollection services, IModule module, IConfiguration configuration)
    {
        services.AddSingleton(provider => new EvidenceKey(
            EvidenceKey.FileOf(configuration),
            provider.GetRequiredService<KeyVault>(),
            Sm2Key.Of(configuration, provider.GetRequiredService<KeyVault>())
        ));
        services.AddSingleton<ILogSigner>(provider => provider.GetRequiredService<EvidenceKey>());
        services.AddScoped<LogReader>();
        services.AddScoped<LogSuccession>();
        services.AddScoped<DossierDocuments>();
        services.AddScoped<DossierWriter>();
        services.AddEntryLog<EvidenceLog>();
        services.AddSingleton(_ => WitnessSettings.Read(configuration));
        services.AddSingleton(_ => MissingWitnessSettings.Read(configuration));
        services.AddSingleton<ICosigningWatch>(provider => new CosigningWatch(
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetServices<IModule>(),
            provider.GetRequiredService<IReadOnlyList<WitnessSettings>>(),
            provider.GetRequiredService<MissingWitnessSettings>(),
            provider.GetService<IHostEnvironment>()?.IsDemonstration() == true,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CosigningWatch>>()
        ));
        services.AddHostedService<CosigningWatchWorker>();
        services.AddScoped<IActGate, WitnessGate>();
        services.AddHttpClient(CosigningJob.ClientName, client => client.Timeout = WitnessAnswersWithin);
        services.AddPeriodicJob<CosigningJob>(module, "cosigning", CosigningPeriod);
        services.AddPeriodicJob<ErasureJob>(module, "erasure", ErasurePeriod);
    }

    /// <summary>Made by an operator, once: a log whose key is gone must be succeeded by another.</summary>
    public static async Task<int> CreateKeyAsync(
        IServiceProvider services,
        IReadOnlyList<string> arguments,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (arguments is not [var origin] || !EvidenceKey.IsOrigin(origin))
        {
            await output.WriteLineAsync(
                "用法 Usage: smartcity create-evidence-key ORIGIN（如 such as evidence.xianyang.example/log）"
            );
            return 2;
        }

        var key = services.GetRequiredService<EvidenceKey>();
        if (!key.HasKey && await services.GetRequiredService<LogReader>().NewestAsync(cancellationToken) is not null)
        {
            await output.WriteLineAsync(
                $"日志已有条目而密钥不在：请找回密钥，或者用 {SucceedCommand} 接续。 The log has leaves and its key is gone: put the key back, or use {SucceedCommand}."
            );
            return 1;
        }

        if (!key.Make(origin))
        {
            await output.WriteLineAsync("密钥已经存在，没有改动。 The key exists already; nothing was changed.");
            return 1;
        }

        await output.WriteLineAsync($"公钥 Public key: {key.PublicKey}");
        return 0;
    }

    /// <summary>Ordered by the office, done by an operator with all instances stopped.</summary>
    public static async Task<int> SucceedAsync(
        IServiceProvider services,
        IReadOnlyList<string> arguments,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (arguments is not [var origin, var predecessor, var headFile, var orderedBy, var basis, var reason])
        {
            await output.WriteLineAsync(
                $"用法 Usage: smartcity {SucceedCommand} NEW-ORIGIN OLD-PUBLIC-KEY CHECKPOINT-FILE ORDERED-BY BASIS REASON"
            );
            return 2;
        }

        if (!File.Exists(headFile))
        {
            await output.WriteLineAsync($"没有文件 There is no file: {headFile}");
            return 2;
        }

        var head = await File.ReadAllTextAsync(headFile, cancellationToken);
        var outcome = await services
            .GetRequiredService<LogSuccession>()
            .SucceedAsync(new(origin, predecessor, head, orderedBy, basis, reason), cancellationToken);
        if (outcome.IsFailure)
        {
            await output.WriteLineAsync($"{outcome.Failure.Detail.Chinese} {outcome.Failure.Detail.English}");
            return 1;
        }

        var lost =
            Succession.SizeOf(outcome.Value.LastHead) - long.Parse(outcome.Value.Kept, CultureInfo.InvariantCulture);
        await output.WriteLineAsync(
            $"新日志承接旧日志的前 {outcome.Value.Kept} 条。 The new log begins with the first {outcome.Value.Kept} leaves of the old one."
        );
        if (lost > 0)
        {
            await output.WriteLineAsync(
                $"旧日志另有 {lost} 条不在数据库中。 {lost} further leaves of the old log are not in the database."
            );
        }

        await output.WriteLineAsync($"公钥 Public key: {services.GetRequiredService<EvidenceKey>().PublicKey}");
        return 0;
    }
}
