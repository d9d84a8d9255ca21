using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.BuildingBlocks.Tests.Messaging;

public sealed class OutboxSignalTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);

    private readonly WatchedTime time = new();
    private readonly OutboxSignal signal;

    public OutboxSignalTests() => signal = new(time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task Wait_WhenItWasRaisedBefore_ThenItReturnsAtOnce()
    {
        signal.Raise();

        await signal.WaitAsync(AtMost, Cancellation);

        time.GetUtcNow().ShouldBe(time.Start);
    }

    [Fact(Timeout = 30_000)]
    public async Task Wait_WhenItIsRaisedMeanwhile_ThenItReturnsThoughTheClockStandsStill()
    {
        var waiting = signal.WaitAsync(AtMost, Cancellation);
        waiting.IsCompleted.ShouldBeFalse();

        signal.Raise();

        await waiting;
        time.GetUtcNow().ShouldBe(time.Start);
    }

    [Fact(Timeout = 30_000)]
    public async Task Wait_WhenNobodyRaisesIt_ThenItReturnsAfterTheGivenTime()
    {
        var waiting = signal.WaitAsync(AtMost, Cancellation);
        time.Advance(AtMost - TimeSpan.FromMilliseconds(1));
        waiting.IsCompleted.ShouldBeFalse();

        time.Advance(TimeSpan.FromMilliseconds(1));

        await waiting;
    }

    [Fact(Timeout = 30_000)]
    public async Task Wait_WhenItWasRaisedTwice_ThenItWakesOnce()
    {
        signal.Raise();
        signal.Raise();
        await signal.WaitAsync(AtMost, Cancellation);

        var second = signal.WaitAsync(AtMost, Cancellation);

        second.IsCompleted.ShouldBeFalse();
        time.Advance(AtMost);
        await second;
    }

    [Fact(Timeout = 30_000)]
    public async Task Wait_WhenItIsCancelled_ThenItSaysSo()
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var waiting = signal.WaitAsync(AtMost, cancelled.Token);

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }
}
