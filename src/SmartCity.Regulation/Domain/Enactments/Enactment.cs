using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Domain.Rules;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Domain.Enactments;

internal readonly record struct EnactmentId(Guid Value) : IStrongId<EnactmentId>
{
    public static EnactmentId From(Guid value) => new(value);
}

/// <summary>
/// The document by which parameters change or controls are switched (article 44, INT-32): an amendment of the city
/// government, an interpretation or a decision on controls of the informatization office. Once registered it never
/// changes; another one of a later day takes its place.
/// </summary>
[ObjectName("enactment", "规则变更文件", "enactment")]
internal sealed class Enactment : AggregateRoot<EnactmentId>
{
    private readonly List<ParameterChange> changes = [];
    private readonly List<ControlSwitch> switches = [];

    private Enactment() { }

    /// <summary>Its place in the order of registration, from 1.</summary>
    public int Number { get; private init; }

    public ParameterAct Kind { get; private init; }

    public string DocumentNumber { get; private init; } = "";

    public string Title { get; private init; } = "";

    public DateOnly IssuedOn { get; private init; }

    public DateOnly EffectiveFrom { get; private init; }

    public string Reason { get; private init; } = "";

    /// <summary>The hash of the signed document; an amendment has one, because its issuer has no account here.</summary>
    public string? DocumentSha256 { get; private init; }

    /// <summary>What an interpretation says; null for the other kinds.</summary>
    public Reading? Reading { get; private init; }

    /// <summary>The legal date of the registration.</summary>
    public DateOnly RegisteredOn { get; private init; }

    public IReadOnlyList<ParameterChange> Changes => changes;

    public IReadOnlyList<ControlSwitch> Switches => switches;

    /// <summary>Registers the document; it takes effect on a later day.</summary>
    /// <param name="number">Its place in the order of registration.</param>
    /// <param name="before">What would be in force on its first day without it.</param>
    public static Result<Enactment> Register(
        EnactmentId id,
        int number,
        ParameterAct kind,
        EnactmentText text,
        EnactedContent content,
        ParameterSnapshot before,
        RulesInForce rules
    )
    {
        var judged = rules.Judge(Questions(kind, text, content, rules.Today));
        if (judged.IsFailure)
        {
            return judged.Failure;
        }

        var enactment = new Enactment
        {
            Id = id,
            Number = number,
            Kind = kind,
            DocumentNumber = text.DocumentNumber,
            Title = text.Title,
            IssuedOn = text.IssuedOn,
            EffectiveFrom = text.EffectiveFrom,
            Reason = text.Reason,
            DocumentSha256 = content.DocumentSha256,
            Reading = content.Reading,
            RegisteredOn = rules.Today,
        };
        enactment.changes.AddRange(content.Values.Select(value => ParameterChange.Of(value, before)));
        enactment.switches.AddRange(content.Switches.Select(one => ControlSwitch.Of(one.Rule.Code, one.IsOff)));
        return enactment;
    }

    private static IEnumerable<IQuestion> Questions(
        ParameterAct kind,
        EnactmentText text,
        EnactedContent content,
        DateOnly today
    )
    {
        yield return Article44.NotRetroactive.On(new(text.EffectiveFrom, today));
        yield return Article44.EnactmentDateImplausible.On(new(text.IssuedOn, today));
        foreach (var parameter in content.Values.Select(value => value.Parameter))
        {
            var facts = new Article44.ChangeFacts(parameter.Code, parameter.ChangedBy, kind);
            yield return Article44.InterpretationExceedsText.On(facts);
            yield return Article44.InterpretationRequired.On(facts);
            yield return Article44.ControlDecisionRequired.On(facts);
        }

        foreach (var (rule, _) in content.Switches)
        {
            yield return Article44.OnlyControlsAreSwitched.On(new(rule.Code, rule.Basis.Kind));
        }
    }
}

/// <summary>What every such document says of itself.</summary>
internal sealed record EnactmentText(
    [property: Description("文号")] string DocumentNumber,
    [property: Description("标题")] string Title,
    [property: Description("印发日期")] DateOnly IssuedOn,
    [property: Description("生效日期，最早为登记的次日")] DateOnly EffectiveFrom,
    [property: Description("理由")] string Reason
);

/// <summary>What it changes.</summary>
internal sealed record EnactedContent(
    IReadOnlyList<NewParameterValue> Values,
    IReadOnlyList<(IRule Rule, bool IsOff)> Switches,
    Reading? Reading,
    string? DocumentSha256
);

/// <summary>How a text is read from now on, under a number of the interpretation register.</summary>
/// <param name="Number">Such as INT-12; one that is known already is read anew.</param>
/// <param name="Articles">The articles that are interpreted.</param>
internal sealed record Reading(
    [property: Description("解释登记编号，如 INT-36；已有的编号表示重新解释")] string Number,
    [property: Description("所解释的条")] IReadOnlyList<int> Articles,
    [property: Description("问题")] string Question,
    [property: Description("读法")] string Words
);

/// <summary>One parameter's value before and after.</summary>
internal sealed class ParameterChange
{
    private ParameterChange() { }

    public string Parameter { get; private init; } = "";

    /// <summary>What would have been in force on the enactment's first day, as it was known at registration.</summary>
    public string Before { get; private init; } = "";

    public string After { get; private init; } = "";

    public static ParameterChange Of(NewParameterValue value, ParameterSnapshot before) =>
        new()
        {
            Parameter = value.Parameter.Code,
            Before = value.Parameter.Write(before.Of(value.Parameter)),
            After = value.Parameter.Write(value.Value),
        };
}

/// <summary>One control that is switched off, or on again.</summary>
internal sealed class ControlSwitch
{
    private ControlSwitch() { }

    public string Rule { get; private init; } = "";

    public bool IsOff { get; private init; }

    public static ControlSwitch Of(string rule, bool isOff) => new() { Rule = rule, IsOff = isOff };
}
