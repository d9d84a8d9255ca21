using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Maintenance;

/// <summary>One maintenance request with its answer.</summary>
internal sealed record GetMaintenanceRequest(MaintenanceRequestId Request)
    : IQuery<GetMaintenanceRequest.MaintenanceRequestDetail>
{
    internal sealed record MaintenanceRequestDetail(
        MaintenanceRequestId Id,
        string Number,
        MaintenanceRequestState State,
        DeclarationId Project,
        string ProjectName,
        DeclarationId FundedBy,
        UnitId LeadUnit,
        int Year,
        Money Amount,
        PayeeAccount Payee,
        string Purpose,
        DateOnly RequestedOn,
        PaymentId? Payment,
        Money? PaidAmount,
        string? ReceiptNumber,
        DateOnly? PaidOn,
        string? DeclinedBecause,
        DateOnly? DeclinedOn,
        long Version
    );

    internal sealed record PayeeAccount(string Name, string Bank, string Account)
    {
        /// <summary>For logs: the number is never whole there.</summary>
        public override string ToString() => $"{Name} {Masked.BankAccount(Account)}";
    }
}

internal sealed class GetMaintenanceRequestHandler(IOperationsDatabase database, RequestContext request)
    : IRequestHandler<GetMaintenanceRequest, Result<GetMaintenanceRequest.MaintenanceRequestDetail>>
{
    public async Task<Result<GetMaintenanceRequest.MaintenanceRequestDetail>> Handle(
        GetMaintenanceRequest query,
        CancellationToken cancellationToken
    )
    {
        var found = await database
            .MaintenanceRequests.AsNoTracking()
            .Where(MaintenanceAccess.ReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Request, cancellationToken);
        return found is null ? Error.NotFound(new("运维经费申请", "maintenance request")) : Told(found);
    }

    private static GetMaintenanceRequest.MaintenanceRequestDetail Told(MaintenanceRequest found) =>
        new(
            found.Id,
            found.Number,
            found.State,
            found.Project,
            found.ProjectName,
            found.FundedBy,
            found.LeadUnit,
            found.Year,
            found.Amount,
            new(found.PayeeName, found.PayeeBank, found.PayeeAccount),
            found.Purpose,
            found.RequestedOn,
            found.Payment,
            found.State == MaintenanceRequestState.Paid ? found.PaidAmount : null,
            found.ReceiptNumber,
            found.PaidOn,
            found.DeclinedBecause,
            found.DeclinedOn,
            found.Version
        );
}
