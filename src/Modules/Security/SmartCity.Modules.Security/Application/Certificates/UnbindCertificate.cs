using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Certificates;

namespace SmartCity.Modules.Security.Application.Certificates;

/// <summary>
/// Ends a binding at once: nobody signs in with the certificate any more, and whoever did is asked to sign in again within
/// a minute.
/// </summary>
internal sealed record UnbindCertificate(AccountId Account, AccountCertificateId Certificate, long ExpectedVersion)
    : ICommand,
        IChangesObject,
        INoInput;

internal sealed class UnbindCertificateHandler(ISecurityDatabase database, Act act)
    : IRequestHandler<UnbindCertificate, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(UnbindCertificate command, CancellationToken cancellationToken)
    {
        var certificate = await database.AccountCertificates.FirstOrDefaultAsync(
            one => one.Id == command.Certificate && one.Account == command.Account,
            cancellationToken
        );
        var unbound = act.Authorise(certificate, SecurityAuthorities.OnCertificate, command.ExpectedVersion)
            .Then(() => certificate!.Unbind(act.At));
        return unbound.IsFailure ? unbound.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
