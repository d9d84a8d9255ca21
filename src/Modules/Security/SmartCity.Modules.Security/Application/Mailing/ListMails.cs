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
using SmartCity.Modules.Security.Domain.Mails;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Mailing;

/// <summary>The mails, the newest first, page by page; of state failed it is the failure list.</summary>
internal sealed record ListMails(
    MailState? State = null,
    AccountId? Account = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListMails.MailLine>>
{
    internal sealed record MailLine(
        [property: Description("邮件编号")] MailDeliveryId Id,
        [property: Description("状态")] MailState State,
        [property: Description("收件账号")] AccountId Account,
        [property: Description("邮件地址")] string Address,
        [property: Description("主题")] string Subject,
        [property: Description("通知编号")] NoticeId? Notice,
        [property: Description("写成时刻")] DateTimeOffset QueuedAt,
        [property: Description("已试次数")] int Attempts,
        [property: Description("下次发送时刻")] DateTimeOffset NextAttemptAt,
        [property: Description("办结时刻")] DateTimeOffset? SettledAt,
        [property: Description("最近一次失败的原因")] string? LastFault,
        [property: Description("版本")] long Version
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(DateTimeOffset QueuedAt, MailDeliveryId Id);
}

internal sealed class ListMailsValidator : AbstractValidator<ListMails>
{
    public ListMailsValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListMailsHandler(ISecurityDatabase database, IMapper mapper)
    : IRequestHandler<ListMails, Result<Page<ListMails.MailLine>>>
{
    public async Task<Result<Page<ListMails.MailLine>>> Handle(ListMails query, CancellationToken cancellationToken)
    {
        var position = Cursor.Read<ListMails.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var mails = database.MailDeliveries.AsNoTracking();
        if (query.State is { } state)
        {
            mails = mails.Where(mail => mail.State == state);
        }

        if (query.Account is { } account)
        {
            mails = mails.Where(mail => mail.Account == account);
        }

        if (position.Value is { Id: var id } last)
        {
            var at = last.QueuedAt.ToUniversalTime();
            mails = mails.Where(mail => mail.QueuedAt < at || (mail.QueuedAt == at && mail.Id < id));
        }

        var lines = await mails
            .OrderByDescending(mail => mail.QueuedAt)
            .ThenByDescending(mail => mail.Id)
            .Take(limit + 1)
            .ProjectTo<ListMails.MailLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListMails.Position(line.QueuedAt, line.Id));
    }
}
