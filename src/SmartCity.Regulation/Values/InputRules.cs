using FluentValidation;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Identifiers;

namespace SmartCity.Regulation.Values;

/// <summary>What every field of its type must keep to, under one code each.</summary>
public static class InputRules
{
    public const int ShortText = 200;
    public const int LongText = 4000;
    public const int MostLines = 100;

    // A hundred lines of the largest amount still add up within what an amount can hold.
    private static readonly Money LargestLine = Money.FromYuan(1_000_000_000);
    private static readonly Money LargestTotal = Money.FromYuan(MostLines * 1_000_000_000L);
    private static readonly LocalizedText CreditCodeWords = new(
        "统一社会信用代码应为 18 位大写字母和数字（GB 32100），请核对证书后重填：",
        "A unified social credit code has 18 capitals and digits (GB 32100): "
    );

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int longest) =>
        rule.MaximumLength(longest)
            .WithErrorCode("TOO_LONG")
            .Must(text => text is null || (longest > ShortText ? TextRules.IsClean(text) : TextRules.IsOneLine(text)))
            .WithErrorCode("UNPRINTABLE")
            .InWords(
                "含有控制字符、不可见字符或残缺字符，请删除；短栏不得换行。",
                "It holds control, invisible or broken characters; remove them. A short field has one line."
            );

    public static IRuleBuilderOptions<T, string?> RequiredText<T>(this IRuleBuilder<T, string?> rule, int longest) =>
        rule.NotEmpty().WithErrorCode("REQUIRED").Text(longest);

    public static IRuleBuilderOptions<T, Money> Amount<T>(this IRuleBuilder<T, Money> rule) =>
        rule.Within(Money.Zero, LargestLine);

    public static IRuleBuilderOptions<T, Money> PositiveAmount<T>(this IRuleBuilder<T, Money> rule) =>
        rule.Within(Money.FromFen(1), LargestLine);

    /// <summary>A total: the sum of many lines may be larger than any of them.</summary>
    public static IRuleBuilderOptions<T, Money> Total<T>(this IRuleBuilder<T, Money> rule) =>
        rule.Within(Money.Zero, LargestTotal);

    public static IRuleBuilderOptions<T, DateOnly> PlausibleDate<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.InclusiveBetween(Earliest, Latest).WithErrorCode("OUT_OF_RANGE");

    public static IRuleBuilderOptions<T, DateOnly?> PlausibleDate<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.Must(date => date is null || (date >= Earliest && date <= Latest))
            .WithErrorCode("OUT_OF_RANGE")
            .InWords("日期应在 2000 年至 2100 年之间。", "The date lies between 2000 and 2100.");

    public static IRuleBuilderOptions<T, int> PlausibleYear<T>(this IRuleBuilder<T, int> rule) =>
        rule.InclusiveBetween(Earliest.Year, Latest.Year).WithErrorCode("OUT_OF_RANGE");

    public static IRuleBuilderOptions<T, TEnum> KnownWord<T, TEnum>(this IRuleBuilder<T, TEnum> rule) =>
        rule.IsInEnum().WithErrorCode("UNKNOWN_VALUE");

    /// <summary>
    /// A unified social credit code. One whose digits leave doubt, as some lawful ones do, is taken where evidence comes with
    /// it; one that cannot be is refused.
    /// </summary>
    /// <param name="isConfirmed">Whether the request brings what settles it.</param>
    public static IRuleBuilderOptions<T, string?> CreditCode<T>(
        this IRuleBuilder<T, string?> rule,
        Func<T, bool> isConfirmed
    ) =>
        rule.Must(code => string.IsNullOrEmpty(code) || !Identifiers.CreditCode.Check(code).IsInvalid)
            .WithErrorCode("CREDIT_CODE_INVALID")
            .WithMessage(
                (_, code) => $"{CreditCodeWords.InWords()}{Identifiers.CreditCode.Check(code!).Told.InWords()}"
            )
            .Must(
                (sender, code) =>
                    string.IsNullOrEmpty(code)
                    || Identifiers.CreditCode.Check(code).Standing != IdentifierStanding.NeedsConfirmation
                    || isConfirmed(sender)
            )
            .WithErrorCode("CREDIT_CODE_NEEDS_CONFIRMATION")
            .WithMessage((_, code) => Identifiers.CreditCode.Check(code!).Told.InWords());

    /// <summary>A list of at most so many items, none of them null.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> Lines<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule,
        int most = MostLines
    ) =>
        rule.NotNull()
            .WithErrorCode("REQUIRED")
            .Must(lines => lines is null || lines.Count <= most)
            .WithErrorCode("TOO_MANY")
            .InWords($"不超过 {most} 项。", $"At most {most} entries.")
            .Must(lines => lines is null || lines.All(line => line is not null))
            .WithErrorCode("REQUIRED")
            .InWords("不得有空项。", "No entry may be empty.");

    private static IRuleBuilderOptions<T, Money> Within<T>(
        this IRuleBuilder<T, Money> rule,
        Money smallest,
        Money largest
    ) =>
        rule.Must(amount => amount >= smallest && amount <= largest)
            .WithErrorCode("OUT_OF_RANGE")
            .InWords(
                $"金额应在 {smallest} 元至 {largest} 元之间。",
                $"The amount lies between {smallest} and {largest} yuan."
            );
}
