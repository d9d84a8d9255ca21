using AutoMapper;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Quartz;
using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>Domain uses no EF Core, ASP.NET, Quartz, AutoMapper, FluentValidation, Serilog.</summary>
public sealed class AR02DomainUsesNoFramework
{
    // Each framework by a type of its own, so that a misspelt namespace does not compile.
    private static readonly string[] Frameworks =
    [
        typeof(DbContext).Namespace!,
        ParentOf(typeof(HttpContext).Namespace!),
        typeof(IScheduler).Namespace!,
        typeof(IMapper).Namespace!,
        typeof(IValidator).Namespace!,
        typeof(Serilog.ILogger).Namespace!,
    ];

    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Domain.AR02.UsesEntityFramework",
                "Alpha.Domain.AR02.UsesEntityFrameworkByAttribute",
                "Alpha.Domain.AR02.UsesAspNetCore",
                "Alpha.Domain.AR02.UsesQuartz",
                "Alpha.Domain.AR02.UsesAutoMapper",
                "Alpha.Domain.AR02.UsesFluentValidation",
                "Alpha.Domain.AR02.UsesSerilog"
            );

    private static Findings Rule(Subject subject)
    {
        var domain = subject.Layer("Domain");
        return Findings.Of(
            "AR02",
            subject,
            domain,
            Frameworks,
            subject
                .UsesBy(domain)
                .Where(use => Frameworks.Any(use.IsOfNamespace))
                .Select(use => new Offence(use.By, $"uses {use.Used.FullName}"))
        );
    }

    private static string ParentOf(string space) => space[..space.LastIndexOf('.')];
}
