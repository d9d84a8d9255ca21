using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Powers;

/// <summary>某日谁可以办什么：按登录名、再按事项排序</summary>
/// <param name="On">The legal date asked for; null for today.</param>
internal sealed record ListPowers(
    AccountId? Account = null,
    UnitId? Unit = null,
    string? Command = null,
    string? Role = null,
    DateOnly? On = null,
    string? After = null,
    int Limit = Cursor.DefaultLimit
) : IQuery<Page<ListPowers.PowerLine>>
{
    /// <summary>一个账号可以办的一件事</summary>
    internal sealed record PowerLine(
        [property: Description("账号编号")] AccountId Account,
        [property: Description("登录名")] string UserName,
        [property: Description("账号名称")] string Name,
        [property: Description("是否自然人")] bool IsNaturalPerson,
        [property: Description("角色")] string Role,
        [property: Description("事项")] string Command,
        [property: Description("依据条款")] int Article,
        [property: Description("由谁办理")] string Competent,
        [property: Description("依据什么可以办理")] PowerBasis Basis,
        [property: Description("为哪个单位办理；以本人名义的为空")] UnitId? ActsFor,
        [property: Description("单位名称；以本人名义的为所属单位")] string UnitName,
        [property: Description("行政区划代码")] string Jurisdiction,
        [property: Description("当日所任职务")] IReadOnlyList<string> Posts,
        [property: Description("代谁办理；不是代办的为空")] AccountId? OnBehalfOf,
        [property: Description("自哪日起")] DateOnly? Since
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string UserName, string Command, Guid OnBehalfOf);
}

/// <summary>依据什么可以办理</summary>
internal enum PowerBasis
{
    [Description("单位职责")]
    Unit,

    [Description("本人岗位")]
    Office,

    [Description("代办委托")]
    Delegation,
}

internal sealed class ListPowersValidator : AbstractValidator<ListPowers>
{
    private const int LongestName = 100;

    public ListPowersValidator(Authorities authorities)
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
        RuleFor(query => query.On).PlausibleDate();
        RuleFor(query => query.Command)
            .Text(LongestName)
            .Must(command => command is null || authorities.All.Any(one => PowersOfAccounts.IsAct(one, command)))
            .WithErrorCode("UNKNOWN_VALUE")
            .InWords("没有该办理事项。", "There is no such act.");
        RuleFor(query => query.Role)
            .Must(role => role is null || Roles.OfAccounts.Contains(role))
            .WithErrorCode("UNKNOWN_VALUE")
            .InWords(
                $"没有该角色，可选：{string.Join("、", Roles.OfAccounts)}。",
                $"There is no such role; there are {string.Join(", ", Roles.OfAccounts)}."
            );
    }
}

internal sealed class ListPowersHandler(
    AccountsOnADay accounts,
    PowersOfAccounts powers,
    RequestContext request,
    ILegalClock clock
) : IRequestHandler<ListPowers, Result<Page<ListPowers.PowerLine>>>
{
    public async Task<Result<Page<ListPowers.PowerLine>>> Handle(ListPowers query, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<ListPowers.Position>(query.After);
        if (after.IsFailure)
        {
            return after.Failure;
        }

        var day = query.On ?? clock.Today;
        var lines = new List<ListPowers.PowerLine>();
        for (
            var (from, isIncluded) = (after.Value?.UserName, true);
            lines.Count <= query.Limit;
            (from, isIncluded) = (accounts.Last, false)
        )
        {
            var found = await accounts.ReadAsync(query, day, from, isIncluded, cancellationToken);
            lines.AddRange(
                found
                    .SelectMany(account => powers.Of(account, query, request.Language))
                    .Where(line => IsAfter(line, after.Value))
            );
            if (!accounts.HasMore)
            {
                break;
            }
        }

        return lines
            .Take(query.Limit + 1)
            .ToList()
            .ToPage(query.Limit, line => new ListPowers.Position(line.UserName, line.Command, Behalf(line)));
    }

    private static bool IsAfter(ListPowers.PowerLine line, ListPowers.Position? position) =>
        position is null
        || line.UserName != position.UserName
        || string.CompareOrdinal(line.Command, position.Command) is var order
            && (order > 0 || (order == 0 && Behalf(line).CompareTo(position.OnBehalfOf) > 0));

    private static Guid Behalf(ListPowers.PowerLine line) => line.OnBehalfOf?.Value ?? Guid.Empty;
}
