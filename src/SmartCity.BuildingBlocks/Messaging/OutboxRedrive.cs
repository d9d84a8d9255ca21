using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Messaging;

/// <summary>What an operator does with messages that were given up.</summary>
public static class OutboxRedrive
{
    /// <summary>Sends a message again that was given up, with all its attempts before it.</summary>
    /// <returns>True when there was such a message.</returns>
    public static async Task<bool> RedriveAsync(
        ModuleDbContext context,
        Guid message,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        await context
            .OutboxMessages.Where(row => row.Id == message && row.State == MessageState.Dead)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, MessageState.Waiting)
                        .SetProperty(row => row.Attempts, 0)
                        .SetProperty(row => row.NextAttemptAt, now),
                cancellationToken
            ) == 1;
}
