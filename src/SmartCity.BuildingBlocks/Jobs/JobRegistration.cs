using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Jobs;

public static class JobRegistration
{
    private static readonly TimeSpan HousekeepingPeriod = TimeSpan.FromHours(1);

    // A job that was due while the database was away is not put off for a whole period.
    private static readonly TimeSpan LongestBetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>Registers a periodic job of a module; its name is the module's schema and the given word.</summary>
    public static IServiceCollection AddPeriodicJob<TJob>(
        this IServiceCollection services,
        IModule module,
        string name,
        TimeSpan period
    )
        where TJob : class, IPeriodicJob
    {
        var job = new PeriodicJob($"{module.Schema}.{name}", module.Schema, typeof(TJob), period);
        services.AddSingleton(job);
        services.AddScoped<TJob>();
        services.AddQuartz(quartz =>
        {
            var key = new JobKey(job.Name);
            quartz.AddJob<JobRunner>(runner => runner.WithIdentity(key));
            var look = period < LongestBetweenLooks ? period : LongestBetweenLooks;
            quartz.AddTrigger(trigger =>
                trigger.ForJob(key).StartNow().WithSimpleSchedule(every => every.WithInterval(look).RepeatForever())
            );
        });
        return services;
    }

    /// <summary>Registers the module's housekeeping.</summary>
    public static IServiceCollection AddHousekeeping<TContext>(this IServiceCollection services, IModule module)
        where TContext : ModuleDbContext =>
        services.AddPeriodicJob<Housekeeping<TContext>>(module, "housekeeping", HousekeepingPeriod);

    internal static void AddJobs(this IServiceCollection services)
    {
        services.AddTransient<JobRunner>();
        services.AddSingleton<JobWatch>();
        services.AddQuartz();
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }
}
