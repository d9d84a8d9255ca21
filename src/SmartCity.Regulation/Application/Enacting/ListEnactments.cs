using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>Amendments, interpretations and decisions on controls, the last registered first, page by page.</summary>
internal sealed record ListEnactments(
    ParameterAct? Kind = null,
    string? Parameter = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListEnactments.EnactmentLine>>
{
    /// <summary>一份修订、解释或者内部控制决定</summary>
    internal sealed record EnactmentLine(
        [property: Description("系统编号")] Guid Id,
        [property: Description("登记序号")] int Number,
        [property: Description("种类")] ParameterAct Kind,
        [property: Description("文号")] string DocumentNumber,
        [property: Description("标题")] string Title,
        [property: Description("印发日期")] DateOnly IssuedOn,
        [property: Description("登记日期")] DateOnly RegisteredOn,
        [property: Description("生效日期")] DateOnly EffectiveFrom,
        [property: Description("变更的参数")] IReadOnlyList<string> Parameters,
        [property: Description("停用或恢复的内部控制")] IReadOnlyList<string> Controls
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(int Number);
}

internal sealed class ListEnactmentsValidator : AbstractValidator<ListEnactments>
{
    public ListEnactmentsValidator()
    {
        RuleFor(query => query.Kind).KnownWord();
        RuleFor(query => query.Parameter).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListEnactmentsHandler(IRegulationDatabase database)
    : IRequestHandler<ListEnactments, Result<Page<ListEnactments.EnactmentLine>>>
{
    public async Task<Result<Page<ListEnactments.EnactmentLine>>> Handle(
        ListEnactments query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListEnactments.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var chosen = database.Enactments.AsNoTracking();
        if (query.Kind is { } kind)
        {
            chosen = chosen.Where(one => one.Kind == kind);
        }

        if (query.Parameter is { Length: > 0 } parameter)
        {
            chosen = chosen.Where(one => one.Changes.Any(change => change.Parameter == parameter));
        }

        if (position.Value is { Number: var before })
        {
            chosen = chosen.Where(one => one.Number < before);
        }

        var found = await chosen.OrderByDescending(one => one.Number).Take(limit + 1).ToListAsync(cancellationToken);
        return found
            .ConvertAll(one => new ListEnactments.EnactmentLine(
                one.Id.Value,
                one.Number,
                one.Kind,
                one.DocumentNumber,
                one.Title,
                one.IssuedOn,
                one.RegisteredOn,
                one.EffectiveFrom,
                [.. one.Changes.Select(change => change.Parameter).Order(StringComparer.Ordinal)],
                [.. one.Switches.Select(control => control.Rule).Order(StringComparer.Ordinal)]
            ))
            .ToPage(limit, line => new ListEnactments.Position(line.Number));
    }
}
