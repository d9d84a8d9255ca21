using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>
/// One row of a list becomes a draft of its lead unit, which completes and submits it. The office brings in every unit's
/// rows, a unit its own.
/// </summary>
internal sealed record ImportDeclaration(
    UnitId LeadUnit,
    DeclarationSheet Sheet,
    string Key,
    string ContentHash,
    string FileSha256,
    int Line
) : ICommand;

internal sealed class ImportDeclarationValidator : AbstractValidator<ImportDeclaration>
{
    public ImportDeclarationValidator()
    {
        RuleFor(command => command.Sheet).SetValidator(new DeclarationSheetValidator());
        RuleFor(command => command.Key).RequiredText(ImportedRow.LongestKey);
    }
}

internal sealed class ImportDeclarationHandler(
    IApprovalDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<ImportDeclaration, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ImportDeclaration command, CancellationToken cancellationToken)
    {
        var drafted = await mediator.DraftAsync(
            ids.Next<DeclarationId>(),
            command.LeadUnit,
            command.Sheet,
            act,
            rules,
            cancellationToken
        );
        if (drafted.IsFailure)
        {
            return drafted.Failure;
        }

        if (act.Authorise(drafted.Value, DeclarationAccess.OfImporters) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        database.Declarations.Add(drafted.Value);
        database.ImportedRows.Add(
            new()
            {
                LeadUnit = command.LeadUnit,
                Key = command.Key,
                ContentHash = command.ContentHash,
                Declaration = drafted.Value.Id,
                ImportedOn = rules.Today,
                FileSha256 = command.FileSha256,
                Line = command.Line,
            }
        );
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
