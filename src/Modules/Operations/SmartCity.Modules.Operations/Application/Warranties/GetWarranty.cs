using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Modules.Operations.Application.Warranties;

/// <summary>One warranty with the terms it had.</summary>
internal sealed record GetWarranty(WarrantyId Warranty) : IQuery<GetWarranty.WarrantyDetail>
{
    /// <param name="EndIsProvisional">True where the days off of the end's year are not published yet.</param>
    internal sealed record WarrantyDetail(
        WarrantyId Id,
        string Number,
        WarrantyState State,
        DeclarationId Declaration,
        string ProjectName,
        UnitId LeadUnit,
        ContractId Contract,
        string ContractNumber,
        UnitId Contractor,
        string ContractorName,
        int Months,
        DateOnly StartsOn,
        DateOnly EndsOn,
        bool EndIsProvisional,
        IReadOnlyList<Term> Terms,
        long Version
    );

    internal sealed record Term(
        int Number,
        AcceptanceId Acceptance,
        int AcceptanceRound,
        string DocumentNumber,
        DateOnly StartsOn,
        DateOnly? VoidedOn,
        string? VoidedBecause
    );
}

internal sealed class GetWarrantyHandler(
    IOperationsDatabase database,
    RequestContext request,
    ILegalClock clock,
    WorkingCalendar calendar
) : IRequestHandler<GetWarranty, Result<GetWarranty.WarrantyDetail>>
{
    public async Task<Result<GetWarranty.WarrantyDetail>> Handle(GetWarranty query, CancellationToken cancellationToken)
    {
        var warranty = await database
            .Warranties.AsNoTracking()
            .Where(WarrantyAccess.ReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Warranty, cancellationToken);
        return warranty is null ? Error.NotFound(new("工程保修", "warranty")) : Told(warranty);
    }

    private GetWarranty.WarrantyDetail Told(Warranty warranty)
    {
        var end = warranty.End(calendar);
        return new(
            warranty.Id,
            warranty.Number,
            warranty.StateOn(clock.Today, calendar),
            warranty.Declaration,
            warranty.ProjectName,
            warranty.LeadUnit,
            warranty.Contract,
            warranty.ContractNumber,
            warranty.Contractor,
            warranty.ContractorName,
            warranty.Months,
            warranty.StartsOn,
            end.Day,
            end.IsProvisional,
            [
                .. warranty
                    .Terms.OrderBy(term => term.Number)
                    .Select(term => new GetWarranty.Term(
                        term.Number,
                        term.Acceptance,
                        term.AcceptanceRound,
                        term.DocumentNumber,
                        term.StartsOn,
                        term.VoidedOn,
                        term.VoidedBecause
                    )),
            ],
            warranty.Version
        );
    }
}
