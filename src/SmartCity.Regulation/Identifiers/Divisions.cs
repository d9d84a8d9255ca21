using System.Collections;
using System.Globalization;

namespace SmartCity.Regulation.Identifiers;

/// <summary>An administrative division under one of its names.</summary>
/// <param name="Code">Six digits (GB/T 2260).</param>
/// <param name="From">The first year in which a list has it; lists begin in 1980.</param>
/// <param name="To">The last year; null while it exists.</param>
public sealed record Division(string Code, string Name, int From, int? To);

/// <summary>
/// Every code of GB/T 2260 that has been in force since 1980, retired ones included: numbers keep the code that held when
/// they were given.
/// </summary>
public static class Divisions
{
    private const int City = 6104;

    // 咸阳地区, until the city took its place in 1983.
    private const int Prefecture = 6122;

    private const int CodesPerProvince = 10_000;
    private const int CodesPerCity = 100;
    private const int Codes = 1_000_000;

    private static readonly (BitArray Known, IReadOnlyList<Division> OfTheCity) Read = ReadEmbedded();

    /// <summary>The city and its counties as they are now, by code.</summary>
    public static IReadOnlyList<Division> OfTheCityNow { get; } =
    [.. Read.OfTheCity.Where(division => division.To is null)];

    private static readonly HashSet<int> Current =
    [
        .. OfTheCityNow.Select(division => int.Parse(division.Code, CultureInfo.InvariantCulture)),
    ];

    /// <summary>The city and its counties under every code and name that they ever had.</summary>
    public static IReadOnlyList<Division> OfTheCity => Read.OfTheCity;

    /// <summary>Has the code been in force at any time?</summary>
    /// <param name="code">The number that its six digits write.</param>
    internal static bool EverExisted(int code) => Read.Known[code];

    internal static bool IsProvince(int code) => code % CodesPerProvince == 0;

    internal static bool ProvinceExists(int province) => Read.Known[province * CodesPerProvince];

    internal static Finding FindingsOfCounty(ReadOnlySpan<byte> code)
    {
        if (code.Length != 6)
        {
            return Finding.WrongLength;
        }

        if (!CheckCharacters.AreDigits(code))
        {
            return Finding.WrongCharacter;
        }

        var number = CheckCharacters.Number(code);
        if (!EverOfTheCity(number))
        {
            return Finding.OutsideCity;
        }

        if (number == (City * CodesPerCity) + 1)
        {
            return Finding.CountyCodeStatistical;
        }

        return Current.Contains(number) ? Finding.None : Finding.CountyCodeRetired;
    }

    /// <summary>Has it ever been the code of the city or of one of its counties?</summary>
    internal static bool EverOfTheCity(int code) => EverExisted(code) && (code / CodesPerCity) is City or Prefecture;

    private static (BitArray, IReadOnlyList<Division>) ReadEmbedded()
    {
        var known = new BitArray(Codes);
        var ofTheCity = new List<Division>();
        var type = typeof(Divisions);
        using var stream = type.Assembly.GetManifestResourceStream(type, "divisions.txt")!;
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            var code = int.Parse(line.AsSpan(0, 6), NumberStyles.None, CultureInfo.InvariantCulture);
            known[code] = true;
            if (code / CodesPerCity is City or Prefecture)
            {
                ofTheCity.Add(DivisionOf(line));
            }
        }

        return (known, ofTheCity);
    }

    // "610427 1983-2018 彬县"; the second year is left out while the code is in force.
    private static Division DivisionOf(string line)
    {
        var parts = line.Split(' ');
        var years = parts[1].Split('-');
        return new(
            parts[0],
            parts[2],
            int.Parse(years[0], CultureInfo.InvariantCulture),
            years[1].Length == 0 ? null : int.Parse(years[1], CultureInfo.InvariantCulture)
        );
    }
}
