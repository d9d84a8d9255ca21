using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Tests.Rules;

public sealed class RulesInForceTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly Parameter<int> Minimum = new("test.minimum", 6, ParameterAct.Interpretation, 5, "人数下限");

    private static readonly Rule<Attendance> EnoughExperts = new(
        "ENOUGH_EXPERTS",
        RuleKind.Refusal,
        6,
        Basis.Text("应当组织专家评审"),
        new("补足专家。", "Add experts."),
        (facts, parameters) => facts.Experts >= parameters.Of(Minimum),
        "招标投标法第三十七条"
    );

    private static readonly Rule<Funding> FundingAddsUp = new(
        "FUNDING_ADDS_UP",
        RuleKind.Refusal,
        12,
        Basis.Reading("INT-01", "各资金来源之和等于总投资"),
        new("使各来源之和等于总投资。", "Make the sources add up."),
        (facts, _) => facts.Sources.Sum() == facts.Total
    );

    [Fact]
    public void AskedBy_WhenAnActAsksOneMoreRule_ThenThatRuleIsListedTooAndNothingIsJudged()
    {
        var kept = new List<Judgement>();
        var rules = new RulesInForce(ParameterSnapshot.AtPromulgation, Today, kept.Add);
        Result Act(RulesInForce given, params IQuestion[] questions) => given.Judge(questions);

        var before = rules.AskedBy(given => Act(given, FundingAddsUp.On(Adding(2, 1))));
        var after = rules.AskedBy(given => Act(given, FundingAddsUp.On(Adding(2, 1)), EnoughExperts.On(new(0))));

        before.ShouldBe([new("FUNDING_ADDS_UP", 12)]);
        after.ShouldBe([new("ENOUGH_EXPERTS", 6), new("FUNDING_ADDS_UP", 12)]);
        kept.ShouldBeEmpty();
    }

    [Fact]
    public void AskedBy_WhenTheActsDoNotFollowEachOther_ThenIsABug()
    {
        var rules = new RulesInForce(ParameterSnapshot.AtPromulgation, Today);

        Should.Throw<InvalidOperationException>(() => rules.AskedBy(_ => Error.NotFound(new("甲", "one"))));
    }

    [Fact]
    public void Judge_WhenAllAreSatisfied_ThenSuccess()
    {
        var rules = new RulesInForce(ParameterSnapshot.AtPromulgation, Today);

        var outcome = rules.Judge(EnoughExperts.On(new(5)), FundingAddsUp.On(Adding(1, 1)));

        outcome.IsFailure.ShouldBeFalse();
    }

    [Fact]
    public void Judge_WhenNothingIsAsked_ThenSuccess() =>
        new RulesInForce(ParameterSnapshot.AtPromulgation, Today).Judge().IsFailure.ShouldBeFalse();

    [Fact]
    public void Judge_WhenSeveralAreViolated_ThenAllReasonsAtOnceInTheOrderAsked()
    {
        var rules = new RulesInForce(ParameterSnapshot.AtPromulgation, Today);

        var outcome = rules.Judge(
            FundingAddsUp.On(Adding(1, 2)),
            FundingAddsUp.On(Adding(1, 1)),
            EnoughExperts.On(new(4))
        );

        outcome.Failure.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Refused);
        outcome.Failure!.Codes.ShouldBe(["FUNDING_ADDS_UP", "ENOUGH_EXPERTS"]);
    }

    [Fact]
    public void Judge_WhenViolated_ThenTheReasonTellsArticleBasisFactsAndRemedy()
    {
        var rules = new RulesInForce(ParameterSnapshot.AtPromulgation, Today);

        var violation = rules.Judge(EnoughExperts.On(new(4))).Failure!.Violations.ShouldHaveSingleItem();

        (violation.Code, violation.Kind, violation.Article, violation.BasisKind).ShouldBe(
            ("ENOUGH_EXPERTS", RuleKind.Refusal, 6, BasisKind.Text)
        );
        violation.Basis.Chinese.ShouldBe("依据第六条");
        violation.QuotedText.ShouldBe("应当组织专家评审");
        violation.AlsoCites.ShouldBe(["招标投标法第三十七条"]);
        violation.Remedy.Chinese.ShouldBe("补足专家。");
        violation.RuleVersion.ShouldBe(1);
        violation.Facts.GetRawText().ShouldBe("""{"experts":4}""");
    }

    [Fact]
    public void VerdictsOn_WhenAnActIsBegunForItsVerdicts_ThenItStopsAtItsFirstJudgingAndChangesNothing()
    {
        var changed = false;
        Result Act(RulesInForce rules)
        {
            var judged = rules.Judge(EnoughExperts.On(new(5)), FundingAddsUp.On(Adding(1, 2)));
            if (!judged.IsFailure)
            {
                changed = true;
            }

            return judged;
        }

        RulesInForce
            .VerdictsOn(Act, ParameterSnapshot.AtPromulgation, Today)
            .Select(one => (one.Rule, one.Satisfied))
            .ShouldBe([("ENOUGH_EXPERTS", true), ("FUNDING_ADDS_UP", false)]);
        RulesInForce
            .VerdictsOn(
                rules =>
                {
                    var judged = rules.Judge(EnoughExperts.On(new(5)));
                    changed |= !judged.IsFailure;
                    judged.Failure!.Code.ShouldBe("NOT_CARRIED_OUT");
                    return judged;
                },
                ParameterSnapshot.AtPromulgation,
                Today
            )
            .ShouldHaveSingleItem()
            .Satisfied.ShouldBeTrue();
        changed.ShouldBeFalse();
    }

    [Fact]
    public void Today_WhenAsked_ThenTheLegalDateOfTheAct() =>
        new RulesInForce(ParameterSnapshot.AtPromulgation, Today).Today.ShouldBe(Today);

    [Theory]
    [InlineData(BasisKind.Control, true)]
    [InlineData(BasisKind.Text, false)]
    [InlineData(BasisKind.Reading, false)]
    [InlineData(BasisKind.HigherLaw, false)]
    public void IsSatisfied_WhenTheRuleIsSwitchedOff_ThenOnlyAControlStopsNobody(BasisKind kind, bool satisfied)
    {
        Basis[] bases =
        [
            Basis.Text("原文"),
            Basis.Reading("INT-01", "解释"),
            Basis.HigherLaw(new("法", "law"), "原文"),
            Basis.Control("控制"),
        ];
        Rule<Attendance> rule = new(
            "ENOUGH_EXPERTS",
            RuleKind.Refusal,
            6,
            bases.Single(basis => basis.Kind == kind),
            new("补足专家。", "Add experts."),
            (facts, _) => facts.Experts >= 5
        );
        var off = ParameterSnapshot.AtPromulgation.With([], [new SwitchedControl("ENOUGH_EXPERTS", IsOff: true)]);
        var other = ParameterSnapshot.AtPromulgation.With([], [new SwitchedControl("OTHER", IsOff: true)]);

        rule.IsSatisfied(new(4), off).ShouldBe(satisfied);
        rule.IsSatisfied(new(5), off).ShouldBeTrue();
        rule.IsSatisfied(new(4), other).ShouldBeFalse();
    }

    [Fact]
    public void Interpretation_WhenABasisIsAReading_ThenItIsNamedAndElseNone()
    {
        Basis.Reading("INT-01", "解释").Interpretation.ShouldBe("INT-01");
        Basis.Text("原文").Interpretation.ShouldBeNull();
    }

    [Fact]
    public void Judge_WhenFactsHoldMoney_ThenTheyAreToldAsStringsInYuan()
    {
        var rules = new RulesInForce(ParameterSnapshot.AtPromulgation, Today);

        var violation = rules.Judge(FundingAddsUp.On(Adding(1, 2))).Failure!.Violations[0];

        violation.Facts.GetRawText().ShouldBe("""{"total":"1.00","sources":["2.00"]}""");
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void Judge_WhenTheParameterWasChanged_ThenTheVersionInForceDecides(int minimum, bool satisfied)
    {
        var rules = new RulesInForce(ParameterSnapshot.AtPromulgation.With(Minimum, minimum), Today);

        rules.Judge(EnoughExperts.On(new(5))).IsFailure.ShouldBe(!satisfied);
    }

    [Fact]
    public void Judge_WhenAsked_ThenEveryVerdictIsKeptWithItsFactsAndVersion()
    {
        var kept = new List<Judgement>();
        var rules = new RulesInForce(ParameterSnapshot.AtPromulgation.With(Minimum, 6), Today, kept.Add);

        rules.Judge(EnoughExperts.On(new(5)), FundingAddsUp.On(Adding(3, 3))).IsFailure.ShouldBeTrue();

        kept.Select(one => (one.Rule, one.Satisfied, one.RuleVersion, one.Facts.GetRawText()))
            .ShouldBe([
                ("ENOUGH_EXPERTS", false, 2, """{"experts":5}"""),
                ("FUNDING_ADDS_UP", true, 2, """{"total":"3.00","sources":["3.00"]}"""),
            ]);
    }

    [Theory]
    [InlineData(6, "依据第六条", "Under article 6")]
    [InlineData(44, "依据第四十四条", "Under article 44")]
    public void Statement_WhenTheTextSaysIt_ThenTheArticle(int article, string chinese, string english) =>
        Basis.Text("原文").Statement(article).ShouldBe(new LocalizedText(chinese, english));

    [Fact]
    public void Statement_WhenAReading_ThenItIsSaidToBeOne() =>
        Basis
            .Reading("INT-01", "解释")
            .Statement(12)
            .ShouldBe(new LocalizedText("依据对第十二条的解释 INT-01", "Under interpretation INT-01 of article 12"));

    [Fact]
    public void Statement_WhenAHigherLaw_ThenThatLawAndNotTheArticle() =>
        Basis
            .HigherLaw(new("《招标投标法》第三条", "article 3 of the Bidding Law"), "必须进行招标")
            .Statement(15)
            .ShouldBe(new LocalizedText("依据《招标投标法》第三条", "Under article 3 of the Bidding Law"));

    [Fact]
    public void Statement_WhenAControl_ThenItIsNotAscribedToTheArticle() =>
        Basis
            .Control("双人复核")
            .Statement(20)
            .ShouldBe(new LocalizedText("内部控制要求（服务于第二十条）", "Internal control in service of article 20"));

    [Fact]
    public void Kind_WhenEachBasis_ThenItsOwn()
    {
        Basis[] bases =
        [
            Basis.Text("原文"),
            Basis.Reading("INT-01", "解释"),
            Basis.HigherLaw(new("法", "law"), "原文"),
            Basis.Control("控制"),
        ];

        bases
            .Select(basis => basis.Kind)
            .ShouldBe([BasisKind.Text, BasisKind.Reading, BasisKind.HigherLaw, BasisKind.Control]);
    }

    private static Funding Adding(long total, params long[] sources) =>
        new(Money.FromYuan(total), [.. sources.Select(Money.FromYuan)]);

    internal sealed record Attendance(int Experts);

    internal sealed record Funding(Money Total, IReadOnlyList<Money> Sources);
}
