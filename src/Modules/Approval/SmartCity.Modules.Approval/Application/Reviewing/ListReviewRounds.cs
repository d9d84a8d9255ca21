using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;

namespace SmartCity.Modules.Approval.Application.Reviewing;

/// <summary>All review rounds of a declaration, the first one first.</summary>
internal sealed record ListReviewRounds(DeclarationId Declaration)
    : IQuery<IReadOnlyList<ListReviewRounds.ReviewRoundLine>>
{
    /// <param name="Passed">Null while the round is open.</param>
    internal sealed record ReviewRoundLine(
        int Number,
        int VersionNumber,
        DateOnly OpenedOn,
        DateOnly HeldOn,
        int Experts,
        int Opinions,
        bool? Passed,
        DateOnly? DecidedOn
    );
}

internal sealed class ListReviewRoundsHandler(IApprovalDatabase database, RequestContext request)
    : IRequestHandler<ListReviewRounds, Result<IReadOnlyList<ListReviewRounds.ReviewRoundLine>>>
{
    public async Task<Result<IReadOnlyList<ListReviewRounds.ReviewRoundLine>>> Handle(
        ListReviewRounds query,
        CancellationToken cancellationToken
    )
    {
        var rounds = await database
            .Declarations.Where(DeclarationAccess.ReadableBy(request.Actor))
            .Where(declaration => declaration.Id == query.Declaration)
            .Select(declaration =>
                declaration
                    .Rounds.OrderBy(round => round.Number)
                    .Select(round => new ListReviewRounds.ReviewRoundLine(
                        round.Number,
                        round.VersionNumber,
                        round.OpenedOn,
                        round.HeldOn,
                        round.Experts.Count,
                        round.Opinions.Count,
                        round.Conclusion == null ? null : round.Conclusion.Passed,
                        round.Conclusion == null ? null : round.Conclusion.DecidedOn
                    ))
                    .ToList()
            )
            .FirstOrDefaultAsync(cancellationToken);
        return rounds is null ? Error.NotFound(new("申报事项", "declaration")) : rounds;
    }
}
