using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Parameters;

/// <summary>Which act can change a parameter (article 44, INT-32).</summary>
public enum ParameterAct
{
    /// <summary>The number stands in the text: only the city government amends it.</summary>
    [Description("修订")]
    Amendment,

    /// <summary>The text leaves it open, or it is a reading: the informatization office interprets.</summary>
    [Description("解释")]
    Interpretation,

    /// <summary>The city's own safeguard: the office sets it, with a record.</summary>
    [Description("内部控制决定")]
    Control,
}

/// <summary>What a parameter's values are, and how they are written.</summary>
public enum ParameterKind
{
    /// <summary>As <c>1000000.00</c>, in yuan.</summary>
    [Description("金额")]
    Money,

    /// <summary>As <c>36</c>; what it counts is told by the parameter's meaning.</summary>
    [Description("整数")]
    WholeNumber,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    [Description("是否")]
    YesOrNo,

    /// <summary>As <c>2019-07-01</c>.</summary>
    [Description("日期")]
    Date,

    /// <summary>One of a closed set of words, in camelCase.</summary>
    [Description("词")]
    Word,

    /// <summary>As <c>180,90,30</c>: days before an end, in falling order; negative ones lie after it.</summary>
    [Description("天数")]
    Days,
}

/// <summary>The smallest and the largest value that make sense.</summary>
public sealed record Bounds<T>(T Least, T Most);

/// <summary>A parameter without its value's type. Values travel as text, which has one spelling for each.</summary>
public interface IParameter
{
    /// <summary>Unique over the whole product, such as <c>review.minimum-experts</c>.</summary>
    string Code { get; }

    int Article { get; }

    ParameterAct ChangedBy { get; }

    /// <summary>What it is, with its unit, in plain Chinese.</summary>
    string Meaning { get; }

    ParameterKind Kind { get; }

    object InitialValue { get; }

    /// <summary>The smallest value that makes sense, as text; null where its values have no order.</summary>
    string? Least { get; }

    /// <summary>The largest value that makes sense, as text; null where its values have no order.</summary>
    string? Most { get; }

    string Write(object value);

    /// <summary>The value that a text stands for, or why it is none of this parameter's.</summary>
    Result<object> Read(string text);

    /// <summary>As <see cref="Read"/>, and it must make sense: a new value stays within the bounds.</summary>
    Result<object> ReadNew(string text);
}

/// <summary>A number or reading that rules use: data with article and act, never a literal in a rule.</summary>
/// <typeparam name="T">Money, int, bool, DateOnly, NoticeDays or an enum.</typeparam>
/// <param name="Initial">The value at promulgation.</param>
/// <param name="Meaning">What it is, with its unit, in plain Chinese.</param>
/// <param name="Bounds">
/// What a new value must keep to; where none are named, a number or an amount is not negative and a date is plausible.
/// </param>
public sealed record Parameter<T>(
    string Code,
    int Article,
    ParameterAct ChangedBy,
    T Initial,
    string Meaning,
    Bounds<T>? Bounds = null
) : IParameter
    where T : notnull
{
    object IParameter.InitialValue => Initial;

    public ParameterKind Kind => ParameterValues.KindOf(typeof(T));

    string? IParameter.Least => Range is (var least, _) ? ParameterValues.Write(least) : null;

    string? IParameter.Most => Range is (_, var most) ? ParameterValues.Write(most) : null;

    string IParameter.Write(object value) => ParameterValues.Write(value);

    public Result<object> Read(string text) =>
        ParameterValues.TryRead(typeof(T), text, out var value) ? Result<object>.FromValue(value) : Unreadable();

    public Result<object> ReadNew(string text)
    {
        var read = Read(text);
        if (read.IsFailure || Range is not (var least, var most))
        {
            return read;
        }

        var (value, order) = ((T)read.Value, Comparer<T>.Default);
        return order.Compare(value, (T)least) >= 0 && order.Compare(value, (T)most) <= 0
            ? read
            : Error.Invalid(
                "OUT_OF_RANGE",
                new(
                    $"应在 {ParameterValues.Write(least)} 至 {ParameterValues.Write(most)} 之间。",
                    $"It lies between {ParameterValues.Write(least)} and {ParameterValues.Write(most)}."
                )
            );
    }

    private (object Least, object Most)? Range =>
        Bounds is { } bounds ? (bounds.Least, bounds.Most) : ParameterValues.PlausibleRange(typeof(T));

    private Error Unreadable()
    {
        var words = Words.Of(typeof(T)) is { } known ? string.Join("、", known) : "";
        return Error.Invalid(
            "WRONG_FORM",
            Kind switch
            {
                ParameterKind.Money => new(
                    "应为元、两位小数，如 1000000.00。",
                    "An amount in yuan with two decimals, such as 1000000.00."
                ),
                ParameterKind.WholeNumber => new("应为整数，如 36。", "A whole number, such as 36."),
                ParameterKind.YesOrNo => new("应为 true 或 false。", "Either true or false."),
                ParameterKind.Date => new("应为日期，如 2019-07-01。", "A date, such as 2019-07-01."),
                ParameterKind.Days => new(
                    "应为由大到小、以逗号分隔的天数，如 180,90,30。",
                    "Days in falling order, such as 180,90,30."
                ),
                _ => new($"应为下列之一：{words}。", $"One of {words}."),
            }
        );
    }
}

/// <summary>The values of parameters as text: one spelling for each, in every language.</summary>
internal static class ParameterValues
{
    private static readonly (object, object) Amounts = (Money.Zero, Money.FromYuan(100_000_000_000));
    private static readonly (object, object) Numbers = (0, int.MaxValue);
    private static readonly (object, object) Dates = (new DateOnly(2000, 1, 1), new DateOnly(2100, 12, 31));

    public static ParameterKind KindOf(Type type) =>
        type switch
        {
            _ when type == typeof(Money) => ParameterKind.Money,
            _ when type == typeof(int) => ParameterKind.WholeNumber,
            _ when type == typeof(bool) => ParameterKind.YesOrNo,
            _ when type == typeof(DateOnly) => ParameterKind.Date,
            _ when type == typeof(NoticeDays) => ParameterKind.Days,
            { IsEnum: true } => ParameterKind.Word,
            _ => throw new NotSupportedException($"No parameter is of type {type.Name}."),
        };

    public static (object Least, object Most)? PlausibleRange(Type type) =>
        KindOf(type) switch
        {
            ParameterKind.Money => Amounts,
            ParameterKind.WholeNumber => Numbers,
            ParameterKind.Date => Dates,
            _ => null,
        };

    public static string Write(object value) =>
        value switch
        {
            int number => number.ToString(CultureInfo.InvariantCulture),
            bool truth => truth ? "true" : "false",
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
            _ => value.ToString()!,
        };

    public static bool TryRead(Type type, string text, out object value)
    {
        object? read = KindOf(type) switch
        {
            ParameterKind.Money => Money.TryParse(text, out var amount) ? amount : null,
            ParameterKind.WholeNumber => int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            ParameterKind.YesOrNo => text switch
            {
                "true" => true,
                "false" => false,
                _ => null,
            },
            ParameterKind.Date => DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, 0, out var date)
                ? date
                : null,
            ParameterKind.Days => NoticeDays.TryParse(text, out var days) ? days : null,
            _ => Enum.GetValues(type).Cast<object>().FirstOrDefault(word => Write(word) == text),
        };
        // "+3" and "03" are other spellings of 3: the text that is written is the only one that is read.
        var isRead = read is not null && Write(read) == text;
        value = isRead ? read! : text;
        return isRead;
    }
}
