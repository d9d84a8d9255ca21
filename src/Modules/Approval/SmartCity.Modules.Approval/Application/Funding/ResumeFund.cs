using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Funding;

/// <summary>Finance lets the payments of a project go on, with a reason.</summary>
internal sealed record ResumeFund(DeclarationId Declaration, string Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ResumeFundValidator : AbstractValidator<ResumeFund>
{
    public ResumeFundValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class ResumeFundHandler(IApprovalDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ResumeFund, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ResumeFund command, CancellationToken cancellationToken)
    {
        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var outcome = act.Authorise(declaration, DeclarationAccess.OfFinance, command.ExpectedVersion)
            .Then(() => declaration!.ResumeFund(command.Reason, ActingFor.Of(act.Actor), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
