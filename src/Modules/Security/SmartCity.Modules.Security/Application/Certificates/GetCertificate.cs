using System.ComponentModel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Certificates;

namespace SmartCity.Modules.Security.Application.Certificates;

/// <summary>一张绑定的证书</summary>
internal sealed record GetCertificate(AccountId Account, AccountCertificateId Certificate)
    : IQuery<GetCertificate.Answer>
{
    /// <summary>证书绑定的内容</summary>
    internal sealed record Answer(
        [property: Description("证书绑定编号")] AccountCertificateId Id,
        [property: Description("账号编号")] AccountId Account,
        [property: Description("发证机构（证书的颁发者名称）")] string Issuer,
        [property: Description("证书序列号，大写十六进制")] string SerialNumber,
        [property: Description("公钥（SubjectPublicKeyInfo）的 SHA-256，小写十六进制")] string KeySha256,
        [property: Description("证书有效期起")] DateTimeOffset NotBefore,
        [property: Description("证书有效期止")] DateTimeOffset NotAfter,
        [property: Description("绑定时刻")] DateTimeOffset BoundAt,
        [property: Description("解除绑定的时刻")] DateTimeOffset? UnboundAt,
        [property: Description("是否绑定")] bool IsBound,
        [property: Description("版本")] long Version
    );
}

internal sealed class GetCertificateHandler(ISecurityDatabase database)
    : IRequestHandler<GetCertificate, Result<GetCertificate.Answer>>
{
    public async Task<Result<GetCertificate.Answer>> Handle(GetCertificate query, CancellationToken cancellationToken)
    {
        var certificate = await database
            .AccountCertificates.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == query.Certificate && one.Account == query.Account, cancellationToken);
        return certificate is null
            ? Error.NotFound(new("证书绑定", "bound certificate"))
            : new GetCertificate.Answer(
                certificate.Id,
                certificate.Account,
                certificate.Issuer,
                certificate.SerialNumber,
                certificate.KeySha256,
                certificate.NotBefore,
                certificate.NotAfter,
                certificate.BoundAt,
                certificate.UnboundAt,
                certificate.IsBound,
                certificate.Version
            );
    }
}
