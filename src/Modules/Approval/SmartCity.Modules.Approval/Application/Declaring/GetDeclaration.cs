using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>One declaration with its files, versions and report to finance. Its rounds are read by themselves.</summary>
internal sealed record GetDeclaration(DeclarationId Declaration) : IQuery<GetDeclaration.DeclarationDetail>
{
    internal sealed record DeclarationDetail(
        DeclarationId Id,
        string Number,
        DeclarationState State,
        UnitId LeadUnit,
        string LeadUnitName,
        DateOnly DraftedOn,
        DeclarationSheet Sheet,
        Money FiscalShare,
        IReadOnlyList<AttachedDocument> Documents,
        IReadOnlyList<SubmittedVersion> Versions,
        FinanceLetter? FinanceReport,
        string? CancelledBecause,
        DateOnly? CancelledOn,
        long Version
    );

    internal sealed record AttachedDocument(
        DocumentId Id,
        DocumentKind Kind,
        string FileName,
        string Sha256,
        long Length,
        string MediaType,
        DateTimeOffset AttachedAt
    );

    internal sealed record SubmittedVersion(int Number, DateOnly SubmittedOn, string ContentHash);

    internal sealed record FinanceLetter(
        string DocumentNumber,
        DateOnly ReportedOn,
        string Addressee,
        string Signatory,
        int Round,
        Money Amount,
        IReadOnlyList<FinanceLetterLine> Proposed
    );

    internal sealed record FinanceLetterLine(FundingKind Kind, int Year, Money Amount);
}

internal sealed class GetDeclarationHandler(IApprovalDatabase database, RequestContext request)
    : IRequestHandler<GetDeclaration, Result<GetDeclaration.DeclarationDetail>>
{
    public async Task<Result<GetDeclaration.DeclarationDetail>> Handle(
        GetDeclaration query,
        CancellationToken cancellationToken
    )
    {
        var declaration = await database
            .Declarations.AsNoTracking()
            .Where(DeclarationAccess.ReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Declaration, cancellationToken);
        return declaration is null ? Error.NotFound(new("申报事项", "declaration")) : Told(declaration);
    }

    private static GetDeclaration.DeclarationDetail Told(Declaration declaration) =>
        new(
            declaration.Id,
            declaration.Number,
            declaration.State,
            declaration.LeadUnit,
            declaration.LeadUnitName,
            declaration.DraftedOn,
            declaration.Sheet,
            declaration.FiscalShare,
            [.. declaration.Documents.OrderBy(document => document.AttachedAt).Select(Told)],
            [
                .. declaration
                    .Versions.OrderBy(version => version.Number)
                    .Select(version => new GetDeclaration.SubmittedVersion(
                        version.Number,
                        version.SubmittedOn,
                        version.ContentHash
                    )),
            ],
            declaration.FinanceReport is { } report ? Told(report) : null,
            declaration.CancelledBecause,
            declaration.CancelledOn,
            declaration.Version
        );

    private static GetDeclaration.AttachedDocument Told(DeclarationDocument document) =>
        new(
            document.Id,
            document.Kind,
            document.FileName,
            document.Sha256,
            document.Length,
            document.MediaType,
            document.AttachedAt
        );

    private static GetDeclaration.FinanceLetter Told(FinanceReport report) =>
        new(
            report.DocumentNumber,
            report.ReportedOn,
            report.Addressee,
            report.Signatory,
            report.Round,
            report.Amount,
            [
                .. report
                    .Lines.OrderBy(line => line.Line)
                    .Select(line => new GetDeclaration.FinanceLetterLine(line.Kind, line.Year, line.Amount)),
            ]
        );
}
