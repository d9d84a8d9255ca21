using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Messaging;

/// <summary>A clock that stands still and tells the test who has begun to wait, and for how long.</summary>
internal sealed class WatchedTime() : FakeTimeProvider(ModuleHost.Start)
{
    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Returns as soon as the next wait has begun.</summary>
    public async Task<TimeSpan> NextWaitAsync() => await waits.Reader.ReadAsync(TestContext.Current.CancellationToken);
}
