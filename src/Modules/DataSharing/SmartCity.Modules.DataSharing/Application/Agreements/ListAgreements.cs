using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.DataSharing.Application.Agreements;

/// <summary>The agreements that the actor may read, the newest first, page by page.</summary>
internal sealed record ListAgreements(
    AgreementState? State = null,
    UnitId? Unit = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListAgreements.AgreementLine>>
{
    internal sealed record AgreementLine(
        [property: Description("系统编号")] AgreementId Id,
        [property: Description("协议号")] string Number,
        [property: Description("状态")] AgreementState State,
        [property: Description("需求单位编号")] UnitId Unit,
        [property: Description("需求单位")] string UnitName,
        [property: Description("有效期首日")] DateOnly ValidFrom,
        [property: Description("有效期末日")] DateOnly ValidUntil
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListAgreementsValidator : AbstractValidator<ListAgreements>
{
    public ListAgreementsValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListAgreementsHandler(IDataSharingDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListAgreements, Result<Page<ListAgreements.AgreementLine>>>
{
    public async Task<Result<Page<ListAgreements.AgreementLine>>> Handle(
        ListAgreements query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListAgreements.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.Agreements.Where(SharingAccess.AgreementsFor(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(one => one.Number)
            .Take(limit + 1)
            .ProjectTo<ListAgreements.AgreementLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListAgreements.Position(line.Number));
    }

    private static IQueryable<Agreement> Filtered(
        IQueryable<Agreement> agreements,
        ListAgreements query,
        ListAgreements.Position? position
    )
    {
        if (query.State is { } state)
        {
            agreements = agreements.Where(one => one.State == state);
        }

        if (query.Unit is { } unit)
        {
            agreements = agreements.Where(one => one.Unit == unit);
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            agreements = agreements.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return agreements;
    }
}
