using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Exports;

namespace SmartCity.Modules.Security.Application.Exporting;

/// <summary>Closes an export with the number of rows sent, whether it was sent whole or broke off.</summary>
internal sealed record CompleteExport(ExportId Export, long RowsSent, bool IsComplete) : IRecordsReading;

internal sealed class CompleteExportValidator : AbstractValidator<CompleteExport>
{
    public CompleteExportValidator() =>
        RuleFor(command => command.RowsSent).GreaterThanOrEqualTo(0).WithErrorCode("OUT_OF_RANGE");
}

internal sealed class CompleteExportHandler(ISecurityDatabase database, Act act)
    : IRequestHandler<CompleteExport, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(CompleteExport command, CancellationToken cancellationToken)
    {
        var export = await database.Exports.FirstOrDefaultAsync(one => one.Id == command.Export, cancellationToken);
        var outcome = act.Authorise(export, SecurityAuthorities.OnExport)
            .Then(() => export!.Close(command.RowsSent, command.IsComplete, act.At));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
