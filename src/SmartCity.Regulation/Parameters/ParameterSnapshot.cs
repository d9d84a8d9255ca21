using System.Collections.Frozen;

namespace SmartCity.Regulation.Parameters;

/// <summary>
/// All parameters' values, and which controls are switched off, at one moment and under one version number; immutable,
/// so a decision can name it.
/// </summary>
public sealed class ParameterSnapshot
{
    private readonly FrozenDictionary<string, object> changed;
    private readonly FrozenSet<string> switchedOff;

    private ParameterSnapshot(int version, FrozenDictionary<string, object> changed, FrozenSet<string> switchedOff) =>
        (Version, this.changed, this.switchedOff) = (version, changed, switchedOff);

    /// <summary>Every parameter as it was at promulgation, and every control in force.</summary>
    public static ParameterSnapshot AtPromulgation { get; } =
        new(1, FrozenDictionary<string, object>.Empty, FrozenSet<string>.Empty);

    /// <summary>Grows by one with every amendment, interpretation and decision on controls that takes effect.</summary>
    public int Version { get; }

    public T Of<T>(Parameter<T> parameter)
        where T : notnull => changed.TryGetValue(parameter.Code, out var value) ? (T)value : parameter.Initial;

    public object Of(IParameter parameter) => changed.GetValueOrDefault(parameter.Code) ?? parameter.InitialValue;

    /// <summary>Is this rule a control that the office has switched off? It counts as satisfied then, whatever the facts.</summary>
    public bool IsSwitchedOff(string rule) => switchedOff.Contains(rule);

    /// <summary>The next version, with one value changed.</summary>
    public ParameterSnapshot With<T>(Parameter<T> parameter, T value)
        where T : notnull => With([new(parameter, value)], []);

    /// <summary>The next version, with all that one act changes.</summary>
    public ParameterSnapshot With(IEnumerable<NewParameterValue> values, IEnumerable<SwitchedControl> switches)
    {
        var next = new Dictionary<string, object>(changed);
        foreach (var (parameter, value) in values)
        {
            next[parameter.Code] = value;
        }

        var off = new HashSet<string>(switchedOff);
        foreach (var (rule, isOff) in switches)
        {
            _ = isOff ? off.Add(rule) : off.Remove(rule);
        }

        return new(Version + 1, next.ToFrozenDictionary(), off.ToFrozenSet());
    }
}

/// <summary>A value of the parameter's own type.</summary>
public sealed record NewParameterValue(IParameter Parameter, object Value);

/// <summary>A control by its rule's code, switched off, or on again.</summary>
public sealed record SwitchedControl(string Rule, bool IsOff);
