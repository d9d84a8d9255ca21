using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Certificates;

namespace SmartCity.Modules.Security.Application.Certificates;

/// <summary>The certificates that are or were bound to an account, the latest first, page by page.</summary>
internal sealed record ListCertificates(AccountId Account, string? After = null, int? Limit = null)
    : IQuery<Page<ListCertificates.CertificateLine>>
{
    internal sealed record CertificateLine(
        [property: Description("证书绑定编号")] AccountCertificateId Id,
        [property: Description("账号编号")] AccountId Account,
        [property: Description("发证机构")] string Issuer,
        [property: Description("证书序列号")] string SerialNumber,
        [property: Description("有效期起")] DateTimeOffset NotBefore,
        [property: Description("有效期止")] DateTimeOffset NotAfter,
        [property: Description("绑定时刻")] DateTimeOffset BoundAt,
        [property: Description("解除绑定的时刻")] DateTimeOffset? UnboundAt,
        [property: Description("版本")] long Version
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(DateTimeOffset BoundAt, AccountCertificateId Id);
}

internal sealed class ListCertificatesValidator : AbstractValidator<ListCertificates>
{
    public ListCertificatesValidator() =>
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
}

internal sealed class ListCertificatesHandler(ISecurityDatabase database, IMapper mapper)
    : IRequestHandler<ListCertificates, Result<Page<ListCertificates.CertificateLine>>>
{
    public async Task<Result<Page<ListCertificates.CertificateLine>>> Handle(
        ListCertificates query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListCertificates.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var certificates = database.AccountCertificates.AsNoTracking().Where(one => one.Account == query.Account);
        if (position.Value is { BoundAt: var at, Id: var id })
        {
            certificates = certificates.Where(one => one.BoundAt < at || (one.BoundAt == at && one.Id < id));
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var lines = await certificates
            .OrderByDescending(one => one.BoundAt)
            .ThenByDescending(one => one.Id)
            .Take(limit + 1)
            .ProjectTo<ListCertificates.CertificateLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListCertificates.Position(line.BoundAt, line.Id));
    }
}
