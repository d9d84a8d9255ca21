using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Exports;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Exporting;

/// <summary>Opens an export before its first byte leaves; the list was asked for, and granted, before.</summary>
/// <param name="List">The address of the list.</param>
/// <param name="Filter">The list's filters as they stand in the query; empty for none.</param>
internal sealed record BeginExport(string List, ExportFormat Format, string Filter) : IRecordsReading;

internal sealed class BeginExportValidator : AbstractValidator<BeginExport>
{
    public const int LongestList = 400;

    /// <summary>The service takes no longer query.</summary>
    public const int LongestFilter = 4096;

    public BeginExportValidator()
    {
        RuleFor(command => command.List).RequiredText(LongestList);
        RuleFor(command => command.Format).IsInEnum().WithErrorCode("UNKNOWN_VALUE");
        RuleFor(command => command.Filter).NotNull().MaximumLength(LongestFilter);
    }
}

internal sealed class BeginExportHandler(ISecurityDatabase database, Act act, IIdSource ids)
    : IRequestHandler<BeginExport, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(BeginExport command, CancellationToken cancellationToken)
    {
        var export = Export.Open(
            ids.Next<ExportId>(),
            new(command.List, command.Format, command.Filter),
            new(act.Actor.Account),
            new(act.Actor.Unit),
            act.At
        );
        if (act.Authorise(export, SecurityAuthorities.OnExport) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        database.Exports.Add(export);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
