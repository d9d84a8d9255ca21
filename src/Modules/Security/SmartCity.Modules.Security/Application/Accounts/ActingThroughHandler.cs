using MediatR;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>Answers the other modules who acts through an account.</summary>
internal sealed class ActingThroughHandler(ActingAccounts accounts) : IRequestHandler<ActingThrough, ActingProfile?>
{
    public async Task<ActingProfile?> Handle(ActingThrough request, CancellationToken cancellationToken) =>
        await accounts.OfUserNameAsync(request.UserName, cancellationToken) is { } account
            ? new(
                account.Id,
                account.Name,
                account.Unit,
                account.Role,
                account.Jurisdiction,
                account.IsNaturalPerson,
                account.ReadsOnly
            )
            {
                Predecessors = account.Predecessors,
            }
            : null;
}
