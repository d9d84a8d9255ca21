using System.Threading.Channels;

namespace SmartCity.BuildingBlocks.Messaging;

/// <summary>Wakes this instance's dispatcher at once after a commit; other instances find the message by looking.</summary>
public sealed class OutboxSignal(TimeProvider time)
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Raise() => channel.Writer.TryWrite(true);

    /// <summary>Returns when raised, or after the given time.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await channel.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was raised: time to look.
        }
    }
}
