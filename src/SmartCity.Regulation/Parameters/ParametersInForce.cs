namespace SmartCity.Regulation.Parameters;

/// <summary>One version of the parameters, and the first day on which decisions are taken under it.</summary>
/// <param name="EffectiveFrom">Null for the values at promulgation.</param>
/// <param name="Enactment">The act that made it; null at promulgation.</param>
public sealed record ParameterVersion(DateOnly? EffectiveFrom, Guid? Enactment, ParameterSnapshot Parameters);

/// <summary>
/// The parameters by date: what every decision is judged under, on its legal date (article 44, INT-23). It holds what the
/// database keeps, and each instance hears of a new act before the day on which that takes effect. Without a database it
/// is what was promulgated.
/// </summary>
public sealed class ParametersInForce
{
    private volatile IReadOnlyList<ParameterVersion> versions = [AtPromulgation];

    private static ParameterVersion AtPromulgation { get; } = new(null, null, ParameterSnapshot.AtPromulgation);

    /// <summary>
    /// Every version in the order in which they take effect, those to come included. A version that has taken effect keeps
    /// its number for ever, because no act takes effect on the day on which it is registered, or before.
    /// </summary>
    public IReadOnlyList<ParameterVersion> Versions => versions;

    /// <summary>What is in force on this day.</summary>
    public ParameterSnapshot On(DateOnly date)
    {
        var known = versions;
        for (var index = known.Count - 1; index > 0; index--)
        {
            if (known[index].EffectiveFrom <= date)
            {
                return known[index].Parameters;
            }
        }

        return known[0].Parameters;
    }

    /// <summary>The version of this number; null where there is none.</summary>
    public ParameterSnapshot? OfVersion(int version)
    {
        var known = versions;
        return version >= 1 && version <= known.Count ? known[version - 1].Parameters : null;
    }

    /// <summary>Holds these acts from now on.</summary>
    /// <param name="acts">In the order in which they take effect.</param>
    internal void Hold(IEnumerable<EnactedChange> acts)
    {
        List<ParameterVersion> next = [AtPromulgation];
        foreach (var act in acts)
        {
            next.Add(new(act.EffectiveFrom, act.Enactment, next[^1].Parameters.With(act.Values, act.Switches)));
        }

        versions = next;
    }
}

/// <summary>What one act changes, from one day on.</summary>
internal sealed record EnactedChange(
    Guid Enactment,
    DateOnly EffectiveFrom,
    IReadOnlyList<NewParameterValue> Values,
    IReadOnlyList<SwitchedControl> Switches
);
