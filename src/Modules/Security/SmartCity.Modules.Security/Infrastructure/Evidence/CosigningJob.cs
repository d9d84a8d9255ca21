using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.Modules.Security.Application.Evidence;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>
/// Asks each witness to cosign the newest checkpoint (C2SP tlog-witness) and keeps what it answers. A witness that is away
/// or refuses is asked again at the next turn.
/// </summary>
internal sealed partial class CosigningJob(
    IReadOnlyList<WitnessSettings> witnesses,
    IHttpClientFactory clients,
    SecurityDb database,
    LogReader log,
    ILogger<CosigningJob> logger
) : IPeriodicJob
{
    public const string ClientName = "evidence-witness";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (witnesses.Count == 0 || await log.NewestAsync(cancellationToken) is not { } newest)
        {
            return;
        }

        foreach (var witness in witnesses.Where(witness => !witness.HasCosigned(newest)))
        {
            try
            {
                await AskAsync(witness, newest, cancellationToken);
            }
            catch (Exception away)
                when (away is HttpRequestException
                    || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                )
            {
                LogAway(logger, witness.Name, away.Message);
            }
        }
    }

    private async Task AskAsync(WitnessSettings witness, LogCheckpoint newest, CancellationToken cancellationToken)
    {
        var cosigned = await log.NewestCosignedAsync(cancellationToken);
        var (status, body) = await SendAsync(witness, cosigned?.Size ?? 0, newest, cancellationToken);
        if (
            status == 409
            && long.TryParse(body.TrimEnd('\n'), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        )
        {
            if (last > newest.Size)
            {
                LogTruncated(logger, witness.Name, last, newest.Size);
                return;
            }

            (status, body) = await SendAsync(witness, last, newest, cancellationToken);
        }

        var text = WitnessSettings.TextOf(newest);
        if (status == 200 && body.Split('\n').FirstOrDefault(line => witness.Signed(text, line)) is { } cosignature)
        {
            var kept = await database.LogCheckpoints.SingleAsync(one => one.Size == newest.Size, cancellationToken);
            kept.Cosignatures += $"{cosignature}\n";
            await database.SaveChangesAsync(cancellationToken);
            database.ChangeTracker.Clear();
        }
        else
        {
            LogRefused(logger, witness.Name, newest.Size, status, body);
        }
    }

    private async Task<(int Status, string Body)> SendAsync(
        WitnessSettings witness,
        long from,
        LogCheckpoint newest,
        CancellationToken cancellationToken
    )
    {
        var proof = await log.Proofs.ConsistencyAsync(from, newest.Size, cancellationToken);
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"old {from}\n");
        proof.ForEach(hash => body.Append(Convert.ToBase64String(hash)).Append('\n'));
        body.Append('\n').Append(newest.Note);
        using var client = clients.CreateClient(ClientName);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToString()));
        using var answer = await client.PostAsync(
            new Uri(witness.Address, "add-checkpoint"),
            content,
            cancellationToken
        );
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The witness {Witness} does not answer: {Fault}")]
    private static partial void LogAway(ILogger logger, string witness, string fault);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The witness {Witness} refused to cosign the log at {Size}: {Status} {Reason}"
    )]
    private static partial void LogRefused(ILogger logger, string witness, long size, int status, string reason);

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "The witness {Witness} has seen the log with {Last} entries and it has {Size}: entries are lost, or an old backup was restored"
    )]
    private static partial void LogTruncated(ILogger logger, string witness, long last, long size);
}
