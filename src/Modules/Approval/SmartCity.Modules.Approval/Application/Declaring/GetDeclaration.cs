using System.ComponentModel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.TakingOver;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>One declaration with its files, versions, report to finance and arrangements of money. Its rounds are read by themselves.</summary>
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
        IReadOnlyList<Arrangement> Arrangements,
        IReadOnlyList<Suspension> Suspensions,
        string? CancelledBecause,
        DateOnly? CancelledOn,
        TakeOverDetail? TakeOver,
        long Version
    );

    /// <summary>What a project that was taken over in mid-life brought with it, and which rules nobody judged here.</summary>
    internal sealed record TakeOverDetail(
        string OfficeNumber,
        TakeOverStage Stage,
        DateOnly TakenOverOn,
        string BasisDocumentNumber,
        Money Arranged,
        Money Paid,
        RunningProject Project,
        [property: Description("始于办法施行前：评审结论作出时办法尚未发布（第四十四条）")] bool IsBeforeTheRegulation,
        UnjudgedGates NotJudged
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

    internal sealed record Arrangement(
        int Number,
        string DocumentNumber,
        DateOnly ArrangedOn,
        string DecisionMakerName,
        Money Amount,
        IReadOnlyList<ArrangementLine> Lines
    );

    internal sealed record ArrangementLine(FundingKind FundingKind, int Year, Money Amount);

    internal sealed record Suspension(
        string SuspendedBecause,
        DateOnly SuspendedOn,
        string? ResumedBecause,
        DateOnly? ResumedOn
    );
}

internal sealed class GetDeclarationHandler(
    IApprovalDatabase database,
    RequestContext request,
    Promulgation promulgation
) : IRequestHandler<GetDeclaration, Result<GetDeclaration.DeclarationDetail>>
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

    private GetDeclaration.DeclarationDetail Told(Declaration declaration) =>
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
            [.. declaration.Arrangements.OrderBy(one => one.Number).Select(Told)],
            [.. declaration.Suspensions.OrderBy(one => one.Number).Select(Told)],
            declaration.CancelledBecause,
            declaration.CancelledOn,
            declaration.TakeOver is { } before ? Told(before) : null,
            declaration.Version
        );

    private GetDeclaration.TakeOverDetail Told(TakeOver before) =>
        new(
            before.OfficeNumber,
            before.Stage,
            before.TakenOverOn,
            before.BasisDocumentNumber,
            before.Arranged,
            before.Paid,
            before.Project,
            promulgation.IsBefore(before.ReviewPassedOn),
            UnjudgedGates.Told(before.NotJudged, request.Language)
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

    private static GetDeclaration.Arrangement Told(FundArrangement arrangement) =>
        new(
            arrangement.Number,
            arrangement.DocumentNumber,
            arrangement.ArrangedOn,
            arrangement.DecisionMakerName,
            arrangement.Amount,
            [
                .. arrangement
                    .Lines.OrderBy(line => line.Line)
                    .Select(line => new GetDeclaration.ArrangementLine(line.Kind, line.Year, line.Amount)),
            ]
        );

    private static GetDeclaration.Suspension Told(FundSuspension suspension) =>
        new(suspension.SuspendedBecause, suspension.SuspendedOn, suspension.ResumedBecause, suspension.ResumedOn);
}
