using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>A unit begins a declaration, as its lead unit. Gaps are allowed until submission.</summary>
internal sealed record DraftDeclaration(DeclarationSheet Sheet) : ICommand;

internal sealed class DraftDeclarationValidator : AbstractValidator<DraftDeclaration>
{
    public DraftDeclarationValidator()
    {
        RuleFor(command => command.Sheet).SetValidator(new DeclarationSheetValidator());
    }
}

internal sealed class DraftDeclarationHandler(
    IApprovalDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<DraftDeclaration, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(DraftDeclaration command, CancellationToken cancellationToken)
    {
        var drafted = await mediator.DraftAsync(
            ids.Next<DeclarationId>(),
            new(act.Actor.Unit),
            command.Sheet,
            act,
            rules,
            cancellationToken
        );
        if (drafted.IsFailure)
        {
            return drafted.Failure;
        }

        var allowed = act.Authorise(drafted.Value, DeclarationAccess.OfDeclaringUnits);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        database.Declarations.Add(drafted.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
