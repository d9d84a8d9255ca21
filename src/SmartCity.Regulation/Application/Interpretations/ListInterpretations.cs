using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Interpretations;

/// <summary>The interpretation register as it stands on a day, by number, page by page.</summary>
/// <param name="On">The day; null for today.</param>
internal sealed record ListInterpretations(
    int? Article = null,
    DateOnly? On = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListInterpretations.InterpretationLine>>
{
    /// <summary>一项解释</summary>
    internal sealed record InterpretationLine(
        [property: Description("解释登记编号")] string Number,
        [property: Description("所解释的条；解释全文的为空")] IReadOnlyList<string> Articles,
        [property: Description("问题")] string Question,
        [property: Description("读法")] string Reading,
        [property: Description("生效日期")] DateOnly EffectiveFrom,
        [property: Description("解释文件的文号；随系统启用的读法为空")] string? DocumentNumber,
        [property: Description("引用它的规则")] IReadOnlyList<string> Rules
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListInterpretationsValidator : AbstractValidator<ListInterpretations>
{
    public ListInterpretationsValidator()
    {
        RuleFor(query => query.Article)
            .InclusiveBetween(1, RegulationText.Current.Articles.Count)
            .WithErrorCode("OUT_OF_RANGE");
        RuleFor(query => query.On).PlausibleDate();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListInterpretationsHandler(InterpretationRegister interpretations, ILegalClock clock)
    : IRequestHandler<ListInterpretations, Result<Page<ListInterpretations.InterpretationLine>>>
{
    public async Task<Result<Page<ListInterpretations.InterpretationLine>>> Handle(
        ListInterpretations query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListInterpretations.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var on = query.On ?? clock.Today;
        var all = await interpretations.ReadAsync(cancellationToken);
        return all.Where(one => one.EffectiveFrom <= on)
            .GroupBy(one => one.Number)
            .Select(wordings => wordings.Last())
            .Where(one => position.Value is not { } after || string.CompareOrdinal(one.Number, after.Number) > 0)
            .Where(one => query.Article is not { } article || one.Articles.Contains(article))
            .Take(limit + 1)
            .Select(one => new ListInterpretations.InterpretationLine(
                one.Number,
                [.. one.Articles.Select(article => $"第{ChineseNumerals.Of(article)}条")],
                one.Question,
                one.Reading,
                one.EffectiveFrom,
                one.DocumentNumber,
                interpretations.RulesOf(one.Number)
            ))
            .ToList()
            .ToPage(limit, line => new ListInterpretations.Position(line.Number));
    }
}
