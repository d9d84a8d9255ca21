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
using SmartCity.Modules.Security.Domain.Accounts;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>账号名录，按登录名排序</summary>
internal sealed record ListAccounts(
    UnitId? Unit,
    AccountOffice? Office,
    bool? IsActive,
    bool? AwaitsConfirmation,
    string? After,
    int Limit
) : IQuery<Page<ListAccounts.Item>>
{
    /// <summary>名录中的一个账号</summary>
    internal sealed record Item(
        [property: Description("系统编号")] AccountId Id,
        [property: Description("登录名")] string UserName,
        [property: Description("账号名称")] string Name,
        [property: Description("单位编号")] UnitId Unit,
        [property: Description("岗位")] AccountOffice Office,
        [property: Description("是否自然人")] bool IsNaturalPerson,
        [property: Description("是否有效")] bool IsActive,
        [property: Description("是否待确认")] bool AwaitsConfirmation,
        [property: Description("专长")] IReadOnlyList<string> Specialties,
        [property: Description("版本")] long Version
    );
}

internal sealed class ListAccountsValidator : AbstractValidator<ListAccounts>
{
    public ListAccountsValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit);
}

internal sealed class ListAccountsHandler(ISecurityDatabase database, IMapper mapper)
    : IRequestHandler<ListAccounts, Result<Page<ListAccounts.Item>>>
{
    public async Task<Result<Page<ListAccounts.Item>>> Handle(ListAccounts query, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<string>(query.After);
        if (after.IsFailure)
        {
            return after.Failure;
        }

        var accounts = database.Accounts.AsNoTracking();
        if (query.Unit is { } unit)
        {
            accounts = accounts.Where(account => account.Unit == unit);
        }

        if (query.Office is { } office)
        {
            accounts = accounts.Where(account => account.Office == office);
        }

        if (query.IsActive is { } isActive)
        {
            accounts = accounts.Where(account => account.IsActive == isActive);
        }

        if (query.AwaitsConfirmation is { } awaits)
        {
            accounts = accounts.Where(account => account.AwaitsConfirmation == awaits);
        }

        if (after.Value is { } userName)
        {
            accounts = accounts.Where(account => account.UserName.CompareTo(userName) > 0);
        }

        var rows = await accounts
            .OrderBy(account => account.UserName)
            .Take(query.Limit + 1)
            .ProjectTo<ListAccounts.Item>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return rows.ToPage(query.Limit, account => account.UserName);
    }
}
