using System.Threading.Channels;

namespace SmartCity.BuildingBlocks.Messaging;

/// <summary>
/// Wakes this instance's dispatcher at once after a commit, its own or one that another instance tells of, see
/// <see cref="InstanceCalls"/>.
/// </summary>
public sealed class OutboxSignal(TimeProvider time)
{
    private readonly Channel<bool> due = Once();
    private readonly Channel<bool> untold = Once();

    /// <summary>This instance has committed messages.</summary>
    public void Raise()
    {
        due.Writer.TryWrite(true);
        untold.Writer.TryWrite(true);
    }

    /// <summary>There may be messages of others.</summary>
    internal void RaiseForOthers() => due.Writer.TryWrite(true);

    /// <summary>Returns when raised, or after the given time.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await due.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was raised: time to look.
        }
    }

    /// <summary>Returns when this instance has committed messages that the others were not told of.</summary>
    internal async Task WaitUntoldAsync(CancellationToken cancellationToken) =>
        await untold.Reader.ReadAsync(cancellationToken);

    private static Channel<bool> Once() =>
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
