using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Modules.Operations.Application.Warranties;

/// <summary>Whether a project has a warranty at all, and which; for services it does not apply (INT-25).</summary>
internal sealed record GetProjectWarranty(DeclarationId Declaration) : IQuery<GetProjectWarranty.ProjectWarranty>
{
    internal enum Applicability
    {
        /// <summary>适用，已起算</summary>
        Started,

        /// <summary>适用，待竣工验收合格</summary>
        AwaitsAcceptance,

        /// <summary>不适用（服务类项目）</summary>
        NotApplicable,
    }

    internal sealed record ProjectWarranty(
        DeclarationId Declaration,
        string ProjectName,
        bool IsService,
        Applicability Applicability,
        IReadOnlyList<ContractWarranty> Warranties
    );

    internal sealed record ContractWarranty(
        WarrantyId Id,
        string ContractNumber,
        string ContractorName,
        WarrantyState State,
        DateOnly StartsOn,
        DateOnly EndsOn,
        bool EndIsProvisional
    );
}

internal sealed class GetProjectWarrantyHandler(
    IOperationsDatabase database,
    RequestContext request,
    IMediator mediator,
    ILegalClock clock,
    WorkingCalendar calendar
) : IRequestHandler<GetProjectWarranty, Result<GetProjectWarranty.ProjectWarranty>>
{
    public async Task<Result<GetProjectWarranty.ProjectWarranty>> Handle(
        GetProjectWarranty query,
        CancellationToken cancellationToken
    )
    {
        var project = await mediator.Send(new ProjectOf(query.Declaration), cancellationToken);
        var warranties = await database
            .Warranties.AsNoTracking()
            .IgnoreAutoIncludes()
            .Where(WarrantyAccess.ReadableBy(request.Actor))
            .Where(one => one.Declaration == query.Declaration)
            .OrderBy(one => one.Number)
            .ToListAsync(cancellationToken);
        return project is null || (warranties.Count == 0 && !IsConcerned(request.Actor, project))
            ? Error.NotFound(new("项目", "project"))
            : new GetProjectWarranty.ProjectWarranty(
                project.Declaration,
                project.ProjectName,
                project.IsService,
                ApplicabilityOf(project, warranties),
                warranties.ConvertAll(Told)
            );
    }

    private static bool IsConcerned(Actor actor, ProjectProfile project) =>
        OperationsAccess.IsOfTheCity(actor)
        && (OperationsAccess.SeesAll(actor) || Roles.UnitsActedFor(actor).Contains(new(project.LeadUnit)));

    private static GetProjectWarranty.Applicability ApplicabilityOf(
        ProjectProfile project,
        List<Warranty> warranties
    ) =>
        project.IsService ? GetProjectWarranty.Applicability.NotApplicable
        : warranties.Count > 0 ? GetProjectWarranty.Applicability.Started
        : GetProjectWarranty.Applicability.AwaitsAcceptance;

    private GetProjectWarranty.ContractWarranty Told(Warranty warranty)
    {
        var end = warranty.End(calendar);
        return new(
            warranty.Id,
            warranty.ContractNumber,
            warranty.ContractorName,
            warranty.StateOn(clock.Today, calendar),
            warranty.StartsOn,
            end.Day,
            end.IsProvisional
        );
    }
}
