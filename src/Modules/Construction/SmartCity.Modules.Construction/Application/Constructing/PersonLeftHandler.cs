using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>A person has left: in each unfinished project whose leader, member or assigned expert he was, that is open again.</summary>
internal sealed class PersonLeftHandler(IMediator mediator, IConstructionDatabase database)
    : IIntegrationEventHandler<PersonLeft>
{
    public Task<bool> ConcernsAsync(PersonLeft left, CancellationToken cancellationToken) =>
        NamedIn(left.Account).AnyAsync(cancellationToken);

    public async Task<Result<Receipt>> HandleAsync(PersonLeft left, CancellationToken cancellationToken)
    {
        Result<Receipt> outcome = Error.NotFound(new("项目建设", "building"));
        foreach (var building in await NamedIn(left.Account).ToListAsync(cancellationToken))
        {
            outcome = await mediator.Send(new ReopenGroupDuty(building, left), cancellationToken);
            if (outcome.IsFailure)
            {
                return outcome;
            }
        }

        return outcome;
    }

    private IQueryable<BuildingId> NamedIn(AccountId account) =>
        database
            .Buildings.AsNoTracking()
            .Where(one =>
                one.State == BuildingState.Tendering
                || one.State == BuildingState.Awarded
                || one.State == BuildingState.Contracted
                || one.State == BuildingState.UnderConstruction
            )
            .Where(one =>
                one.WorkingGroup!.Leader == account
                || one.WorkingGroup!.Members.Any(member => member.Account == account)
                || one.Experts.Any(expert => expert.Account == account)
            )
            .OrderBy(one => one.Number)
            .Select(one => one.Id);
}
