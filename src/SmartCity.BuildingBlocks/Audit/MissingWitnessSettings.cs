using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>From which age of the oldest entry that is not cosigned the service warns, and what it does in the end.</summary>
public sealed record MissingWitnessSettings
{
    public const string Section = "Evidence:MissingWitness";
    public const string WitnessesSection = "Evidence:Witnesses";

    /// <summary>The modes as they are written in the settings.</summary>
    public static IReadOnlyDictionary<string, MissingWitnessMode> Modes { get; } =
        new Dictionary<string, MissingWitnessMode>(StringComparer.OrdinalIgnoreCase)
        {
            ["warn"] = MissingWitnessMode.Warn,
            ["refuse-money-and-rights"] = MissingWitnessMode.RefuseMoneyAndRights,
            ["refuse-all"] = MissingWitnessMode.RefuseAll,
        };

    public MissingWitnessMode Mode { get; init; } = MissingWitnessMode.Warn;

    public TimeSpan NoticeAfter { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan WarnAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The alarm: from here on the mode acts.</summary>
    public TimeSpan ActAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Reads settings that were checked when the service was built.</summary>
    public static MissingWitnessSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var defaults = new MissingWitnessSettings();
        return new()
        {
            Mode = section[nameof(Mode)] is { } mode ? Modes[mode] : defaults.Mode,
            NoticeAfter = Seconds(section["NoticeAfterSeconds"], defaults.NoticeAfter),
            WarnAfter = Seconds(section["WarnAfterSeconds"], defaults.WarnAfter),
            ActAfter = Seconds(section["ActAfterSeconds"], defaults.ActAfter),
        };
    }

    private static TimeSpan Seconds(string? text, TimeSpan otherwise) =>
        text is null ? otherwise : TimeSpan.FromSeconds(long.Parse(text, CultureInfo.InvariantCulture));
}
