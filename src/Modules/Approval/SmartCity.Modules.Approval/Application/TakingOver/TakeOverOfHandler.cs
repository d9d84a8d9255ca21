using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.TakingOver;

namespace SmartCity.Modules.Approval.Application.TakingOver;

/// <summary>Tells other modules how a project was taken over.</summary>
internal sealed class TakeOverOfHandler(IApprovalDatabase database) : IRequestHandler<TakeOverOf, TakeOverProfile?>
{
    public async Task<TakeOverProfile?> Handle(TakeOverOf request, CancellationToken cancellationToken)
    {
        var before = await database
            .Declarations.AsNoTracking()
            .Where(one => one.Id == request.Declaration)
            .Select(one => one.TakeOver)
            .FirstOrDefaultAsync(cancellationToken);
        return before is null ? null : Told(request.Declaration, before);
    }

    private static TakeOverProfile Told(DeclarationId declaration, TakeOver before) =>
        new(
            declaration,
            before.OfficeNumber,
            before.Stage.ToString(),
            before.TakenOverOn,
            before.BasisDocumentNumber,
            before.TakenOverBy.Value,
            Paper(before, EarlierDocumentKind.SystemTestReport),
            Paper(before, EarlierDocumentKind.TrialPermit),
            before.Project.Trial?.StartedOn,
            before.Project.Trial?.PermitEndsBy,
            Paper(before, EarlierDocumentKind.AcceptanceConclusion),
            before.Project.AcceptedOn
        );

    private static EarlierPaper? Paper(TakeOver before, EarlierDocumentKind kind) =>
        before.Project.Document(kind) is { } paper ? new(paper.Number, paper.Date, paper.Issuer) : null;
}
