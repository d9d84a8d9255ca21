using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;

namespace SmartCity.Modules.Construction.Application.Contracting;

/// <summary>Answers other modules about the contracts of a project.</summary>
internal sealed class ContractsOfHandler(IConstructionDatabase database)
    : IRequestHandler<ContractsOf, IReadOnlyList<ContractProfile>>
{
    public async Task<IReadOnlyList<ContractProfile>> Handle(ContractsOf request, CancellationToken cancellationToken)
    {
        var declaration = new DeclarationId(request.Declaration);
        var buildings = await database
            .Buildings.AsNoTracking()
            .Where(building => building.Declaration == declaration && building.Contract != null)
            .ToListAsync(cancellationToken);
        return
        [
            .. buildings
                .OrderBy(building => building.Contract!.SignedOn)
                .ThenBy(building => building.Number, StringComparer.Ordinal)
                .Select(building => Told(building.Contract!, request.Declaration)),
        ];
    }

    private static ContractProfile Told(Contract contract, Guid declaration) =>
        new(
            contract.Id,
            declaration,
            contract.Number,
            contract.ContractorUnit.Value,
            contract.ContractorName,
            contract.Financing,
            contract.Amount.Fen,
            contract.MonthsFromAcceptance,
            contract.SignedOn,
            contract.IsInForce,
            [
                .. contract
                    .Lines.OrderBy(line => line.Number)
                    .Select(line => new ContractLineProfile(
                        line.Number,
                        line.Name,
                        line.Class,
                        line.Quantity,
                        line.QuantityUnit,
                        line.Amount.Fen
                    )),
            ]
        );
}
