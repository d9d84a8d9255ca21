using System.ComponentModel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Application.Registering;

/// <summary>The office registers a unit as contractor, so that it can bid and its certificates can be entered.</summary>
internal sealed record RegisterContractor([property: Description("承揽单位的单位标识")] UnitId Unit)
    : ICommand,
        INoInput;

internal sealed class RegisterContractorHandler(
    IConstructionDatabase database,
    Act act,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<RegisterContractor, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RegisterContractor command, CancellationToken cancellationToken)
    {
        var unit = await mediator.Send(new UnitOf(command.Unit), cancellationToken);
        if (unit is null)
        {
            return Error.Invalid([
                new(
                    "unit",
                    "UNIT_UNKNOWN",
                    new LocalizedText("没有登记这个单位。", "No such unit is registered.").In(act.Context.Language)
                ),
            ]);
        }

        if (unit.Kind is not (UnitKind.Contractor or UnitKind.Enterprise))
        {
            return Error.Unprocessable(
                "UNIT_IS_NO_CONTRACTOR",
                new(
                    "只有承揽单位或企业可以登记为承揽单位；单位性质登记有误的，请系统管理员更正。",
                    "Only a contractor or an enterprise can be registered; if the unit's kind is wrong, have it corrected."
                )
            );
        }

        if (await database.Contractors.AnyAsync(one => one.Unit == command.Unit, cancellationToken))
        {
            return Error.Conflict(
                "CONTRACTOR_ALREADY_REGISTERED",
                new("该单位已经登记为承揽单位。", "The unit is registered as contractor already.")
            );
        }

        var contractor = Contractor.Register(ids.Next<ContractorId>(), unit, act.LegalDate);
        act.Authorise(contractor, RegisterAccess.OfTheOffice);
        database.Contractors.Add(contractor);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
