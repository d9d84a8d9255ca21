using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;

namespace SmartCity.Modules.Approval.Application;

/// <summary>Tells other modules what project a declaration is.</summary>
internal sealed class ProjectOfHandler(IApprovalDatabase database) : IRequestHandler<ProjectOf, ProjectProfile?>
{
    public async Task<ProjectProfile?> Handle(ProjectOf request, CancellationToken cancellationToken)
    {
        var declaration = await database
            .Declarations.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == request.Declaration, cancellationToken);
        return declaration is null ? null : Told(declaration);
    }

    private static ProjectProfile Told(Declaration declaration) =>
        new(
            declaration.Id,
            declaration.Number,
            declaration.ProjectName,
            declaration.Kind?.ToString() ?? "",
            declaration.Kind?.IsService() ?? false,
            declaration.LeadUnit.Value,
            [.. declaration.Participations.Select(one => one.Unit.Value)],
            declaration.HasPassedReview,
            declaration.State == DeclarationState.Cancelled,
            declaration.ReviewedBudget.Fen,
            declaration.TotalInvestment.Fen,
            declaration.FiscalShare.Fen,
            declaration.Arranged.Fen,
            declaration.Sheet.PlannedFinish
        )
        {
            ReviewPassedOn = declaration.ReviewPassedOn,
        };
}
