using System.ComponentModel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Units;

/// <summary>一个单位的登记内容</summary>
/// <param name="On">As of this day; null for today.</param>
internal sealed record ReadUnit(UnitId Unit, DateOnly? On = null) : IQuery<ReadUnit.Answer>
{
    /// <summary>单位登记内容</summary>
    internal sealed record Answer(
        UnitId Id,
        [property: Description("单位名称；查询某日的，为当日的名称")] string Name,
        [property: Description("简称；查询某日的，为当日的简称")] string ShortName,
        UnitKind Kind,
        string Jurisdiction,
        string CreditCode,
        string? CreditCodeCertificate,
        string? CreditCodeImageSha256,
        UnitId? Superior,
        string Address,
        string? ContactPhone,
        [property: Description("曾用名称，先用在前")] IReadOnlyList<BornBefore> EarlierNames,
        [property: Description("末日；并入其他单位的才有")] DateOnly? LastDay,
        [property: Description("承接其业务的单位；查询某日的，当日尚存的为空")] UnitId? Successor,
        [property: Description("合并依据")] string? MergerBasis,
        [property: Description("已并入本单位的单位，其业务由本单位办理；查询某日的，为当日已并入的")]
            IReadOnlyList<UnitId> Predecessors,
        long Version
    );

    /// <summary>曾用名称</summary>
    internal sealed record BornBefore(
        [property: Description("单位名称")] string Name,
        [property: Description("简称")] string ShortName,
        [property: Description("使用末日")] DateOnly LastDay,
        [property: Description("更名依据")] string Basis
    );
}

internal sealed class ReadUnitHandler(ISecurityDatabase database, Successions successions, ILegalClock clock)
    : IRequestHandler<ReadUnit, Result<ReadUnit.Answer>>
{
    public async Task<Result<ReadUnit.Answer>> Handle(ReadUnit query, CancellationToken cancellationToken)
    {
        var unit = await database
            .Units.AsNoTracking()
            .Include(one => one.EarlierNames)
            .FirstOrDefaultAsync(one => one.Id == query.Unit, cancellationToken);
        if (unit is null)
        {
            return Error.NotFound(new("单位", "unit"));
        }

        var day = query.On ?? clock.Today;
        var (name, shortName) = unit.NameOn(day);
        var hasEnded = unit.LastDay < day;
        return new ReadUnit.Answer(
            unit.Id,
            name,
            shortName,
            unit.Kind,
            unit.Jurisdiction,
            unit.CreditCode,
            unit.CreditCodeCertificate,
            unit.CreditCodeImageSha256,
            unit.Superior,
            unit.Address,
            unit.ContactPhone,
            [
                .. unit
                    .EarlierNames.OrderBy(one => one.LastDay)
                    .Select(one => new ReadUnit.BornBefore(one.Name, one.ShortName, one.LastDay, one.Basis)),
            ],
            hasEnded ? unit.LastDay : null,
            hasEnded ? unit.Successor : null,
            hasEnded ? unit.MergerBasis : null,
            await successions.PredecessorsOfAsync(unit.Id, day, cancellationToken),
            unit.Version
        );
    }
}
