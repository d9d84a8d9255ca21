using Microsoft.AspNetCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Server;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Infrastructure.Certificates;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlerFilters;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace SmartCity.Modules.Security.Infrastructure.Tokens;

/// <summary>
/// A partner's system proves itself by the certificate of its TLS connection (RFC 8705, section 2): one that is bound to its
/// account, and in time. It stands in the place of OpenIddict's own check, which finds no certificate with an EC key among a
/// client's keys, and asks the machine's clock. That the client holds the key, TLS has proved.
/// </summary>
internal sealed class DemandBoundCertificate(IServiceScopeFactory scopes, TimeProvider time)
    : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor
            .CreateBuilder<ProcessAuthenticationContext>()
            .AddFilter<RequireClientCertificate>()
            .UseSingletonHandler<DemandBoundCertificate>()
            .SetOrder(ValidateClientCertificate.Descriptor.Order)
            .SetType(OpenIddictServerHandlerType.Custom)
            .Build();

    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<ActingAccounts>();
        if (
            context.ClientId is not { Length: > 0 } client
            || await accounts.OfClientAsync(client, context.CancellationToken) is not { } account
        )
        {
            context.Reject(
                Errors.InvalidClient,
                "A TLS client certificate is for a partner's system; none with an open account has this client id."
            );
            return;
        }

        var presented = CertificateText.CertificateIn(context.Transaction.RemoteCertificate!.RawData);
        var identity = presented is null ? null : CertificateText.IdentityOf(presented);
        var bound = identity is null
            ? null
            : await scope
                .ServiceProvider.GetRequiredService<BoundCertificates>()
                .OfAsync(identity, account.Id, context.CancellationToken);
        var now = time.GetUtcNow();
        if (bound is null)
        {
            context.Reject(Errors.InvalidClient, "The TLS client certificate is not registered for this client.");
        }
        else if (!identity!.IsInTimeAt(now) || !bound.IsInTimeAt(now))
        {
            context.Reject(Errors.InvalidClient, "The TLS client certificate has expired or is not valid yet.");
        }
        else
        {
            context.Transaction.GetHttpRequest()!.HttpContext.Features.Set(new ProvedCertificate(bound.Id));
        }
    }
}
