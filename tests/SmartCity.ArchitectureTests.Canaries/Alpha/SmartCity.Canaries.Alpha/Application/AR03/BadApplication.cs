using Microsoft.AspNetCore.Http;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Quartz;
using SmartCity.Canaries.Alpha.Domain.Permits;
using SmartCity.Canaries.Alpha.Infrastructure;

namespace SmartCity.Canaries.Alpha.Application.AR03;

internal sealed record UsesAspNetCore(HttpContext Context);

internal sealed record UsesQuartz(IScheduler Scheduler);

internal sealed record UsesSqlite(SqliteConnection Connection);

internal sealed record UsesNpgsql(NpgsqlConnection Connection);

internal sealed record UsesSqlServer(SqlConnection Connection);

internal static class UsesRelational
{
    public static IQueryable<Permit> All(IAlphaDatabase database) => database.Permits.FromSqlRaw("SELECT 1");
}

internal static class UsesExecuteDelete
{
    public static async Task<int> AllAsync(IAlphaDatabase database) => await database.Permits.ExecuteDeleteAsync();
}

internal sealed record UsesInfrastructure(ExpiryJob Job);
