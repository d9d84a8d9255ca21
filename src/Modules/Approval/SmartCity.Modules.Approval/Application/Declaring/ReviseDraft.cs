using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>The lead unit replaces the sheet while it drafts or revises.</summary>
internal sealed record ReviseDraft(DeclarationId Declaration, DeclarationSheet Sheet, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ReviseDraftValidator : AbstractValidator<ReviseDraft>
{
    public ReviseDraftValidator()
    {
        RuleFor(command => command.Sheet).SetValidator(new DeclarationSheetValidator());
    }
}

internal sealed class ReviseDraftHandler(IApprovalDatabase database, Act act, RulesInForce rules, IMediator mediator)
    : IRequestHandler<ReviseDraft, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReviseDraft command, CancellationToken cancellationToken)
    {
        var participants = await mediator.ParticipantsKnownAsync(
            command.Sheet,
            act.Context.Language,
            cancellationToken
        );
        if (participants.IsFailure)
        {
            return participants.Failure;
        }

        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var outcome = act.Authorise(declaration, DeclarationAccess.OfDeclaringUnits, command.ExpectedVersion)
            .Then(() => declaration!.Revise(command.Sheet, ActingFor.Of(act.Actor), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
