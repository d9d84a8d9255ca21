using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Accepting;

/// <summary>The office has experts and the units concerned meet for the acceptance.</summary>
internal sealed record FormAcceptancePanel(
    AcceptanceId Acceptance,
    IReadOnlyList<AccountId> Experts,
    IReadOnlyList<UnitId> Departments,
    DateOnly HeldOn,
    string Place,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class FormAcceptancePanelValidator : AbstractValidator<FormAcceptancePanel>
{
    public FormAcceptancePanelValidator()
    {
        RuleFor(command => command.Experts)
            .Lines(50)
            .Must(experts => experts is null || experts.Distinct().Count() == experts.Count)
            .WithErrorCode("DUPLICATE")
            .InWords("同一专家不得重复列入。", "An expert is named once.");
        RuleFor(command => command.Departments)
            .Lines(20)
            .Must(units => units is null || units.Distinct().Count() == units.Count)
            .WithErrorCode("DUPLICATE")
            .InWords("同一单位不得重复列入。", "A unit is named once.");
        RuleFor(command => command.HeldOn).PlausibleDate();
        RuleFor(command => command.Place).RequiredText(InputRules.ShortText);
    }
}

internal sealed class FormAcceptancePanelHandler(
    IAcceptanceDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator
) : IRequestHandler<FormAcceptancePanel, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(FormAcceptancePanel command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var allowed = act.Authorise(acceptance, AcceptanceAccess.OfTheOffice, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var panel = await mediator.PanelAsync(
            command.HeldOn,
            command.Place,
            command.Experts,
            command.Departments,
            act.Context.Language,
            cancellationToken
        );
        if (panel.IsFailure)
        {
            return panel.Failure;
        }

        var outcome = acceptance!.FormPanel(panel.Value, rules);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
