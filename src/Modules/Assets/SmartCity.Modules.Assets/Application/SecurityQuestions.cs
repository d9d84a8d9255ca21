using MediatR;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Assets.Application;

/// <summary>What this module asks Security.</summary>
internal static class SecurityQuestions
{
    /// <summary>The account named as custodian; null where none is named or there is no such account.</summary>
    public static async Task<NamedCustodian?> CustodianAsync(
        this IMediator mediator,
        AccountId? account,
        CancellationToken cancellationToken
    )
    {
        if (account is not { } named)
        {
            return null;
        }

        var profiles = await mediator.Send(new AccountsOf([named]), cancellationToken);
        return profiles
            .Select(one => new NamedCustodian(one.Id, one.Name, one.Unit, one.IsNaturalPerson, one.IsActive)
            {
                Predecessors = one.Predecessors,
            })
            .SingleOrDefault();
    }
}
