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

/// <summary>Finance stops all payments of a project, with a reason.</summary>
internal sealed record SuspendFund(DeclarationId Declaration, string Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class SuspendFundValidator : AbstractValidator<SuspendFund>
{
    public SuspendFundValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class SuspendFundHandler(IApprovalDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<SuspendFund, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(SuspendFund command, CancellationToken cancellationToken)
    {
        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var outcome = act.Authorise(declaration, DeclarationAccess.OfFinance, command.ExpectedVersion)
            .Then(() => declaration!.SuspendFund(command.Reason, ActingFor.Of(act.Actor), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
