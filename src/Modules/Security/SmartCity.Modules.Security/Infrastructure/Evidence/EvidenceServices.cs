using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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

    public const string DemonstrationOrigin = "smartcity.demonstration/evidence";

    private static readonly TimeSpan CosigningPeriod = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WitnessAnswersWithin = TimeSpan.FromSeconds(10);

    public static void AddEvidence(this IServiceCollection services, IModule module, IConfiguration configuration)
    {
        services.AddSingleton(provider => new EvidenceKey(
            EvidenceKey.FileOf(configuration),
            provider.GetRequiredService<KeyVault>()
        ));
        services.AddSingleton<ILogSigner>(provider => provider.GetRequiredService<EvidenceKey>());
        services.AddScoped<LogReader>();
        services.AddScoped<DossierWriter>();
        services.AddEntryLog<EvidenceLog>();
        services.AddSingleton(_ => WitnessSettings.Read(configuration));
        services.AddHttpClient(CosigningJob.ClientName, client => client.Timeout = WitnessAnswersWithin);
        services.AddPeriodicJob<CosigningJob>(module, "cosigning", CosigningPeriod);
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
        if (!key.Make(origin))
        {
            await output.WriteLineAsync("密钥已经存在，没有改动。 The key exists already; nothing was changed.");
            return 1;
        }

        await output.WriteLineAsync($"公钥 Public key: {key.PublicKey}");
        return 0;
    }
}
