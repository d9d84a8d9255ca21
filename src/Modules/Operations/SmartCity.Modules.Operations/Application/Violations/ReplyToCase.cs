using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>The unit concerned is heard in its own case.</summary>
internal sealed record ReplyToCase(ViolationCaseId Case, string Statement, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ReplyToCaseValidator : AbstractValidator<ReplyToCase>
{
    public ReplyToCaseValidator()
    {
        RuleFor(command => command.Statement).RequiredText(InputRules.LongText);
    }
}

internal sealed class ReplyToCaseHandler(IOperationsDatabase database, Act act)
    : IRequestHandler<ReplyToCase, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReplyToCase command, CancellationToken cancellationToken)
    {
        var violation = await database.ViolationCases.FirstOrDefaultAsync(
            one => one.Id == command.Case,
            cancellationToken
        );
        var outcome = act.Authorise(violation, CaseAccess.OfTheSubject, command.ExpectedVersion)
            .Then(() => violation!.Reply(command.Statement, new(act.Actor.Account), act.LegalDate));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
