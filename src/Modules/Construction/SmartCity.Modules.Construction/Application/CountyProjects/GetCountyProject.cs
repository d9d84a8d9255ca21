using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

/// <summary>One county project with its budget line, its tender and every submission of its implementation plan.</summary>
internal sealed record GetCountyProject(CountyProjectId Project) : IQuery<GetCountyProject.CountyProjectDetail>
{
    /// <param name="TenderAndFilingRequired">False where the total investment does not exceed what is free of both.</param>
    /// <param name="Filing">Null as long as nothing was submitted.</param>
    internal sealed record CountyProjectDetail(
        CountyProjectId Id,
        string Number,
        CountyProjectState State,
        string County,
        string CountyName,
        string Name,
        CountyProjectKind Kind,
        string ConstructingUnit,
        Money TotalInvestment,
        bool TenderAndFilingRequired,
        CountyBudgetLine? Budget,
        CountyTenderDetail? Tender,
        CountyFilingState? Filing,
        IReadOnlyList<CountyFilingDetail> Filings,
        DateOnly RegisteredOn,
        DateOnly? StartedOn,
        long Version
    );

    internal sealed record CountyTenderDetail(
        CountyTenderMethod Method,
        string NoticeNumber,
        DateOnly TenderedOn,
        string WinnerName,
        string WinnerCreditCode,
        Money AwardedAmount
    );

    internal sealed record CountyFilingDetail(
        int Number,
        CountyFilingState State,
        string PlanTitle,
        string DocumentNumber,
        DateOnly SubmittedOn,
        string Summary,
        string? ReceiptNumber,
        string? Missing,
        DateOnly? HandledOn
    );
}

internal sealed class GetCountyProjectHandler(
    IConstructionDatabase database,
    RequestContext request,
    RulesInForce rules
) : IRequestHandler<GetCountyProject, Result<GetCountyProject.CountyProjectDetail>>
{
    public async Task<Result<GetCountyProject.CountyProjectDetail>> Handle(
        GetCountyProject query,
        CancellationToken cancellationToken
    )
    {
        var project = await database
            .CountyProjects.AsNoTracking()
            .Where(CountyProjectAccess.ReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Project, cancellationToken);
        return project is null ? Error.NotFound(new("县级项目", "county project")) : Told(project);
    }

    private GetCountyProject.CountyProjectDetail Told(CountyProject project) =>
        new(
            project.Id,
            project.Number,
            project.State,
            project.County,
            Jurisdictions.Counties[project.County],
            project.Name,
            project.Kind,
            project.ConstructingUnit,
            project.TotalInvestment,
            Article12.TenderAndFilingRequired(project.TotalInvestment, rules.Parameters),
            project.Budget,
            project.Tender is { } tender ? Told(tender) : null,
            project.Filing,
            [.. project.Filings.OrderBy(filing => filing.Number).Select(Told)],
            project.RegisteredOn,
            project.StartedOn,
            project.Version
        );

    private static GetCountyProject.CountyTenderDetail Told(CountyTender tender) =>
        new(
            tender.Method,
            tender.NoticeNumber,
            tender.TenderedOn,
            tender.WinnerName,
            tender.WinnerCreditCode,
            tender.AwardedAmount
        );

    private static GetCountyProject.CountyFilingDetail Told(CountyFiling filing) =>
        new(
            filing.Number,
            filing.State,
            filing.PlanTitle,
            filing.DocumentNumber,
            filing.SubmittedOn,
            filing.Summary,
            filing.ReceiptNumber,
            filing.Missing,
            filing.HandledOn
        );
}
