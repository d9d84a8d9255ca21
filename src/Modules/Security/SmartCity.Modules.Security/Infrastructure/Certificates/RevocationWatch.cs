using System.Diagnostics.Metrics;
using System.Globalization;
using SmartCity.BuildingBlocks;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Certificates;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>Makes it heard where nobody tells whether certificates were revoked: in metrics, and at the health page.</summary>
internal sealed class RevocationWatch(CertificateSettings settings, TimeProvider time) : IServiceWarnings
{
    private static readonly Meter Meter = new(Telemetry.Name);
    private static readonly Counter<long> Unknown = Meter.CreateCounter<long>(
        "smartcity.certificates.revocation_unknown"
    );

    private readonly Lock turn = new();
    private DateTimeOffset? unansweredSince;

    public IReadOnlyList<LocalizedText> Now
    {
        get
        {
            var warnings = new List<LocalizedText>();
            if (settings.WhenUnreachable == UnreachableMode.Warn && time.GetUtcNow() < settings.WarnUntil)
            {
                var until = Told(settings.WarnUntil);
                warnings.Add(
                    new(
                        $"查不到吊销状态的证书也放行，至 {until}（北京时间）为止。",
                        $"Certificates pass although nobody tells whether they were revoked, until {until} (Beijing time)."
                    )
                );
            }

            if (UnansweredSince is { } since)
            {
                warnings.Add(
                    new(
                        $"自 {Told(since)}（北京时间）起查不到证书的吊销状态。",
                        $"Since {Told(since)} (Beijing time) nobody tells whether certificates were revoked."
                    )
                );
            }

            return warnings;
        }
    }

    private DateTimeOffset? UnansweredSince
    {
        get
        {
            lock (turn)
            {
                return unansweredSince;
            }
        }
    }

    /// <summary>The issuer told, so the outage is over.</summary>
    public void Answered(DateTimeOffset at)
    {
        lock (turn)
        {
            unansweredSince = at < unansweredSince ? unansweredSince : null;
        }
    }

    public void Unanswered(DateTimeOffset at, RevocationSource? passedBy)
    {
        Unknown.Add(1, new KeyValuePair<string, object?>("outcome", passedBy is null ? "refused" : "let_in"));
        lock (turn)
        {
            unansweredSince ??= at;
        }
    }

    private static string Told(DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
