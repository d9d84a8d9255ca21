using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;

namespace SmartCity.Benchmarks.Frame;

/// <summary>What the figures were measured on.</summary>
internal sealed record Machine(
    string Processor,
    int Cores,
    double MemoryGib,
    string Kernel,
    string Runtime,
    string Server,
    string Load
)
{
    public static async Task<Machine> LookAsync(string postgreSql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(postgreSql);
        await connection.OpenAsync(cancellationToken);
        return new(
            await FieldAsync("/proc/cpuinfo", "model name", cancellationToken),
            Environment.ProcessorCount,
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30),
            $"{RuntimeInformation.OSDescription}, kernel {Environment.OSVersion.Version}",
            RuntimeInformation.FrameworkDescription,
            $"PostgreSQL {connection.PostgreSqlVersion}",
            await LoadAsync(cancellationToken)
        );
    }

    public string Told(DateOnly date) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Last run {date:yyyy-MM-dd}: {Processor}, {Cores} cores, {MemoryGib:0} GiB, {Kernel}, {Runtime}, {Server}; load before: {Load}; load generator, service and database share the machine."
        );

    // Of the last minute; a machine that does something else measures that too.
    private static async Task<string> LoadAsync(CancellationToken cancellationToken) =>
        File.Exists("/proc/loadavg")
            ? (await File.ReadAllTextAsync("/proc/loadavg", cancellationToken)).Split(' ')[0]
            : "unknown";

    private static async Task<string> FieldAsync(string file, string field, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }

        var line = (await File.ReadAllLinesAsync(file, cancellationToken)).FirstOrDefault(one =>
            one.StartsWith(field, StringComparison.Ordinal)
        );
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
