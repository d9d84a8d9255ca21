using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Registering;

/// <summary>
/// The module opens the registration of a project that passed its acceptance, with the lines of its contracts in force
/// (article 38).
/// </summary>
internal sealed record OpenRegistration(
    AcceptanceId Acceptance,
    DeclarationId Declaration,
    string ProjectName,
    UnitId LeadUnit,
    DateOnly PassedOn
) : ICommand;

internal sealed class OpenRegistrationValidator : AbstractValidator<OpenRegistration>
{
    public OpenRegistrationValidator()
    {
        RuleFor(command => command.ProjectName).RequiredText(InputRules.ShortText);
        RuleFor(command => command.PassedOn).PlausibleDate();
    }
}

internal sealed class OpenRegistrationHandler(
    IAssetsDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids,
    WorkingCalendar calendar
) : IRequestHandler<OpenRegistration, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(OpenRegistration command, CancellationToken cancellationToken)
    {
        var before = await database
            .Registrations.Where(one => one.Declaration == command.Declaration)
            .Select(one => one.State)
            .ToListAsync(cancellationToken);
        if (before.Exists(state => state != RegistrationState.Void))
        {
            return Error.Unprocessable(
                "REGISTRATION_EXISTS",
                new("该项目的资产登记已经开立。", "The registration of this project is open already.")
            );
        }

        if (await mediator.Send(new UnitOf(command.LeadUnit), cancellationToken) is not { } unit)
        {
            // A fault of the data, not a refusal: the message waits until the unit is registered.
            return Error.Conflict(
                "UNIT_UNKNOWN",
                new("项目建设牵头单位未登记。", "The lead unit of the project is not registered.")
            );
        }

        var contracts = await mediator.Send(new ContractsOf(command.Declaration.Value), cancellationToken);
        var project = new AcceptedProject(
            command.Declaration,
            command.Acceptance,
            before.Count + 1,
            command.ProjectName,
            command.LeadUnit,
            unit.Name,
            command.PassedOn
        );
        var opened = AssetRegistration.Open(
            ids.Next<AssetRegistrationId>(),
            project,
            [.. contracts.Where(contract => contract.IsInForce).SelectMany(LinesOf)],
            rules,
            calendar
        );
        act.Authorise(opened, LedgerAccess.RegistrationOfTheModule);
        database.Registrations.Add(opened);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    private static IEnumerable<ContractedLine> LinesOf(ContractProfile contract) =>
        contract.Lines.Select(line => new ContractedLine(
            contract.Contract,
            contract.Number,
            contract.Financing,
            line.Number,
            line.Name,
            line.Class,
            line.Quantity,
            line.QuantityUnit,
            Money.FromFen(line.AmountFen)
        ));
}
