using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Time;

namespace SmartCity.Regulation.Application.LegalClocks;

/// <summary>
/// The legal clock of the demonstration. It is asked at every act, so it holds what the database keeps; a demonstration
/// is one process, which alone moves it.
/// </summary>
internal sealed class MovableLegalClock(SystemLegalClock system) : ILegalClock
{
    private volatile int daysAhead;

    public DateOnly SystemDate => system.Today;

    public DateOnly Today => system.Today.AddDays(daysAhead);

    /// <summary>Runs as far ahead as it was left by the last movement.</summary>
    public async Task ResumeAsync(IRegulationDatabase database, CancellationToken cancellationToken) =>
        RunAhead(
            await database
                .LegalClocks.AsNoTracking()
                .Select(clock => clock.DaysAhead)
                .FirstOrDefaultAsync(cancellationToken)
        );

    /// <summary>Two movements may come to this out of order; the date never goes back.</summary>
    public void RunAhead(int days)
    {
        for (var now = daysAhead; days > now; now = daysAhead)
        {
            Interlocked.CompareExchange(ref daysAhead, days, now);
        }
    }
}
