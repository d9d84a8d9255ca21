using System.ComponentModel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
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
        await using var connection = await database.HoldConnectionAsync(cancellationToken);
        var readable = database.Declarations.AsNoTracking().Where(DeclarationAccess.ReadableBy(request.Actor));
        var root = await RootAsync(readable, query.Declaration, cancellationToken);
        if (root is null)
        {
            return Error.NotFound(new("申报事项", "declaration"));
        }

        var one = database.Declarations.AsNoTracking().Where(declaration => declaration.Id == query.Declaration);
        return new GetDeclaration.DeclarationDetail(
            root.Id,
            root.Number,
            root.State,
            root.LeadUnit,
            root.LeadUnitName,
            root.DraftedOn,
            root.Sheet,
            root.FiscalShare,
            root.HasDocuments ? await DocumentsAsync(one, cancellationToken) : [],
            root.HasVersions ? await VersionsAsync(one, cancellationToken) : [],
            root.HasReport ? await ReportAsync(one, cancellationToken) : null,
            root.HasArrangements ? await ArrangementsAsync(one, cancellationToken) : [],
            root.HasSuspensions ? await SuspensionsAsync(one, cancellationToken) : [],
            root.CancelledBecause,
            root.CancelledOn,
            root.HasTakeOver ? await TakeOverAsync(one, cancellationToken) : null,
            root.Version
        );
    }

    // Tells with the root which parts there are, so that only those are asked for.
    private static Task<Root?> RootAsync(
        IQueryable<Declaration> readable,
        DeclarationId id,
        CancellationToken cancellationToken
    ) =>
        readable
            .Where(declaration => declaration.Id == id)
            .Select(declaration => new Root(
                declaration.Id,
                declaration.Number,
                declaration.State,
                declaration.LeadUnit,
                declaration.LeadUnitName,
                declaration.DraftedOn,
                declaration.Sheet,
                declaration.FiscalShare,
                declaration.Documents.Any(),
                declaration.Versions.Any(),
                declaration.FinanceReport != null,
                declaration.Arrangements.Any(),
                declaration.Suspensions.Any(),
                declaration.TakeOver != null,
                declaration.CancelledBecause,
                declaration.CancelledOn,
                declaration.Version
            ))
            .FirstOrDefaultAsync(cancellationToken);

    private static Task<List<GetDeclaration.AttachedDocument>> DocumentsAsync(
        IQueryable<Declaration> one,
        CancellationToken cancellationToken
    ) =>
        one.SelectMany(declaration => declaration.Documents)
            .OrderBy(document => document.AttachedAt)
            .Select(document => new GetDeclaration.AttachedDocument(
                document.Id,
                document.Kind,
                document.FileName,
                document.Sha256,
                document.Length,
                document.MediaType,
                document.AttachedAt
            ))
            .ToListAsync(cancellationToken);

    private static Task<List<GetDeclaration.SubmittedVersion>> VersionsAsync(
        IQueryable<Declaration> one,
        CancellationToken cancellationToken
    ) =>
        one.SelectMany(declaration => declaration.Versions)
            .OrderBy(version => version.Number)
            .Select(version => new GetDeclaration.SubmittedVersion(
                version.Number,
                version.SubmittedOn,
                version.ContentHash
            ))
            .ToListAsync(cancellationToken);

    private static Task<GetDeclaration.FinanceLetter?> ReportAsync(
        IQueryable<Declaration> one,
        CancellationToken cancellationToken
    ) =>
        one.InOneStatement()
            .Where(declaration => declaration.FinanceReport != null)
            .Select(declaration => declaration.FinanceReport!)
            .Select(report => new GetDeclaration.FinanceLetter(
                report.DocumentNumber,
                report.ReportedOn,
                report.Addressee,
                report.Signatory,
                report.Round,
                report.Amount,
                report
                    .Lines.OrderBy(line => line.Line)
                    .Select(line => new GetDeclaration.FinanceLetterLine(line.Kind, line.Year, line.Amount))
                    .ToList()
            ))
            .FirstOrDefaultAsync(cancellationToken);

    private static Task<List<GetDeclaration.Arrangement>> ArrangementsAsync(
        IQueryable<Declaration> one,
        CancellationToken cancellationToken
    ) =>
        one.InOneStatement()
            .SelectMany(declaration => declaration.Arrangements)
            .OrderBy(arrangement => arrangement.Number)
            .Select(arrangement => new GetDeclaration.Arrangement(
                arrangement.Number,
                arrangement.DocumentNumber,
                arrangement.ArrangedOn,
                arrangement.DecisionMakerName,
                arrangement.Amount,
                arrangement
                    .Lines.OrderBy(line => line.Line)
                    .Select(line => new GetDeclaration.ArrangementLine(line.Kind, line.Year, line.Amount))
                    .ToList()
            ))
            .ToListAsync(cancellationToken);

    private static Task<List<GetDeclaration.Suspension>> SuspensionsAsync(
        IQueryable<Declaration> one,
        CancellationToken cancellationToken
    ) =>
        one.SelectMany(declaration => declaration.Suspensions)
            .OrderBy(suspension => suspension.Number)
            .Select(suspension => new GetDeclaration.Suspension(
                suspension.SuspendedBecause,
                suspension.SuspendedOn,
                suspension.ResumedBecause,
                suspension.ResumedOn
            ))
            .ToListAsync(cancellationToken);

    private async Task<GetDeclaration.TakeOverDetail?> TakeOverAsync(
        IQueryable<Declaration> one,
        CancellationToken cancellationToken
    ) =>
        await one.Select(declaration => declaration.TakeOver).FirstOrDefaultAsync(cancellationToken) is { } before
            ? Told(before)
            : null;

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

    private sealed record Root(
        DeclarationId Id,
        string Number,
        DeclarationState State,
        UnitId LeadUnit,
        string LeadUnitName,
        DateOnly DraftedOn,
        DeclarationSheet Sheet,
        Money FiscalShare,
        bool HasDocuments,
        bool HasVersions,
        bool HasReport,
        bool HasArrangements,
        bool HasSuspensions,
        bool HasTakeOver,
        string? CancelledBecause,
        DateOnly? CancelledOn,
        long Version
    );
}
