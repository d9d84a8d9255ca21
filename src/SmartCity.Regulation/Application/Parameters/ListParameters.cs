using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Parameters;

/// <summary>Every number and reading that rules use, with its value on a day, by article and code, page by page.</summary>
/// <param name="On">The day; null for today.</param>
internal sealed record ListParameters(
    int? Article = null,
    ParameterAct? ChangedBy = null,
    DateOnly? On = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListParameters.ParameterLine>>
{
    /// <summary>一个参数</summary>
    internal sealed record ParameterLine(
        [property: Description("参数编码，全系统唯一")] string Code,
        [property: Description("条")] int Article,
        [property: Description("含义和单位")] string Meaning,
        [property: Description("值的种类")] ParameterKind Kind,
        [property: Description("所查日期的值")] string Value,
        [property: Description("发布时的值")] string InitialValue,
        [property: Description("由哪种文件变更")] ParameterAct ChangedBy,
        [property: Description("使用它的模块")] string Module,
        [property: Description("所查日期的规则版本")] int RuleVersion
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(int Article, string Code);
}

internal sealed class ListParametersValidator : AbstractValidator<ListParameters>
{
    public ListParametersValidator()
    {
        RuleFor(query => query.Article)
            .InclusiveBetween(1, RegulationText.Current.Articles.Count)
            .WithErrorCode("OUT_OF_RANGE");
        RuleFor(query => query.ChangedBy).KnownWord();
        RuleFor(query => query.On).PlausibleDate();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListParametersHandler(RuleRegister register, ParametersInForce parameters, ILegalClock clock)
    : IRequestHandler<ListParameters, Result<Page<ListParameters.ParameterLine>>>
{
    public Task<Result<Page<ListParameters.ParameterLine>>> Handle(
        ListParameters query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListParameters.Position>(query.After);
        return Task.FromResult(position.IsFailure ? position.Failure : PageAfter(position.Value, query));
    }

    private Result<Page<ListParameters.ParameterLine>> PageAfter(
        ListParameters.Position? position,
        ListParameters query
    )
    {
        var limit = query.Limit ?? Cursor.DefaultLimit;
        var inForce = parameters.On(query.On ?? clock.Today);
        return register
            .Parameters.Where(one => position is null || IsBehind(one.Parameter, position))
            .Where(one => query.Article is not { } article || one.Parameter.Article == article)
            .Where(one => query.ChangedBy is not { } act || one.Parameter.ChangedBy == act)
            .Take(limit + 1)
            .Select(one => Line(one, inForce))
            .ToList()
            .ToPage(limit, line => new ListParameters.Position(line.Article, line.Code));
    }

    private static ListParameters.ParameterLine Line(DeclaredParameter declared, ParameterSnapshot inForce)
    {
        var (parameter, module) = declared;
        return new(
            parameter.Code,
            parameter.Article,
            parameter.Meaning,
            parameter.Kind,
            parameter.Write(inForce.Of(parameter)),
            parameter.Write(parameter.InitialValue),
            parameter.ChangedBy,
            module,
            inForce.Version
        );
    }

    private static bool IsBehind(IParameter parameter, ListParameters.Position position) =>
        parameter.Article > position.Article
        || (parameter.Article == position.Article && string.CompareOrdinal(parameter.Code, position.Code) > 0);
}
