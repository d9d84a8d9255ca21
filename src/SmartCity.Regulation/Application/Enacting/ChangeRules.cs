using FluentValidation;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>What lists of changes keep to before any of them is looked up.</summary>
internal static class ChangeRules
{
    private const int LongestCode = 100;
    private const int MostChanges = 50;

    public static void Changes<T>(this IRuleBuilderInitial<T, IReadOnlyList<ParameterValueText>> rule) =>
        rule.Lines(MostChanges);

    public static void Switches<T>(this IRuleBuilderInitial<T, IReadOnlyList<ControlSwitchText>> rule) =>
        rule.Lines(MostChanges);

    public static void Change<T>(this IRuleBuilderInitialCollection<T, ParameterValueText> rule) =>
        rule.ChildRules(change =>
        {
            change.RuleFor(one => one.Parameter).RequiredText(LongestCode);
            change.RuleFor(one => one.Value).RequiredText(LongestCode);
        });

    public static void Switch<T>(this IRuleBuilderInitialCollection<T, ControlSwitchText> rule) =>
        rule.ChildRules(one => one.RuleFor(control => control.Rule).RequiredText(LongestCode));

    public static void NotNothing<T>(this IRuleBuilder<T, IReadOnlyList<ParameterValueText>> rule, Func<T, bool> or) =>
        rule.Must((command, changes) => changes is null || changes.Count > 0 || or(command))
            .WithErrorCode("REQUIRED")
            .InWords("至少列一项变更。", "Name at least one change.");
}
