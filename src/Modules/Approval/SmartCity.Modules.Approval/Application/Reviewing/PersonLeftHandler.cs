using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Application.Reviewing;

/// <summary>A person has left: each round that waits for his opinion needs another panel.</summary>
internal sealed class PersonLeftHandler(IMediator mediator, IApprovalDatabase database)
    : IIntegrationEventHandler<PersonLeft>
{
    public Task<bool> ConcernsAsync(PersonLeft left, CancellationToken cancellationToken) =>
        Awaiting(left.Account).AnyAsync(cancellationToken);

    public async Task<Result<Receipt>> HandleAsync(PersonLeft left, CancellationToken cancellationToken)
    {
        Result<Receipt> outcome = Error.NotFound(new("申报事项", "declaration"));
        foreach (var declaration in await Awaiting(left.Account).ToListAsync(cancellationToken))
        {
            outcome = await mediator.Send(new ReopenPanelSeat(declaration, left), cancellationToken);
            if (outcome.IsFailure)
            {
                return outcome;
            }
        }

        return outcome;
    }

    private IQueryable<DeclarationId> Awaiting(AccountId expert) =>
        database
            .Declarations.AsNoTracking()
            .Where(one => one.State == DeclarationState.UnderReview)
            .Where(one =>
                one.Rounds.Any(round =>
                    round.Number == one.Rounds.Max(other => other.Number)
                    && round.Experts.Any(seat => seat.Account == expert)
                    && !round.Opinions.Any(opinion => opinion.Expert == expert)
                )
            )
            .OrderBy(one => one.Number)
            .Select(one => one.Id);
}
