using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>The lead unit withdraws its declaration, or the office cancels it, with a reason.</summary>
internal sealed record CancelDeclaration(DeclarationId Declaration, string Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class CancelDeclarationValidator : AbstractValidator<CancelDeclaration>
{
    public CancelDeclarationValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class CancelDeclarationHandler(IApprovalDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<CancelDeclaration, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(CancelDeclaration command, CancellationToken cancellationToken)
    {
        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var outcome = act.Authorise(declaration, DeclarationAccess.OfLeadUnitOrOffice, command.ExpectedVersion)
            .Then(() => declaration!.Cancel(command.Reason, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
