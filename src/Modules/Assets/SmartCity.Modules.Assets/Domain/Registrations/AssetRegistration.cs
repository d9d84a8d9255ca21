using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Domain.Registrations;

/// <summary>The project whose assets are to be registered, and the acceptance that this rests on.</summary>
/// <param name="Pass">1 for the project's first passed acceptance; 2 and more for one after a revocation.</param>
internal sealed record AcceptedProject(
    DeclarationId Declaration,
    AcceptanceId Acceptance,
    int Pass,
    string ProjectName,
    UnitId LeadUnit,
    string LeadUnitName,
    DateOnly PassedOn
);

/// <summary>
/// What one accepted project leaves on the ledger: the frozen lines of its contracts, and cards up to their value
/// (article 38). It is complete when the cards' value equals the capitalised value to the fen.
/// </summary>
[ObjectName("asset-registration", "资产登记", "asset registration")]
internal sealed class AssetRegistration : AggregateRoot<AssetRegistrationId>
{
    internal const int NumberLength = 22;

    private readonly List<RegistrationLine> lines = [];

    private AssetRegistration() { }

    /// <summary>登记编号</summary>
    public string Number { get; private init; } = "";

    public DeclarationId Declaration { get; private init; }

    public AcceptanceId Acceptance { get; private init; }

    /// <summary>1 for the project's first passed acceptance; 2 and more for one after a revocation.</summary>
    public int Pass { get; private init; }

    public string ProjectName { get; private init; } = "";

    public UnitId LeadUnit { get; private init; }

    public string LeadUnitName { get; private init; } = "";

    public DateOnly PassedOn { get; private init; }

    /// <summary>The last day on which the registration counts as timely; it rolls past days off (INT-34).</summary>
    public DateOnly DueOn { get; private set; }

    public RegistrationState State { get; private set; }

    /// <summary>The sum of the lines that need cards.</summary>
    public Money CapitalisedValue { get; private init; }

    /// <summary>The sum of the cards on the ledger.</summary>
    public Money RegisteredValue { get; private set; }

    public DateOnly? CompletedOn { get; private set; }

    public string? VoidBecause { get; private set; }

    public DateOnly? VoidedOn { get; private set; }

    public IReadOnlyList<RegistrationLine> Lines => lines;

    /// <summary>
    /// Opens it with the lines of the contracts in force. Where all of them are expenses there is nothing to register and
    /// it is complete at once; where no line is known at all it stays open, so that no payment passes by mistake.
    /// </summary>
    public static AssetRegistration Open(
        AssetRegistrationId id,
        AcceptedProject project,
        IReadOnlyList<ContractedLine> contracted,
        RulesInForce rules,
        WorkingCalendar calendar
    )
    {
        var frozen = contracted.Select(RegistrationLine.Freeze).ToList();
        var registration = new AssetRegistration
        {
            Id = id,
            Number = $"DJ{id.Value:N}"[..NumberLength].ToUpperInvariant(),
            Declaration = project.Declaration,
            Acceptance = project.Acceptance,
            Pass = project.Pass,
            ProjectName = project.ProjectName,
            LeadUnit = project.LeadUnit,
            LeadUnitName = project.LeadUnitName,
            PassedOn = project.PassedOn,
            CapitalisedValue = frozen.Where(line => line.NeedsCard).Select(line => line.Amount).Sum(),
        };
        registration.lines.AddRange(frozen);
        registration.StartClock(rules.Parameters, calendar);
        if (frozen.Count > 0)
        {
            registration.CompleteWhereAllIsRegistered(rules.Today);
        }

        return registration;
    }

    /// <summary>Makes a card from a line; several cards may split a line, never above its amount.</summary>
    /// <param name="custodian">What Security says of the account named; null where none is named or known.</param>
    public Result<AssetCard> Register(
        AssetCardId id,
        CardText text,
        NamedCustodian? custodian,
        AccountId by,
        RulesInForce rules
    )
    {
        if (State != RegistrationState.Open)
        {
            return Error.IllegalTransition(
                new(
                    "资产登记不在登记中，不能再登记卡片。",
                    "The registration is not open; no further card can be made from it."
                )
            );
        }

        var line = lines.Find(one => one.Contract == text.Contract && one.Number == text.LineNumber);
        var judged = rules.Judge(QuestionsOn(line, text, custodian));
        if (judged.IsFailure)
        {
            return judged.Failure;
        }

        line!.Put(text.Value);
        RegisteredValue += text.Value;
        CompleteWhereAllIsRegistered(rules.Today);
        return AssetCard.Make(id, this, line, text, custodian!, by, rules.Today);
    }

    /// <summary>Strikes a card of this registration off as entered in error; what was complete is open again.</summary>
    public Result StrikeOff(AssetCard card, string reason, AccountId by, RulesInForce rules, WorkingCalendar calendar)
    {
        if (State == RegistrationState.Void)
        {
            return Error.IllegalTransition(
                new("资产登记已失效，其卡片已全部注销。", "The registration is void and its cards are struck off.")
            );
        }

        var struck = card.StrikeOff(reason, by, rules.Today);
        if (struck.IsFailure)
        {
            return struck;
        }

        lines.Single(line => line.Contract == card.Contract && line.Number == card.LineNumber).TakeBack(card.Value);
        RegisteredValue -= card.Value;
        if (State == RegistrationState.Complete)
        {
            Reopen(reason, rules.Today);
            StartClock(rules.Parameters, calendar);
        }

        return Result.Success;
    }

    /// <summary>
    /// The acceptance was revoked: what rested on it falls, the cards included. A later pass opens a registration anew.
    /// </summary>
    /// <param name="cards">All cards of this registration that are on the ledger.</param>
    public Result Void(string reason, IEnumerable<AssetCard> cards, DateOnly on)
    {
        if (State == RegistrationState.Void)
        {
            return Error.IllegalTransition(new("资产登记已经失效。", "The registration is void already."));
        }

        if (State == RegistrationState.Complete)
        {
            Reopen(reason, on);
        }

        Entail(AssetsClocks.Registration.Lapse(reason));
        (State, VoidBecause, VoidedOn) = (RegistrationState.Void, reason, on);
        foreach (var card in cards)
        {
            card.StrikeOff(reason, null, on);
            lines.Single(line => line.Contract == card.Contract && line.Number == card.LineNumber).TakeBack(card.Value);
            RegisteredValue -= card.Value;
        }

        return Result.Success;
    }

    private IEnumerable<IQuestion> QuestionsOn(RegistrationLine? line, CardText text, NamedCustodian? custodian)
    {
        yield return Article38.AssetOriginRequired.On(new(text.LineNumber, line is not null, line?.NeedsCard ?? false));
        yield return Article40.CustodianRequired.On(Article40.CustodianFacts.Of(custodian, LeadUnit));
        if (line is { NeedsCard: true })
        {
            yield return Article38.CardOverLine.On(new(line.Amount, line.Registered, text.Value));
        }
    }

    private void CompleteWhereAllIsRegistered(DateOnly on)
    {
        if (RegisteredValue != CapitalisedValue)
        {
            return;
        }

        (State, CompletedOn) = (RegistrationState.Complete, on);
        Entail(AssetsClocks.Registration.Meet());
        Announce(new AssetsRegistered(Id, Declaration.Value, RegisteredValue.Fen, on));
    }

    /// <summary>A calendar has moved the last day.</summary>
    public void MoveDueDay(ClockMove move) => DueOn = move.DueOn;

    // What is open again is due by the same day as before, unless that has moved while no clock ran. The clock and the day
    // that is shown count by the same calendar, so that a later one moves both.
    private void StartClock(ParameterSnapshot parameters, WorkingCalendar calendar)
    {
        var clock = AssetsClocks.Registration.Start(
            PassedOn,
            parameters.Of(Article38.RegistrationDays),
            new(LeadUnit.Value, ProjectName),
            parameters
        ) with
        {
            CountedBy = calendar,
        };
        Entail(clock);
        DueOn = clock.DueOnBy(calendar);
    }

    private void Reopen(string reason, DateOnly on)
    {
        (State, CompletedOn) = (RegistrationState.Open, null);
        Announce(new RegistrationReopened(Id, Declaration.Value, reason, on));
    }
}
