using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Opening;

/// <summary>
/// The module opens the acceptance of a project that was built, once for each declaration; one that was taken over in
/// its trial run or accepted is taken up where it stands.
/// </summary>
internal sealed record OpenAcceptance(
    DeclarationId Declaration,
    string ProjectName,
    string Kind,
    bool IsService,
    UnitId LeadUnit,
    IReadOnlyList<UnitId> ParticipatingUnits,
    IReadOnlyList<UnitId> Contractors,
    DateOnly BuiltOn
) : ICommand;

internal sealed class OpenAcceptanceValidator : AbstractValidator<OpenAcceptance>
{
    public OpenAcceptanceValidator()
    {
        RuleFor(command => command.ProjectName).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Kind).RequiredText(InputRules.ShortText);
        RuleFor(command => command.BuiltOn).PlausibleDate();
    }
}

internal sealed class OpenAcceptanceHandler(
    IAcceptanceDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<OpenAcceptance, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(OpenAcceptance command, CancellationToken cancellationToken)
    {
        if (await database.Acceptances.AnyAsync(one => one.Declaration == command.Declaration, cancellationToken))
        {
            return Error.Unprocessable(
                "ACCEPTANCE_ALREADY_OPEN",
                new("该项目的竣工验收事项已经建立。", "The acceptance of this project is open already.")
            );
        }

        var project = new BuiltProject(
            command.Declaration,
            command.ProjectName,
            command.Kind,
            command.IsService,
            command.LeadUnit,
            command.ParticipatingUnits,
            command.Contractors,
            command.BuiltOn
        );
        var running = await mediator.RunningAsync(command.Declaration, cancellationToken);
        var opened = running is null
            ? ProjectAcceptance.Open(ids.Next<AcceptanceId>(), project)
            : ProjectAcceptance.TakeUp(ids.Next<AcceptanceId>(), project, running, rules);
        act.Authorise(opened, AcceptanceAccess.OfTheModule);
        database.Acceptances.Add(opened);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
