using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Interpretations;

namespace SmartCity.Regulation.Application.Interpretations;

/// <summary>One interpretation with every wording that it had or will have.</summary>
internal sealed record GetInterpretation(string Number) : IQuery<GetInterpretation.InterpretationDetail>
{
    /// <summary>解释</summary>
    /// <param name="Number">解释登记编号</param>
    /// <param name="Rules">引用它的规则</param>
    /// <param name="CarriedOutBy">没有规则引用的，由什么落实；否则为空</param>
    /// <param name="Wordings">历次的读法，先生效的在前，包括将要生效的</param>
    internal sealed record InterpretationDetail(
        string Number,
        IReadOnlyList<string> Rules,
        string? CarriedOutBy,
        IReadOnlyList<Wording> Wordings
    );

    /// <summary>自某日起的读法</summary>
    /// <param name="Articles">所解释的条；解释全文的为空</param>
    /// <param name="Question">问题</param>
    /// <param name="Reading">读法</param>
    /// <param name="EffectiveFrom">生效日期</param>
    /// <param name="IsToCome">今天尚未生效</param>
    /// <param name="Enactment">解释文件的系统编号；随系统启用的读法为空</param>
    /// <param name="DocumentNumber">解释文件的文号；随系统启用的读法为空</param>
    internal sealed record Wording(
        IReadOnlyList<int> Articles,
        string Question,
        string Reading,
        DateOnly EffectiveFrom,
        bool IsToCome,
        Guid? Enactment,
        string? DocumentNumber
    );
}

internal sealed class GetInterpretationHandler(InterpretationRegister interpretations, ILegalClock clock)
    : IRequestHandler<GetInterpretation, Result<GetInterpretation.InterpretationDetail>>
{
    public async Task<Result<GetInterpretation.InterpretationDetail>> Handle(
        GetInterpretation query,
        CancellationToken cancellationToken
    )
    {
        var all = await interpretations.ReadAsync(cancellationToken);
        var wordings = all.Where(one => one.Number == query.Number).ToList();
        if (wordings.Count == 0)
        {
            return Error.NotFound(new("解释", "interpretation"));
        }

        return new GetInterpretation.InterpretationDetail(
            query.Number,
            interpretations.RulesOf(query.Number),
            InitialInterpretation.All.FirstOrDefault(one => one.Number == query.Number)?.CarriedOutBy,
            wordings.ConvertAll(one => new GetInterpretation.Wording(
                one.Articles,
                one.Question,
                one.Reading,
                one.EffectiveFrom,
                one.EffectiveFrom > clock.Today,
                one.Enactment,
                one.DocumentNumber
            ))
        );
    }
}
