using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Construction.Api;
using SmartCity.Modules.Construction.Application.CountyProjects;
using SmartCity.Modules.Construction.Domain.CountyProjects;

namespace SmartCity.Modules.Construction.Tests.CountyProjects;

/// <summary>FILING_IS_NOT_APPROVAL (INT-18): nobody can approve or reject a filing, for there is nothing to do it with.</summary>
public sealed class FilingIsNotApprovalTests
{
    private static readonly string[] Words =
    [
        "approv",
        "reject",
        "refus",
        "deny",
        "veto",
        "accept",
        "consent",
        "permit",
        "批准",
        "审批",
        "驳回",
        "同意",
        "否决",
        "核准",
    ];

    [Fact]
    public void States_WhenListed_ThenAFilingIsSubmittedFiledOrReturnedAndNothingElse() =>
        Enum.GetNames<CountyFilingState>().ShouldBe(["Submitted", "Filed", "ReturnedIncomplete"]);

    [Fact]
    public void Commands_WhenTheOfficesAreListed_ThenItFilesOrReturnsAndNothingElse() =>
        new CountyProjectAuthorities()
            .Authorities.Where(authority =>
                authority.Request.IsAssignableTo(typeof(ICommand))
                && authority.Roles.Contains(Counties.OfficeClerk.Role)
            )
            .Select(authority => authority.Request)
            .ShouldBe([typeof(FileImplementationPlan), typeof(ReturnFilingIncomplete)], ignoreOrder: true);

    [Fact]
    public void Acts_WhenNamed_ThenNoneSpeaksOfApproval()
    {
        var names = typeof(CountyProject)
            .Assembly.GetTypes()
            .Where(type => type.Namespace?.EndsWith(".CountyProjects", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMembers().Select(member => member.Name).Append(type.Name))
            .Concat(new CountyProjectAuthorities().Authorities.Select(authority => authority.Name))
            .ToList();

        names.ShouldContain(nameof(CountyProject.ReturnFilingIncomplete));
        names.Where(SpeaksOfApproval).ShouldBeEmpty();
    }

    [Fact]
    public async Task Routes_WhenListed_ThenAFilingHasAReceiptAndAReturnAndNothingElse()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddScoped<IMediator>(provider => new Mediator(provider.GetRequiredService));
        builder.Services.AddScoped<RequestContext>();
        await using var service = builder.Build();
        CountyProjectEndpoints.Map(service);

        var endpoints = ((IEndpointRouteBuilder)service)
            .DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .ToList();

        endpoints
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(route => route.Contains("/filing", StringComparison.Ordinal))
            .ShouldBe(
                [
                    "/county-projects/{project:guid}/filing",
                    "/county-projects/{project:guid}/filing/receipt",
                    "/county-projects/{project:guid}/filing/return",
                ],
                ignoreOrder: true
            );
        endpoints
            .Select(endpoint => $"{endpoint.RoutePattern.RawText} {endpoint.DisplayName}")
            .Where(SpeaksOfApproval)
            .ShouldBeEmpty();
    }

    private static bool SpeaksOfApproval(string text) =>
        Array.Exists(Words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
