using System.ComponentModel;
using System.Text.Json;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Application.Enacting;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Application.WhatIf;

/// <summary>
/// Which open cases would be judged otherwise if parameters were changed or controls switched. Nothing is changed, and
/// nothing is announced: it is asked before a document is drafted.
/// </summary>
internal sealed record AskWhatIf(
    [property: Description("假设变更的参数")] IReadOnlyList<ParameterValueText> Changes,
    [property: Description("假设停用或者恢复的内部控制")] IReadOnlyList<ControlSwitchText> Switches,
    [property: Description("上一页返回的 next")] string? After = null,
    [property: Description("每页至多列出的事项数，1 至 200")] int? Limit = null
) : IQuery<AskWhatIf.Turned>
{
    /// <summary>试算结果</summary>
    /// <param name="On">据以判断的日期，即今天</param>
    /// <param name="RuleVersion">与之比较的规则版本，即今天生效的版本</param>
    /// <param name="Examined">本页查看的在办事项数</param>
    /// <param name="Items">判断会改变的事项</param>
    /// <param name="Next">下一页的 after；空表示已全部查看，不空时即使本页没有事项也须继续</param>
    internal sealed record Turned(
        DateOnly On,
        int RuleVersion,
        int Examined,
        IReadOnlyList<TurnedCase> Items,
        string? Next
    );

    /// <summary>一个判断会改变的在办事项</summary>
    /// <param name="ObjectType">对象种类</param>
    /// <param name="ObjectId">对象编号</param>
    /// <param name="Label">编号和名称</param>
    /// <param name="Command">下一步办理的事项</param>
    /// <param name="Verdicts">会改变的判断</param>
    internal sealed record TurnedCase(
        string ObjectType,
        Guid ObjectId,
        string Label,
        string Command,
        IReadOnlyList<TurnedVerdict> Verdicts
    );

    /// <summary>一个会改变的判断</summary>
    /// <param name="Rule">规则编码</param>
    /// <param name="Basis">依据的表述</param>
    /// <param name="FactsNow">按现行规则所比较的事实</param>
    /// <param name="FactsThen">按假设的规则所比较的事实；据参数推算的日期可能不同</param>
    /// <param name="SatisfiedNow">按现行规则是否符合</param>
    /// <param name="SatisfiedThen">按假设的规则是否符合</param>
    internal sealed record TurnedVerdict(
        string Rule,
        string Basis,
        JsonElement FactsNow,
        JsonElement FactsThen,
        bool SatisfiedNow,
        bool SatisfiedThen
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string ObjectType, Guid Id);
}

internal sealed class AskWhatIfValidator : AbstractValidator<AskWhatIf>
{
    public AskWhatIfValidator()
    {
        RuleFor(query => query.Changes).Changes();
        RuleFor(query => query.Switches).Switches();
        RuleFor(query => query.Changes).NotNothing(query => query.Switches is null or { Count: > 0 });
        RuleForEach(query => query.Changes).Change();
        RuleForEach(query => query.Switches).Switch();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class AskWhatIfHandler(
    IEnumerable<IOpenCases> kinds,
    RuleRegister register,
    ParametersInForce parameters,
    ILegalClock clock,
    RequestContext context
) : IRequestHandler<AskWhatIf, Result<AskWhatIf.Turned>>
{
    // So many are loaded at once, and so many examined before a page ends although it is not full.
    private const int Batch = 100;
    private const int MostExamined = 1000;

    public async Task<Result<AskWhatIf.Turned>> Handle(AskWhatIf query, CancellationToken cancellationToken)
    {
        var position = Cursor.Read<AskWhatIf.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var now = parameters.On(clock.Today);
        var proposed = ProposedChanges.Read(register, query.Changes, query.Switches, now, context.Language);
        if (proposed.IsFailure)
        {
            return proposed.Failure;
        }

        var turned = new List<AskWhatIf.TurnedCase>();
        var examined = 0;
        var limit = query.Limit ?? Cursor.DefaultLimit;
        var comparison = new VerdictComparison(now, proposed.Value.AppliedTo(now), clock.Today);
        foreach (var (kind, ids) in await RemainingAsync(position.Value, cancellationToken))
        {
            foreach (var batch in ids.Chunk(Batch))
            {
                var loaded = await kind.LoadAsync(batch, cancellationToken);
                var cases = loaded.ToDictionary(one => one.Id);
                foreach (var id in batch)
                {
                    examined++;
                    if (cases.TryGetValue(id, out var open))
                    {
                        turned.AddRange(CasesOf(kind, open, comparison));
                    }

                    if (turned.Count >= limit || examined >= MostExamined)
                    {
                        var next = Cursor.Write(new AskWhatIf.Position(kind.ObjectType, id));
                        return new AskWhatIf.Turned(clock.Today, now.Version, examined, turned, next);
                    }
                }
            }
        }

        return new AskWhatIf.Turned(clock.Today, now.Version, examined, turned, null);
    }

    // The ids alone, in an order that is the same at every page whatever the database sorts by.
    private async Task<List<(IOpenCases Kind, List<Guid> Ids)>> RemainingAsync(
        AskWhatIf.Position? after,
        CancellationToken cancellationToken
    )
    {
        var remaining = new List<(IOpenCases, List<Guid>)>();
        foreach (var kind in kinds.OrderBy(one => one.ObjectType, StringComparer.Ordinal))
        {
            var order = after is null ? 1 : string.CompareOrdinal(kind.ObjectType, after.ObjectType);
            if (order < 0)
            {
                continue;
            }

            var ids = await kind.IdsAsync(cancellationToken);
            remaining.Add((kind, [.. ids.Where(id => order > 0 || id.CompareTo(after!.Id) > 0).Order()]));
        }

        return remaining;
    }

    private IEnumerable<AskWhatIf.TurnedCase> CasesOf(
        IOpenCases kind,
        CaseInProgress open,
        VerdictComparison comparison
    ) =>
        from act in open.Acts
        let verdicts = comparison.TurnedBy(act).Select(Verdict).ToList()
        where verdicts.Count > 0
        select new AskWhatIf.TurnedCase(kind.ObjectType, open.Id, open.Label, act.Command, verdicts);

    private AskWhatIf.TurnedVerdict Verdict((Judgement Now, Judgement Then) turned)
    {
        var rule = register.Find(turned.Now.Rule)!.Rule;
        return new(
            rule.Code,
            rule.Basis.Statement(rule.Article).In(context.Language),
            turned.Now.Facts,
            turned.Then.Facts,
            turned.Now.Satisfied,
            turned.Then.Satisfied
        );
    }
}
