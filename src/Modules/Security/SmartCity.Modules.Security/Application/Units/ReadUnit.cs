using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Units;

/// <summary>一个单位的登记内容</summary>
internal sealed record ReadUnit(UnitId Unit) : IQuery<ReadUnit.Answer>
{
    /// <summary>单位登记内容</summary>
    internal sealed record Answer(
        UnitId Id,
        string Name,
        string ShortName,
        UnitKind Kind,
        string Jurisdiction,
        string CreditCode,
        string? CreditCodeCertificate,
        string? CreditCodeImageSha256,
        UnitId? Superior,
        string Address,
        string? ContactPhone,
        long Version
    );
}

internal sealed class ReadUnitHandler(ISecurityDatabase database) : IRequestHandler<ReadUnit, Result<ReadUnit.Answer>>
{
    public async Task<Result<ReadUnit.Answer>> Handle(ReadUnit query, CancellationToken cancellationToken)
    {
        var answer = await database
            .Units.AsNoTracking()
            .Where(unit => unit.Id == query.Unit)
            .Select(unit => new ReadUnit.Answer(
                unit.Id,
                unit.Name,
                unit.ShortName,
                unit.Kind,
                unit.Jurisdiction,
                unit.CreditCode,
                unit.CreditCodeCertificate,
                unit.CreditCodeImageSha256,
                unit.Superior,
                unit.Address,
                unit.ContactPhone,
                unit.Version
            ))
            .FirstOrDefaultAsync(cancellationToken);
        return answer is null ? Error.NotFound(new("单位", "unit")) : answer;
    }
}
