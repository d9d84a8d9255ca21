using System.Diagnostics;

namespace SmartCity.Benchmarks.Acting;

/// <summary>Thirty-two writers who do one act after the other until none is left.</summary>
internal static class Writers
{
    private const int Count = 32;

    /// <returns>How long they took for all.</returns>
    public static async Task<TimeSpan> DoAsync(IReadOnlyList<Guid> objects, Func<Guid, Task> act)
    {
        GC.Collect();
        var next = -1;
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => Task.Run(WriteAsync)));
        return Stopwatch.GetElapsedTime(since);

        async Task WriteAsync()
        {
            for (int mine; (mine = Interlocked.Increment(ref next)) < objects.Count; )
            {
                await act(objects[mine]);
            }
        }
    }
}
