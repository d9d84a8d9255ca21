using Microsoft.EntityFrameworkCore;

namespace SmartCity.BuildingBlocks.Persistence;

public static class OneStatement
{
    /// <summary>
    /// Asks for a root's one small collection together with it: a round trip less, where few rows are told twice.
    /// </summary>
    public static IQueryable<T> InOneStatement<T>(this IQueryable<T> query)
        where T : class => query.AsSingleQuery();
}
