using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Modules.Approval.Domain.TakingOver;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Declarations;

// A project that ran before the city began to keep it here enters in mid-life.
internal sealed partial class Declaration
{
    /// <summary>Null for a project that went all its way here.</summary>
    public TakeOver? TakeOver { get; private init; }

    /// <summary>The ceiling of all that follows; zero until the review passed.</summary>
    public Money ReviewedBudget =>
        !HasPassedReview ? Money.Zero : TakeOver?.ReviewedBudget ?? CurrentRound!.Conclusion!.ReviewedBudget;

    /// <summary>The day on which the passing conclusion was decided.</summary>
    public DateOnly? ReviewPassedOn =>
        !HasPassedReview ? null : TakeOver?.ReviewPassedOn ?? CurrentRound!.Conclusion!.DecidedOn;

    /// <summary>What finance was asked for: together it arranges no more.</summary>
    public Money Reported => FinanceReport?.Amount ?? TakeOver?.Reported ?? Money.Zero;

    /// <summary>What was paid before the take-over; every later payment counts it.</summary>
    public Money PaidBefore => TakeOver?.Paid ?? Money.Zero;

    /// <summary>
    /// Enters a running project in the stage it stands in. What is told of it must be possible together; the gates before
    /// the stage are not judged and are kept as such. Every later gate is judged as for everyone.
    /// </summary>
    public static Result<Declaration> TakeUp(
        DeclarationId id,
        LeadUnit lead,
        DeclarationSheet sheet,
        RunningProject project,
        ActingFor actor,
        RulesInForce rules
    )
    {
        var questions = TakeOverQuestions.Of(lead, sheet, project, rules.Today);
        var judged = questions.Select(question => question.Rule.Code).ToHashSet();
        IReadOnlyList<UnjudgedRule> notJudged =
        [
            .. EarlierGates.Of(lead, sheet, project, rules).Where(rule => !judged.Contains(rule.Rule)),
        ];
        var verdict = rules.Judge([
            .. questions,
            Article05.TakeOverBasisMissing.On(
                new(project.OfficeNumber, project.Stage, project.BasisDocumentNumber, notJudged)
            ),
        ]);
        if (verdict.IsFailure)
        {
            return verdict.Failure;
        }

        var declaration = new Declaration
        {
            Id = id,
            // The id begins with the time, so the number does.
            Number = $"SB{id.Value:N}"[..NumberLength].ToUpperInvariant(),
            State = sheet.FiscalShare().IsPositive ? DeclarationState.FundArranged : DeclarationState.ReviewPassed,
            LeadUnit = lead.Unit,
            LeadUnitName = lead.Name,
            DraftedBy = actor.Account,
            DraftedOn = rules.Today,
            TakeOver = TakeOver.Of(project, lead.Unit, notJudged, actor.Account),
        };
        declaration.Fill(sheet);
        declaration.Announce(declaration.TakenOver(project));
        return declaration;
    }

    private ProjectTakenOver TakenOver(RunningProject project) =>
        new(
            Id,
            project.OfficeNumber,
            project.Stage.ToString(),
            ProjectName,
            LeadUnit.Value,
            project.TakenOverOn,
            project.BasisDocumentNumber!,
            project.Contract is { } contract ? Told(contract) : null,
            project.StartedOn,
            project.BuiltOn
        );

    private static TakenOverContract Told(RunningContract contract) =>
        new(
            contract.Number,
            contract.SignedOn,
            contract.Contractor.Value,
            contract.Form.ToString(),
            contract.BuildTransferBasis,
            [
                .. contract.Lines.Select(line => new TakenOverContractLine(
                    line.Name,
                    line.Class.ToString(),
                    line.Quantity,
                    line.QuantityUnit,
                    line.Amount.Fen
                )),
            ],
            contract.Retention.Fen,
            contract.WarrantyMonths,
            contract.Payee.Name,
            contract.Payee.Bank,
            contract.Payee.Account
        );
}
