using System.Buffers.Text;
using System.ComponentModel;

namespace SmartCity.Regulation.Identifiers;

/// <summary>What a pair of coordinates is measured against.</summary>
public enum Datum
{
    /// <summary>The legal one.</summary>
    [Description("CGCS2000")]
    Cgcs2000,

    /// <summary>Apart from the legal one by centimetres: as good here, but told apart.</summary>
    [Description("WGS84")]
    Wgs84,

    /// <summary>Offset by some hundred metres for internet maps.</summary>
    [Description("GCJ-02")]
    Gcj02,

    /// <summary>Offset once more.</summary>
    [Description("BD-09")]
    Bd09,
}

/// <summary>A place: longitude, latitude in degrees, and what they are measured against.</summary>
public readonly record struct Coordinates(double Longitude, double Latitude, Datum Datum)
{
    // A box around the city with some room, for the sake of sanity and no border.
    private const double West = 107.5;
    private const double East = 109.4;
    private const double South = 34.0;
    private const double North = 35.8;

    private const double BaiduTurn = Math.PI * 3000 / 180;

    // The ellipsoid of Krasovsky, on which the offset of internet maps is built.
    private const double Axis = 6378245.0;
    private const double Eccentricity = 0.00669342162296594323;

    /// <summary>Whether it lies in the city's box, offsets taken out.</summary>
    public bool IsInTheCity
    {
        get
        {
            var place = AsWgs84();
            return place.Longitude is >= West and <= East && place.Latitude is >= South and <= North;
        }
    }

    /// <summary>The place with the offsets of internet maps taken out, exact to centimetres.</summary>
    public Coordinates AsWgs84() =>
        Datum switch
        {
            Datum.Bd09 => WithoutBaidu().WithoutOffset(),
            Datum.Gcj02 => WithoutOffset(),
            _ => this with { Datum = Datum.Wgs84 },
        };

    /// <summary>The place as internet maps in China show it.</summary>
    public Coordinates AsGcj02()
    {
        var (eastward, northward) = Offset(Longitude, Latitude);
        return new(Longitude + eastward, Latitude + northward, Datum.Gcj02);
    }

    internal static Finding FindingsOf(ReadOnlySpan<byte> text)
    {
        var first = text.IndexOf((byte)',');
        if (first < 0)
        {
            return Finding.CoordinatesMalformed;
        }

        var rest = text[(first + 1)..];
        var second = rest.IndexOf((byte)',');
        if (
            !TryReadDegrees(text[..first], out var longitude)
            || !TryReadDegrees(second < 0 ? rest : rest[..second], out var latitude)
        )
        {
            return Finding.CoordinatesMalformed;
        }

        if (second < 0)
        {
            return Finding.DatumRequired;
        }

        if (!TryReadDatum(rest[(second + 1)..], out var datum))
        {
            return Finding.CoordinatesMalformed;
        }

        var place = new Coordinates(longitude, latitude, datum);
        var findings = datum is Datum.Gcj02 or Datum.Bd09 ? Finding.DatumNotNational : Finding.None;
        if (place.IsInTheCity)
        {
            return findings;
        }

        return findings
            | (
                new Coordinates(latitude, longitude, Datum.Wgs84).IsInTheCity
                    ? Finding.CoordinatesSwapped
                    : Finding.OutsideCity
            );
    }

    private static bool TryReadDegrees(ReadOnlySpan<byte> text, out double degrees) =>
        Utf8Parser.TryParse(text, out degrees, out var read) && read == text.Length && Math.Abs(degrees) <= 180;

    private static bool TryReadDatum(ReadOnlySpan<byte> text, out Datum datum)
    {
        (var known, datum) = text switch
        {
            _ when text.SequenceEqual("CGCS2000"u8) => (true, Datum.Cgcs2000),
            _ when text.SequenceEqual("WGS84"u8) || text.SequenceEqual("WGS-84"u8) => (true, Datum.Wgs84),
            _ when text.SequenceEqual("GCJ02"u8) || text.SequenceEqual("GCJ-02"u8) => (true, Datum.Gcj02),
            _ when text.SequenceEqual("BD09"u8) || text.SequenceEqual("BD-09"u8) => (true, Datum.Bd09),
            _ => (false, default),
        };
        return known;
    }

    private Coordinates WithoutBaidu()
    {
        var (x, y) = (Longitude - 0.0065, Latitude - 0.006);
        var distance = Math.Sqrt((x * x) + (y * y)) - (0.00002 * Math.Sin(y * BaiduTurn));
        var angle = Math.Atan2(y, x) - (0.000003 * Math.Cos(x * BaiduTurn));
        return new(distance * Math.Cos(angle), distance * Math.Sin(angle), Datum.Gcj02);
    }

    // The offset has no closed inverse; it changes so slowly that a few rounds find the place again.
    private Coordinates WithoutOffset()
    {
        const int Rounds = 4;
        var (longitude, latitude) = (Longitude, Latitude);
        for (var round = 0; round < Rounds; round++)
        {
            var (eastward, northward) = Offset(longitude, latitude);
            (longitude, latitude) = (Longitude - eastward, Latitude - northward);
        }

        return new(longitude, latitude, Datum.Wgs84);
    }

    // The formula as it is published; nobody has explained its figures.
    private static (double Eastward, double Northward) Offset(double longitude, double latitude)
    {
        var (x, y) = (longitude - 105.0, latitude - 35.0);
        var common = ((20.0 * Math.Sin(6.0 * x * Math.PI)) + (20.0 * Math.Sin(2.0 * x * Math.PI))) * 2.0 / 3.0;
        var northward =
            -100.0
            + (2.0 * x)
            + (3.0 * y)
            + (0.2 * y * y)
            + (0.1 * x * y)
            + (0.2 * Math.Sqrt(Math.Abs(x)))
            + common
            + (((20.0 * Math.Sin(y * Math.PI)) + (40.0 * Math.Sin(y / 3.0 * Math.PI))) * 2.0 / 3.0)
            + (((160.0 * Math.Sin(y / 12.0 * Math.PI)) + (320.0 * Math.Sin(y * Math.PI / 30.0))) * 2.0 / 3.0);
        var eastward =
            300.0
            + x
            + (2.0 * y)
            + (0.1 * x * x)
            + (0.1 * x * y)
            + (0.1 * Math.Sqrt(Math.Abs(x)))
            + common
            + (((20.0 * Math.Sin(x * Math.PI)) + (40.0 * Math.Sin(x / 3.0 * Math.PI))) * 2.0 / 3.0)
            + (((150.0 * Math.Sin(x / 12.0 * Math.PI)) + (300.0 * Math.Sin(x / 30.0 * Math.PI))) * 2.0 / 3.0);
        var radians = latitude / 180.0 * Math.PI;
        var sine = Math.Sin(radians);
        var curvature = 1 - (Eccentricity * sine * sine);
        return (
            eastward * 180.0 / (Axis / Math.Sqrt(curvature) * Math.Cos(radians) * Math.PI),
            northward * 180.0 / (Axis * (1 - Eccentricity) / (curvature * Math.Sqrt(curvature)) * Math.PI)
        );
    }
}
