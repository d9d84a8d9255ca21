using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>The office closes a case that was corrected or is overdue.</summary>
internal sealed record CloseCase(ViolationCaseId Case, string Remark, long ExpectedVersion) : ICommand, IChangesObject;

internal sealed class CloseCaseValidator : AbstractValidator<CloseCase>
{
    public CloseCaseValidator()
    {
        RuleFor(command => command.Remark).RequiredText(InputRules.LongText);
    }
}

internal sealed class CloseCaseHandler(IOperationsDatabase database, Act act)
    : IRequestHandler<CloseCase, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(CloseCase command, CancellationToken cancellationToken)
    {
        var violation = await database.ViolationCases.FirstOrDefaultAsync(
            one => one.Id == command.Case,
            cancellationToken
        );
        var outcome = act.Authorise(violation, CaseAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() => violation!.Close(command.Remark, act.LegalDate));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
