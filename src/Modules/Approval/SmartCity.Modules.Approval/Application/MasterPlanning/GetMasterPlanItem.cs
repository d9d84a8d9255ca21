using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.MasterPlanning;

/// <summary>One item of the master plan.</summary>
internal sealed record GetMasterPlanItem(MasterPlanItemId Item) : IQuery<GetMasterPlanItem.MasterPlanItemDetail>
{
    internal sealed record MasterPlanItemDetail(
        MasterPlanItemId Id,
        string Code,
        string Title,
        string Description,
        int FromYear,
        int ToYear,
        UnitId ResponsibleUnit,
        Money EstimatedInvestment,
        string BasisDocumentNumber,
        MasterPlanItemState State,
        string? ClosedBecause,
        DateOnly? ClosedOn,
        long Version
    );
}

internal sealed class GetMasterPlanItemHandler(IApprovalDatabase database)
    : IRequestHandler<GetMasterPlanItem, Result<GetMasterPlanItem.MasterPlanItemDetail>>
{
    public async Task<Result<GetMasterPlanItem.MasterPlanItemDetail>> Handle(
        GetMasterPlanItem query,
        CancellationToken cancellationToken
    )
    {
        var detail = await database
            .MasterPlanItems.Where(item => item.Id == query.Item)
            .Select(item => new GetMasterPlanItem.MasterPlanItemDetail(
                item.Id,
                item.Code,
                item.Title,
                item.Description,
                item.FromYear,
                item.ToYear,
                item.ResponsibleUnit,
                item.EstimatedInvestment,
                item.BasisDocumentNumber,
                item.State,
                item.ClosedBecause,
                item.ClosedOn,
                item.Version
            ))
            .FirstOrDefaultAsync(cancellationToken);
        return detail is null ? Error.NotFound(new("总体规划事项", "master plan item")) : detail;
    }
}
