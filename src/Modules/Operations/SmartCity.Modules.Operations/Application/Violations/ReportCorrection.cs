using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>The unit concerned tells what it did to correct the matter.</summary>
internal sealed record ReportCorrection(ViolationCaseId Case, string Report, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ReportCorrectionValidator : AbstractValidator<ReportCorrection>
{
    public ReportCorrectionValidator()
    {
        RuleFor(command => command.Report).RequiredText(InputRules.LongText);
    }
}

internal sealed class ReportCorrectionHandler(IOperationsDatabase database, Act act)
    : IRequestHandler<ReportCorrection, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReportCorrection command, CancellationToken cancellationToken)
    {
        var violation = await database.ViolationCases.FirstOrDefaultAsync(
            one => one.Id == command.Case,
            cancellationToken
        );
        var outcome = act.Authorise(violation, CaseAccess.OfTheSubject, command.ExpectedVersion)
            .Then(() => violation!.ReportCorrection(command.Report, act.LegalDate));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
