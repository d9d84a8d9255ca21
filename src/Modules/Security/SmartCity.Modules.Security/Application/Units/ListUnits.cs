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

namespace SmartCity.Modules.Security.Application.Units;

/// <summary>单位名录，按统一社会信用代码排序</summary>
/// <param name="On">Names as of this day; null for today.</param>
internal sealed record ListUnits(
    UnitKind? Kind,
    string? Jurisdiction,
    string? Name,
    string? After,
    int Limit,
    DateOnly? On = null
) : IQuery<Page<ListUnits.Item>>
{
    /// <summary>名录中的一个单位</summary>
    internal sealed record Item(
        [property: Description("系统编号")] UnitId Id,
        [property: Description("单位名称；查询某日的，为当日的名称")] string Name,
        [property: Description("简称；查询某日的，为当日的简称")] string ShortName,
        [property: Description("单位类别")] UnitKind Kind,
        [property: Description("行政区划代码")] string Jurisdiction,
        [property: Description("统一社会信用代码")] string CreditCode,
        [property: Description("末日；并入其他单位的才有")] DateOnly? LastDay,
        [property: Description("承接其业务的单位")] UnitId? Successor,
        [property: Description("版本")] long Version
    );
}

internal sealed class ListUnitsValidator : AbstractValidator<ListUnits>
{
    public ListUnitsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit);
        RuleFor(query => query.Name).MaximumLength(100);
        RuleFor(query => query.Jurisdiction).MaximumLength(6);
    }
}

internal sealed class ListUnitsHandler(ISecurityDatabase database, IMapper mapper)
    : IRequestHandler<ListUnits, Result<Page<ListUnits.Item>>>
{
    public async Task<Result<Page<ListUnits.Item>>> Handle(ListUnits query, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<string>(query.After);
        if (after.IsFailure)
        {
            return after.Failure;
        }

        var units = database.Units.AsNoTracking();
        if (query.Kind is { } kind)
        {
            units = units.Where(unit => unit.Kind == kind);
        }

        if (query.Jurisdiction is { } jurisdiction)
        {
            units = units.Where(unit => unit.Jurisdiction == jurisdiction);
        }

        if (query.Name is { } name)
        {
            units = units.Where(unit =>
                unit.Name.Contains(name) || unit.EarlierNames.Any(earlier => earlier.Name.Contains(name))
            );
        }

        if (after.Value is { } code)
        {
            units = units.Where(unit => unit.CreditCode.CompareTo(code) > 0);
        }

        var rows = await units
            .OrderBy(unit => unit.CreditCode)
            .Take(query.Limit + 1)
            .ProjectTo<ListUnits.Item>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        if (query.On is { } day)
        {
            rows = await NamedAsOfAsync(rows, day, cancellationToken);
        }

        return rows.ToPage(query.Limit, unit => unit.CreditCode);
    }

    private async Task<List<ListUnits.Item>> NamedAsOfAsync(
        List<ListUnits.Item> rows,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var ids = rows.ConvertAll(row => row.Id);
        var renamed = await database
            .Units.AsNoTracking()
            .Include(unit => unit.EarlierNames)
            .Where(unit => ids.Contains(unit.Id) && unit.EarlierNames.Any())
            .ToDictionaryAsync(unit => unit.Id, cancellationToken);
        return rows.ConvertAll(row =>
        {
            var standing = row.LastDay < day ? row : row with { LastDay = null, Successor = null };
            return renamed.TryGetValue(row.Id, out var unit) && unit.NameOn(day) is var (name, shortName)
                ? standing with
                {
                    Name = name,
                    ShortName = shortName,
                }
                : standing;
        });
    }
}
