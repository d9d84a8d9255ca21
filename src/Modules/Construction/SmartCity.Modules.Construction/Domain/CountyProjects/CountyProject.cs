using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Domain.CountyProjects;

/// <summary>What a county says of a project when it registers it.</summary>
/// <param name="Budget">Null as long as the county's budget does not name the project.</param>
internal sealed record CountyProjectText(
    string Name,
    CountyProjectKind Kind,
    string ConstructingUnit,
    Money TotalInvestment,
    CountyBudgetLine? Budget
);

/// <summary>
/// A county's own project from its registration to the start of construction (article 12). The gates of municipal
/// projects do not bind it (INT-28). Its filing has states of its own.
/// </summary>
[ObjectName("county-project", "县级项目", "county project")]
internal sealed class CountyProject : AggregateRoot<CountyProjectId>
{
    private const int NumberLength = 22;

    private readonly List<CountyFiling> filings = [];

    private CountyProject() { }

    /// <summary>县级项目编号: unique; its order is the order of registration.</summary>
    public string Number { get; private init; } = "";

    public CountyProjectState State { get; private set; }

    /// <summary>The administrative division code of the county, which is that of the office that registered it.</summary>
    public string County { get; private init; } = "";

    public string Name { get; private init; } = "";

    public CountyProjectKind Kind { get; private init; }

    public string ConstructingUnit { get; private init; } = "";

    public Money TotalInvestment { get; private set; }

    public int? BudgetYear { get; private set; }

    public string? BudgetDocumentNumber { get; private set; }

    /// <summary>Zero where the budget does not name the project.</summary>
    public Money BudgetAmount { get; private set; }

    public AccountId RegisteredBy { get; private init; }

    public DateOnly RegisteredOn { get; private init; }

    public CountyTender? Tender { get; private set; }

    public IReadOnlyList<CountyFiling> Filings => filings;

    // Beside the submissions for lists and filters in SQL; set only together with the last of them.
    public CountyFilingState? Filing { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    public AccountId? StartedBy { get; private set; }

    public CountyBudgetLine? Budget =>
        BudgetYear is { } year && BudgetDocumentNumber is { } number ? new(year, number, BudgetAmount) : null;

    public CountyFiling? LastFiling => filings.MaxBy(filing => filing.Number);

    public static CountyProject Register(
        CountyProjectId id,
        string county,
        CountyProjectText text,
        AccountId by,
        RulesInForce rules
    )
    {
        var project = new CountyProject
        {
            Id = id,
            // The id begins with the time, so the number does.
            Number = $"XJ{id.Value:N}"[..NumberLength].ToUpperInvariant(),
            State = CountyProjectState.Registered,
            County = county,
            Name = text.Name,
            Kind = text.Kind,
            ConstructingUnit = text.ConstructingUnit,
            RegisteredBy = by,
            RegisteredOn = rules.Today,
        };
        project.Plan(text.TotalInvestment, text.Budget);
        return project;
    }

    /// <summary>Corrects the total investment and the budget line before construction starts.</summary>
    public Result Amend(Money totalInvestment, CountyBudgetLine? budget) =>
        BeforeStart()
            .Then(() =>
            {
                Plan(totalInvestment, budget);
                return Result.Success;
            });

    /// <summary>已登记 → 已招标.</summary>
    public Result RecordTender(CountyTenderText text, AccountId by, RulesInForce rules) =>
        From(CountyProjectState.Registered)
            .Then(() => rules.Judge(Article12.CountyDateImplausible.On(new(text.TenderedOn, rules.Today))))
            .Then(() =>
            {
                Tender = CountyTender.Record(text, by);
                State = CountyProjectState.TenderRecorded;
                return Result.Success;
            });

    /// <summary>未报送, 材料不全退回 → 已报送.</summary>
    public Result SubmitFiling(CountyFilingText text, AccountId by, RulesInForce rules) =>
        FilingFrom(null, CountyFilingState.ReturnedIncomplete)
            .Then(() => rules.Judge(Article12.CountyDateImplausible.On(new(text.SubmittedOn, rules.Today))))
            .Then(() =>
            {
                filings.Add(CountyFiling.Submit(filings.Count + 1, text, by));
                Filing = CountyFilingState.Submitted;
                return Result.Success;
            });

    /// <summary>已报送 → 已备案.</summary>
    public Result File(string receiptNumber, AccountId by, RulesInForce rules) =>
        FilingFrom(CountyFilingState.Submitted)
            .Then(() =>
            {
                LastFiling!.File(receiptNumber, rules.Today, by);
                Filing = CountyFilingState.Filed;
                return Result.Success;
            });

    /// <summary>已报送 → 材料不全退回.</summary>
    /// <param name="missing">What is missing.</param>
    public Result ReturnFilingIncomplete(string missing, AccountId by, RulesInForce rules) =>
        FilingFrom(CountyFilingState.Submitted)
            .Then(() =>
            {
                LastFiling!.ReturnIncomplete(missing, rules.Today, by);
                Filing = CountyFilingState.ReturnedIncomplete;
                return Result.Success;
            });

    /// <summary>已登记, 已招标 → 建设中, through every gate of article 12 at once.</summary>
    public Result Start(DateOnly startedOn, AccountId by, RulesInForce rules) =>
        BeforeStart()
            .Then(() => rules.Judge(StartQuestions(startedOn, rules.Today)))
            .Then(() =>
            {
                (State, StartedOn, StartedBy) = (CountyProjectState.UnderConstruction, startedOn, by);
                return Result.Success;
            });

    private IEnumerable<IQuestion> StartQuestions(DateOnly startedOn, DateOnly today)
    {
        var filedOn = Filing == CountyFilingState.Filed ? LastFiling!.HandledOn : null;
        return
        [
            Article12.CountyNotBudgeted.On(new(BudgetYear, BudgetDocumentNumber, BudgetAmount)),
            Article12.CountyTenderRequired.On(new(TotalInvestment, Tender?.TenderedOn, startedOn)),
            Article12.CountyFilingMissing.On(new(TotalInvestment, Filing, filedOn, startedOn)),
            Article12.CountyDateImplausible.On(new(startedOn, today)),
        ];
    }

    private void Plan(Money totalInvestment, CountyBudgetLine? budget)
    {
        TotalInvestment = totalInvestment;
        (BudgetYear, BudgetDocumentNumber) = (budget?.Year, budget?.DocumentNumber);
        BudgetAmount = budget?.Amount ?? Money.Zero;
    }

    private Result BeforeStart() => From(CountyProjectState.Registered, CountyProjectState.TenderRecorded);

    private Result From(params ReadOnlySpan<CountyProjectState> legal) =>
        legal.Contains(State)
            ? Result.Success
            : Error.IllegalTransition(
                new(
                    $"县级项目现处于“{CountyWords.InChinese(State)}”，不能办理此项。",
                    $"The county project is in state {State}, which does not know this act."
                )
            );

    private Result FilingFrom(params ReadOnlySpan<CountyFilingState?> legal) =>
        legal.Contains(Filing)
            ? Result.Success
            : Error.IllegalTransition(
                new(
                    $"实施方案备案现处于“{CountyWords.InChinese(Filing)}”，不能办理此项。",
                    $"The filing is in state {Filing?.ToString() ?? "not submitted"}, which does not know this act."
                )
            );
}
