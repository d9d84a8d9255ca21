using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Registering;

/// <summary>The contractors by unified social credit code, page by page.</summary>
/// <param name="Text">Part of the name or of the credit code.</param>
internal sealed record ListContractors(
    UnitId? Unit = null,
    string? Text = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListContractors.ContractorLine>>
{
    internal sealed record ContractorLine(
        [property: Description("系统编号")] ContractorId Id,
        [property: Description("单位编号")] UnitId Unit,
        [property: Description("承揽单位")] string Name,
        [property: Description("统一社会信用代码")] string CreditCode,
        [property: Description("登记日期")] DateOnly RegisteredOn
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string CreditCode);
}

internal sealed class ListContractorsValidator : AbstractValidator<ListContractors>
{
    public ListContractorsValidator()
    {
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListContractorsHandler(IConstructionDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListContractors, Result<Page<ListContractors.ContractorLine>>>
{
    public async Task<Result<Page<ListContractors.ContractorLine>>> Handle(
        ListContractors query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListContractors.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var contractors = database.Contractors.Where(RegisterAccess.ContractorsReadableBy(request.Actor));
        if (query.Unit is { } unit)
        {
            contractors = contractors.Where(contractor => contractor.Unit == unit);
        }

        if (query.Text is { Length: > 0 } text)
        {
            contractors = contractors.Where(one => one.Name.Contains(text) || one.CreditCode.Contains(text));
        }

        if (position.Value is { CreditCode: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            contractors = contractors.Where(contractor => string.Compare(contractor.CreditCode, after) > 0);
#pragma warning restore CA1309, CA1310
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var lines = await contractors
            .OrderBy(contractor => contractor.CreditCode)
            .Take(limit + 1)
            .ProjectTo<ListContractors.ContractorLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListContractors.Position(line.CreditCode));
    }
}
