using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Certificates;
using SmartCity.Modules.Construction.Domain.Projects;

namespace SmartCity.Modules.Construction.Application.Registering;

/// <summary>The recognised kinds of certificate by code, page by page.</summary>
/// <param name="DemandedFor">Only those that contractors of this kind of project must hold.</param>
/// <param name="InForceOn">Only those in force on this day.</param>
internal sealed record ListCertificateKinds(
    ProjectKind? DemandedFor = null,
    DateOnly? InForceOn = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListCertificateKinds.CertificateKindLine>>
{
    internal sealed record CertificateKindLine(
        [property: Description("系统编号")] CertificateKindId Id,
        [property: Description("证书代码")] string Code,
        [property: Description("证书名称")] string Name,
        [property: Description("认可首日")] DateOnly InForceFrom,
        [property: Description("认可末日")] DateOnly? InForceUntil
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Code);
}

internal sealed class ListCertificateKindsValidator : AbstractValidator<ListCertificateKinds>
{
    public ListCertificateKindsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListCertificateKindsHandler(
    IConstructionDatabase database,
    RequestContext request,
    IMapper mapper
) : IRequestHandler<ListCertificateKinds, Result<Page<ListCertificateKinds.CertificateKindLine>>>
{
    public async Task<Result<Page<ListCertificateKinds.CertificateKindLine>>> Handle(
        ListCertificateKinds query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListCertificateKinds.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var kinds = database.CertificateKinds.Where(RegisterAccess.KindsReadableBy(request.Actor));
        if (query.DemandedFor is { } project)
        {
            kinds = kinds.Where(kind => kind.Demands.Any(demand => demand.Kind == project));
        }

        if (query.InForceOn is { } day)
        {
            kinds = kinds.Where(kind =>
                kind.InForceFrom <= day && (kind.InForceUntil == null || kind.InForceUntil >= day)
            );
        }

        if (position.Value is { Code: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            kinds = kinds.Where(kind => string.Compare(kind.Code, after) > 0);
#pragma warning restore CA1309, CA1310
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var lines = await kinds
            .OrderBy(kind => kind.Code)
            .Take(limit + 1)
            .ProjectTo<ListCertificateKinds.CertificateKindLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListCertificateKinds.Position(line.Code));
    }
}
