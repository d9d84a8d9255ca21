namespace SmartCity.Regulation.Parameters;

/// <summary>All parameters' values at one moment, under one version number; immutable, so a decision can name it.</summary>
public sealed class ParameterSnapshot(int version, IReadOnlyDictionary<string, object> changed)
{
    /// <summary>Every parameter as it was at promulgation.</summary>
    public static ParameterSnapshot AtPromulgation { get; } = new(1, new Dictionary<string, object>());

    /// <summary>Grows by one with every amendment, interpretation and switched control.</summary>
    public int Version => version;

    public T Of<T>(Parameter<T> parameter)
        where T : notnull => changed.TryGetValue(parameter.Code, out var value) ? (T)value : parameter.Initial;

    /// <summary>The next version, with one value changed.</summary>
    public ParameterSnapshot With<T>(Parameter<T> parameter, T value)
        where T : notnull => new(version + 1, new Dictionary<string, object>(changed) { [parameter.Code] = value });
}
