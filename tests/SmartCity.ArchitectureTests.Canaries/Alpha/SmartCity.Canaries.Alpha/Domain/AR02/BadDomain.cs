using AutoMapper;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace SmartCity.Canaries.Alpha.Domain.AR02;

internal sealed record UsesEntityFramework(DbContext Context);

[Index("Name")]
internal sealed record UsesEntityFrameworkByAttribute(string Name);

internal sealed record UsesAspNetCore(HttpContext Context);

internal sealed record UsesQuartz(IScheduler Scheduler);

internal sealed class UsesAutoMapper : Profile;

internal sealed class UsesFluentValidation : InlineValidator<string>;

internal static class UsesSerilog
{
    public static void Tell() => Serilog.Log.Information("said");
}
