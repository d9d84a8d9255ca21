using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Certificates;

/// <summary>
/// Binds a certificate to the account that a person signs in to with it, or that a partner's system proves itself for in TLS.
/// </summary>
/// <param name="Certificate">PEM, or DER in base64.</param>
internal sealed record BindCertificate(AccountId Account, string Certificate) : ICommand;

internal sealed class BindCertificateValidator : AbstractValidator<BindCertificate>
{
    public BindCertificateValidator() =>
        RuleFor(command => command.Certificate).RequiredText(ICertificateReader.LongestText);
}

internal sealed class BindCertificateHandler(
    ISecurityDatabase database,
    ICertificateReader certificates,
    BoundCertificates bound,
    Act act,
    IIdSource ids
) : IRequestHandler<BindCertificate, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(BindCertificate command, CancellationToken cancellationToken)
    {
        // An account that is being closed just now keeps no certificate behind.
        await database.LockAsync<Account, AccountId>(command.Account, cancellationToken);
        var account = await database
            .Accounts.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == command.Account, cancellationToken);
        if (
            act.Authorise(account, SecurityAuthorities.OnAccountOfCertificate) is
            { IsFailure: true, Failure: { } notFound }
        )
        {
            return notFound;
        }

        var read = certificates.Read(command.Certificate);
        if (read.IsFailure)
        {
            return read.Failure;
        }

        if (await bound.OfAsync(read.Value, cancellationToken) is not null)
        {
            return Error.Conflict(
                "CERTIFICATE_ALREADY_BOUND",
                new(
                    "该证书已经绑定账号；一张证书只绑定一个账号，请先解除原来的绑定。",
                    "The certificate is bound already. One certificate signs in to one account: unbind it there first."
                )
            );
        }

        var made = AccountCertificate.Bind(ids.Next<AccountCertificateId>(), account!, read.Value, act.At);
        if (made.IsFailure)
        {
            return made.Failure;
        }

        if (act.Authorise(made.Value, SecurityAuthorities.OnCertificate) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        database.AccountCertificates.Add(made.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
