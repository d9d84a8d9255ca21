using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Application.Grants;

/// <summary>What the actor's unit was told as the provider of data (article 18), the newest grant first.</summary>
internal sealed record ListProviderNotices(string? After = null, int? Limit = null)
    : IQuery<Page<ListProviderNotices.NoticeLine>>
{
    internal sealed record NoticeLine(
        [property: Description("授权编号")] GrantId Grant,
        [property: Description("授权号")] string GrantNumber,
        [property: Description("通知序号")] int Number,
        [property: Description("通知类别")] NoticeKind Kind,
        [property: Description("通知日期")] DateOnly On,
        [property: Description("通知内容")] string Text
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string GrantNumber, int Number);
}

internal sealed class ListProviderNoticesValidator : AbstractValidator<ListProviderNotices>
{
    public ListProviderNoticesValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListProviderNoticesHandler(IDataSharingDatabase database, RequestContext request)
    : IRequestHandler<ListProviderNotices, Result<Page<ListProviderNotices.NoticeLine>>>
{
    public async Task<Result<Page<ListProviderNotices.NoticeLine>>> Handle(
        ListProviderNotices query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListProviderNotices.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var units = Roles.UnitsActedFor(request.Actor);
        var notices =
            from grant in database.Grants
            from notice in grant.Notices
            where units.Contains(notice.Provider)
            select new
            {
                grant.Id,
                Grant = grant.Number,
                notice.Number,
                notice.Kind,
                notice.On,
                notice.Text,
            };
        if (position.Value is { GrantNumber: var after, Number: var number })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            notices = notices.Where(one =>
                string.Compare(one.Grant, after) < 0 || (one.Grant == after && one.Number < number)
            );
#pragma warning restore CA1309, CA1310
        }

        var lines = await notices
            .OrderByDescending(one => one.Grant)
            .ThenByDescending(one => one.Number)
            .Take(limit + 1)
            .Select(one => new ListProviderNotices.NoticeLine(
                one.Id,
                one.Grant,
                one.Number,
                one.Kind,
                one.On,
                one.Text
            ))
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListProviderNotices.Position(line.GrantNumber, line.Number));
    }
}
