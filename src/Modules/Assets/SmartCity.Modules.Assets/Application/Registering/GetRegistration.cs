using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Modules.Assets.Domain.Rules;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Registering;

/// <summary>One registration with its frozen lines and what of each is on cards.</summary>
internal sealed record GetRegistration(AssetRegistrationId Registration) : IQuery<GetRegistration.RegistrationDetail>
{
    internal sealed record RegistrationDetail(
        AssetRegistrationId Id,
        string Number,
        DeclarationId Declaration,
        AcceptanceId Acceptance,
        int Pass,
        string ProjectName,
        UnitId LeadUnit,
        string LeadUnitName,
        RegistrationState State,
        DateOnly PassedOn,
        DateOnly DueOn,
        bool IsOverdue,
        Money CapitalisedValue,
        Money RegisteredValue,
        DateOnly? CompletedOn,
        string? VoidBecause,
        DateOnly? VoidedOn,
        IReadOnlyList<LineDetail> Lines,
        long Version
    );

    /// <param name="NeedsCard">False for an expense, which is shown and not registered.</param>
    /// <param name="Ownership">Whose the assets of this line are, by the contract's financing.</param>
    internal sealed record LineDetail(
        ContractId Contract,
        string ContractNumber,
        FinancingMode Financing,
        int Number,
        string Name,
        ContractLineClass Class,
        bool NeedsCard,
        Ownership Ownership,
        long Quantity,
        string QuantityUnit,
        Money Amount,
        Money Registered
    );
}

internal sealed class GetRegistrationHandler(IAssetsDatabase database, RequestContext request, ILegalClock clock)
    : IRequestHandler<GetRegistration, Result<GetRegistration.RegistrationDetail>>
{
    public async Task<Result<GetRegistration.RegistrationDetail>> Handle(
        GetRegistration query,
        CancellationToken cancellationToken
    )
    {
        var found = await database
            .Registrations.AsNoTracking()
            .Where(LedgerAccess.Registrations(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Registration, cancellationToken);
        return found is null ? Error.NotFound(new("资产登记", "asset registration")) : DetailOf(found);
    }

    private GetRegistration.RegistrationDetail DetailOf(AssetRegistration one) =>
        new(
            one.Id,
            one.Number,
            one.Declaration,
            one.Acceptance,
            one.Pass,
            one.ProjectName,
            one.LeadUnit,
            one.LeadUnitName,
            one.State,
            one.PassedOn,
            one.DueOn,
            one.State == RegistrationState.Open && one.DueOn < clock.Today,
            one.CapitalisedValue,
            one.RegisteredValue,
            one.CompletedOn,
            one.VoidBecause,
            one.VoidedOn,
            [
                .. one
                    .Lines.OrderBy(line => line.ContractNumber, StringComparer.Ordinal)
                    .ThenBy(line => line.Number)
                    .Select(LineOf),
            ],
            one.Version
        );

    private static GetRegistration.LineDetail LineOf(RegistrationLine line) =>
        new(
            line.Contract,
            line.ContractNumber,
            line.Financing,
            line.Number,
            line.Name,
            line.Class,
            line.NeedsCard,
            Article39.OwnershipOf(line.Financing),
            line.Quantity,
            line.QuantityUnit,
            line.Amount,
            line.Registered
        );
}
