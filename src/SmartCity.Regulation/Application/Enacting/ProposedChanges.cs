using System.ComponentModel;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>A parameter's new value, as somebody sends it.</summary>
internal sealed record ParameterValueText(
    [property: Description("参数编码")] string Parameter,
    [property: Description("新值：金额为元、两位小数，日期为 2019-07-01 的形式，是否为 true 或 false")] string Value
);

/// <summary>A control to be switched, as somebody sends it.</summary>
internal sealed record ControlSwitchText(
    [property: Description("规则编码，依据须为内部控制")] string Rule,
    [property: Description("true 为停用，false 为恢复")] bool IsOff
);

/// <summary>What is to change, found among what the product knows.</summary>
internal sealed record ProposedChanges(
    IReadOnlyList<NewParameterValue> Values,
    IReadOnlyList<(IRule Rule, bool IsOff)> Switches
)
{
    /// <summary>All that is changed, as a snapshot takes it.</summary>
    public ParameterSnapshot AppliedTo(ParameterSnapshot before) =>
        before.With(Values, Switches.Select(one => new SwitchedControl(one.Rule.Code, one.IsOff)));

    /// <summary>Finds parameters and rules, and reads the values; every field that is wrong is told at once.</summary>
    /// <param name="before">What would be in force without the change; a value that stays is no change.</param>
    public static Result<ProposedChanges> Read(
        RuleRegister register,
        IReadOnlyList<ParameterValueText> changes,
        IReadOnlyList<ControlSwitchText> switches,
        ParameterSnapshot before,
        Language language
    )
    {
        var wrong = new List<FieldError>();
        var values = new List<NewParameterValue>();
        var switched = new List<(IRule, bool)>();
        foreach (var (index, change) in changes.Index())
        {
            var value = ValueOf(register, change, before, values);
            if (value.IsFailure)
            {
                wrong.Add(Field($"changes[{index}]", value.Failure, language));
            }
            else
            {
                values.Add(value.Value);
            }
        }

        foreach (var (index, one) in switches.Index())
        {
            var rule = RuleOf(register, one, before, switched);
            if (rule.IsFailure)
            {
                wrong.Add(Field($"switches[{index}]", rule.Failure, language));
            }
            else
            {
                switched.Add((rule.Value, one.IsOff));
            }
        }

        return wrong.Count > 0 ? Error.Invalid(wrong) : new ProposedChanges(values, switched);
    }

    private static Result<NewParameterValue> ValueOf(
        RuleRegister register,
        ParameterValueText change,
        ParameterSnapshot before,
        List<NewParameterValue> others
    )
    {
        if (register.FindParameter(change.Parameter)?.Parameter is not { } parameter)
        {
            return Error.Invalid("UNKNOWN_VALUE", new("没有这个参数。", "There is no such parameter."));
        }

        if (others.Exists(other => other.Parameter == parameter))
        {
            return Repeated;
        }

        var value = parameter.ReadNew(change.Value);
        if (value.IsFailure)
        {
            return value.Failure;
        }

        return value.Value.Equals(before.Of(parameter)) ? Unchanged : new NewParameterValue(parameter, value.Value);
    }

    private static Result<IRule> RuleOf(
        RuleRegister register,
        ControlSwitchText one,
        ParameterSnapshot before,
        List<(IRule Rule, bool)> others
    )
    {
        if (register.Find(one.Rule)?.Rule is not { } rule)
        {
            return Error.Invalid("UNKNOWN_VALUE", new("没有这条规则。", "There is no such rule."));
        }

        if (others.Exists(other => other.Rule == rule))
        {
            return Repeated;
        }

        return before.IsSwitchedOff(rule.Code) == one.IsOff && rule.Basis.Kind == BasisKind.Control
            ? Unchanged
            : Result<IRule>.FromValue(rule);
    }

    private static Error Repeated { get; } =
        Error.Invalid("DUPLICATE", new("同一项列了两次。", "The same is named twice."));

    private static Error Unchanged { get; } =
        Error.Invalid(
            "UNCHANGED",
            new("与届时生效的值相同，没有变更。", "This is what is in force on that day anyway.")
        );

    private static FieldError Field(string path, Error error, Language language) =>
        new(path, error.Code, error.Detail.In(language));
}
