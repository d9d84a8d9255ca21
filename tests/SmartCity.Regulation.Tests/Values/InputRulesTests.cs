using System.Globalization;
using FluentValidation;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Tests.Values;

/// <summary>What a field of each kind takes, on both sides of its bounds.</summary>
public sealed class InputRulesTests
{
    private static readonly Field<string?> Text = new(rule => rule.Text(InputRules.ShortText));
    private static readonly Field<string?> Required = new(rule => rule.RequiredText(InputRules.ShortText));
    private static readonly Field<string?> LongText = new(rule => rule.Text(InputRules.LongText));
    private static readonly Field<Money> Amount = new(rule => rule.Amount());
    private static readonly Field<Money> PositiveAmount = new(rule => rule.PositiveAmount());
    private static readonly Field<Money> Total = new(rule => rule.Total());
    private static readonly Field<DateOnly> Date = new(rule => rule.PlausibleDate());
    private static readonly Field<DateOnly?> DateIfAny = new(rule => rule.PlausibleDate());
    private static readonly Field<int> Year = new(rule => rule.PlausibleYear());
    private static readonly Field<DayOfWeek> Word = new(rule => rule.KnownWord());
    private static readonly Field<IReadOnlyList<string>> Lines = new(rule => rule.Lines(2));

    [Theory]
    [InlineData(0, "REQUIRED")]
    [InlineData(1, "")]
    [InlineData(200, "")]
    [InlineData(201, "TOO_LONG")]
    public void RequiredText_WhenOfThisLength_ThenFromOneToTheLongest(int length, string code) =>
        Required.Judge(new string('字', length)).ShouldBe(code);

    [Theory]
    [InlineData(null, "", "")]
    [InlineData("某单位", "", "")]
    [InlineData("某\u0007单位", "UNPRINTABLE", "UNPRINTABLE")]
    [InlineData("某\n单位", "UNPRINTABLE", "")]
    public void Text_WhenItHoldsThisCharacter_ThenOnlyALongOneHasLines(string? text, string ofShort, string ofLong)
    {
        Text.Judge(text).ShouldBe(ofShort);
        LongText.Judge(text).ShouldBe(ofLong);
    }

    [Theory]
    [InlineData(-1, "OUT_OF_RANGE", "OUT_OF_RANGE", "OUT_OF_RANGE")]
    [InlineData(0, "", "OUT_OF_RANGE", "")]
    [InlineData(1, "", "", "")]
    [InlineData(100_000_000_000, "", "", "")]
    [InlineData(100_000_000_001, "OUT_OF_RANGE", "OUT_OF_RANGE", "")]
    [InlineData(10_000_000_000_000, "OUT_OF_RANGE", "OUT_OF_RANGE", "")]
    [InlineData(10_000_000_000_001, "OUT_OF_RANGE", "OUT_OF_RANGE", "OUT_OF_RANGE")]
    public void Amounts_WhenOfSoManyFen_ThenALineUpToABillionYuanAndATotalOfAHundredSuch(
        long fen,
        string amount,
        string positive,
        string total
    )
    {
        Amount.Judge(Money.FromFen(fen)).ShouldBe(amount);
        PositiveAmount.Judge(Money.FromFen(fen)).ShouldBe(positive);
        Total.Judge(Money.FromFen(fen)).ShouldBe(total);
    }

    [Theory]
    [InlineData("1999-12-31", "OUT_OF_RANGE")]
    [InlineData("2000-01-01", "")]
    [InlineData("2100-12-31", "")]
    [InlineData("2101-01-01", "OUT_OF_RANGE")]
    public void PlausibleDate_WhenOfThisDay_ThenWithinTheTwoCenturies(string day, string code)
    {
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        Date.Judge(date).ShouldBe(code);
        DateIfAny.Judge(date).ShouldBe(code);
        Year.Judge(date.Year).ShouldBe(code);
    }

    [Fact]
    public void PlausibleDate_WhenThereIsNoneAndNoneIsAskedFor_ThenTaken() => DateIfAny.Judge(null).ShouldBe("");

    [Theory]
    [InlineData(6, "")]
    [InlineData(7, "UNKNOWN_VALUE")]
    public void KnownWord_WhenItIsNone_ThenRefused(int word, string code) => Word.Judge((DayOfWeek)word).ShouldBe(code);

    [Theory]
    [InlineData(0, "")]
    [InlineData(2, "")]
    [InlineData(3, "TOO_MANY")]
    public void Lines_WhenThereAreSoMany_ThenUpToTheMost(int count, string code) =>
        Lines.Judge([.. Enumerable.Repeat("一项", count)]).ShouldBe(code);

    [Fact]
    public void Lines_WhenTheListOrAnEntryIsMissing_ThenRequired()
    {
        Lines.Judge(null!).ShouldBe("REQUIRED");
        Lines.Judge(["一项", null!]).ShouldBe("REQUIRED");
    }

    // Valid; given in an early pilot, so that only evidence tells it from a slip; and no code at all.
    [Theory]
    [InlineData(null, false, "")]
    [InlineData("", false, "")]
    [InlineData("91350100M000100Y43", false, "")]
    [InlineData("91350211M0000XUF46", false, "CREDIT_CODE_NEEDS_CONFIRMATION")]
    [InlineData("91350211M0000XUF46", true, "")]
    [InlineData("91350100M000100Y4", false, "CREDIT_CODE_INVALID")]
    [InlineData("91350100M000100Y4", true, "CREDIT_CODE_INVALID")]
    public void CreditCode_WhenEvidenceComesWithItOrNot_ThenItSettlesDoubtAndNoError(
        string? value,
        bool isConfirmed,
        string code
    ) => new Field<string?>(rule => rule.CreditCode(_ => isConfirmed)).Judge(value).ShouldBe(code);

    private sealed record Request<TValue>(TValue Value);

    private sealed class Field<TValue> : AbstractValidator<Request<TValue>>
    {
        public Field(Action<IRuleBuilderInitial<Request<TValue>, TValue>> rule) => rule(RuleFor(one => one.Value));

        /// <summary>The codes of what is wrong, empty where nothing is.</summary>
        public string Judge(TValue value) =>
            string.Join(' ', Validate(new Request<TValue>(value)).Errors.Select(error => error.ErrorCode));
    }
}
