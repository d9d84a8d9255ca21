using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Domain.Buildings;

/// <summary>
/// The building of a project from its tender to the built system (articles 8, 10 and 11; for services, the doing of the
/// work). A project has one at a time; another can follow when the contract was terminated.
/// </summary>
[ObjectName("building", "项目建设", "building")]
internal sealed partial class Building : AggregateRoot<BuildingId>
{
    private readonly List<BuildingUnit> participants = [];
    private readonly List<Bid> bids = [];
    private readonly List<AssignedExpert> experts = [];

    private Building() { }

    /// <summary>建设编号: unique; its order is the order of opening.</summary>
    public string Number { get; private init; } = "";

    public BuildingState State { get; private set; }

    public DeclarationId Declaration { get; private init; }

    /// <summary>The declaration again while this building is the one of its project, null afterwards; unique.</summary>
    public DeclarationId? LiveDeclaration { get; private set; }

    public string DeclarationNumber { get; private init; } = "";

    public string ProjectName { get; private init; } = "";

    public ProjectKind Kind { get; private init; }

    /// <summary>True where trial, assets and warranty do not apply (INT-25).</summary>
    public bool IsService { get; private init; }

    public UnitId LeadUnit { get; private init; }

    /// <summary>As declared, when it was last asked for.</summary>
    public Money TotalInvestment { get; private set; }

    public Money ReviewedBudget { get; private set; }

    /// <summary>Null where the project was taken over with its contract.</summary>
    public Tender? Tender { get; private init; }

    public Award? Award { get; private set; }

    /// <summary>The unit of the awarded contractor.</summary>
    public UnitId? AwardedTo { get; private set; }

    public Contract? Contract { get; private set; }

    public WorkingGroup? WorkingGroup { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    public DateOnly? BuiltOn { get; private set; }

    public string? BuiltStatement { get; private set; }

    /// <summary>Why it was abandoned or terminated.</summary>
    public string? EndedBecause { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public IReadOnlyList<BuildingUnit> Participants => participants;

    public IReadOnlyList<Bid> Bids => bids;

    public IReadOnlyList<AssignedExpert> Experts => experts;

    public static Result<Building> OpenTender(BuildingId id, Project project, Tender tender, RulesInForce rules)
    {
        var verdict = rules.Judge(
            Article08.TenderBeforeReview.On(
                new(project.Name, project.ReviewPassed, project.IsCancelled, project.ReviewPassedOn, tender.PublishedOn)
            ),
            Article08.TenderBeforeFundArranged.On(new(project.FiscalShare, project.Arranged)),
            Article08.TenderCeilingOverBudget.On(new(tender.Ceiling, project.ReviewedBudget)),
            Article08.DateImplausible.On(new(tender.PublishedOn, DateOnly.MinValue, rules.Today))
        );
        if (verdict.IsFailure)
        {
            return verdict.Failure;
        }

        var building = new Building
        {
            Id = id,
            // The id begins with the time, so the number does.
            Number = $"JS{id.Value:N}"[..NumberLength].ToUpperInvariant(),
            State = BuildingState.Tendering,
            Declaration = project.Declaration,
            LiveDeclaration = project.Declaration,
            DeclarationNumber = project.Number,
            ProjectName = project.Name,
            Kind = project.Kind!.Value,
            IsService = project.IsService,
            LeadUnit = project.LeadUnit,
            Tender = tender,
        };
        building.participants.AddRange(project.ParticipatingUnits.Distinct().Select(BuildingUnit.Of));
        building.Remember(project);
        return building;
    }

    /// <summary>Records a bid; whether the bidder is qualified is judged on the day of the bid (article 10).</summary>
    /// <param name="demanded">The codes of the recognised kinds in force on that day.</param>
    public Result RecordBid(
        BidId id,
        Contractor bidder,
        IReadOnlyList<string> demanded,
        Money amount,
        DateOnly submittedOn,
        RulesInForce rules
    ) =>
        From(BuildingState.Tendering)
            .Then(() =>
                rules.Judge(
                    Article08.BidAlreadyRecorded.On(new(bidder.Name, bids.Exists(one => one.Contractor == bidder.Id))),
                    Article08.BidOverCeiling.On(new(amount, Tender!.Ceiling)),
                    Article08.DateImplausible.On(
                        new(submittedOn, Tender.PublishedOn, Earlier(Tender.ClosesOn, rules.Today))
                    ),
                    Article10.ContractorNotQualified.On(bidder.QualificationOn(submittedOn, demanded))
                )
            )
            .Then(() =>
            {
                bids.Add(
                    new()
                    {
                        Id = id,
                        Contractor = bidder.Id,
                        ContractorUnit = bidder.Unit,
                        ContractorName = bidder.Name,
                        Amount = amount,
                        SubmittedOn = submittedOn,
                    }
                );
                return Result.Success;
            });

    /// <summary>
    /// 招标中 → 已中标, once bids are taken no more. A certificate that expires on the day of the award still counts.
    /// </summary>
    public Result GiveAward(
        Bid bid,
        Contractor bidder,
        IReadOnlyList<string> demanded,
        string noticeNumber,
        DateOnly awardedOn,
        RulesInForce rules
    ) =>
        From(BuildingState.Tendering)
            .Then(() =>
                rules.Judge(
                    Article08.DateImplausible.On(new(awardedOn, Tender!.ClosesOn, rules.Today)),
                    Article10.ContractorNotQualified.On(bidder.QualificationOn(awardedOn, demanded))
                )
            )
            .Then(() =>
            {
                Award = new()
                {
                    Bid = bid.Id,
                    Contractor = bid.Contractor,
                    ContractorUnit = bid.ContractorUnit,
                    ContractorName = bid.ContractorName,
                    Amount = bid.Amount,
                    NoticeNumber = noticeNumber,
                    AwardedOn = awardedOn,
                };
                (AwardedTo, State) = (bid.ContractorUnit, BuildingState.Awarded);
                return Result.Success;
            });

    /// <summary>已中标 → 已签合同, with the contractor to whom it was awarded.</summary>
    /// <param name="party">The awarded contractor; null while nothing is awarded.</param>
    public Result SignContract(
        ContractId id,
        ContractText text,
        Contractor? party,
        IReadOnlyList<string> demanded,
        Project project,
        RulesInForce rules
    ) =>
        From(BuildingState.Tendering, BuildingState.Awarded)
            .Then(() => rules.Judge(Article08.ContractWithoutAward.On(new(State))))
            .Then(() =>
                rules.Judge(
                    ContractQuestions.Of(
                        text,
                        Award!,
                        party!.QualificationOn(text.SignedOn, demanded),
                        project,
                        rules.Today
                    )
                )
            )
            .Then(() =>
            {
                Remember(project);
                Contract = Contract.Sign(id, text, Award!, project);
                State = BuildingState.Contracted;
                Announce(Signed(Contract));
                return Result.Success;
            });

    /// <summary>The office assigns an expert or technician to the working group (article 11).</summary>
    public Result AssignExpert(NamedExpert expert, RulesInForce rules) =>
        WhileUnfinished()
            .Then(() => rules.Judge(Article11.GroupMemberIneligible.On(new(expert.Name, expert.CanServe))))
            .Then(() =>
            {
                if (experts.TrueForAll(one => one.Account != expert.Account))
                {
                    experts.Add(AssignedExpert.Of(expert));
                }

                return Result.Success;
            });

    /// <summary>The lead unit names leader and members; those named before make way.</summary>
    public Result SetUpWorkingGroup(GroupToday named, Project project, RulesInForce rules) =>
        WhileUnfinished()
            .Then(() => rules.Judge(GroupQuestions(named, project.TotalInvestment)))
            .Then(() =>
            {
                Remember(project);
                if (WorkingGroup is { } group)
                {
                    group.Replace(named.Leader!, named.Members, rules.Today);
                }
                else
                {
                    WorkingGroup = WorkingGroup.SetUp(named.Leader!, named.Members, rules.Today);
                }

                return Result.Success;
            });

    /// <summary>
    /// 已签合同 → 建设中. Leader and group are judged as they stand today; who was named after the start stood not yet (INT-26).
    /// </summary>
    public Result Start(DateOnly startedOn, GroupToday today, Project project, RulesInForce rules)
    {
        var legal = From(BuildingState.Contracted);
        if (legal.IsFailure)
        {
            return legal;
        }

        var standing = today.StandingOn(startedOn);
        var composition = standing.Composition(project.TotalInvestment);
        return rules
            .Judge(
                Article08.DateImplausible.On(new(startedOn, Contract!.SignedOn, rules.Today)),
                Article11.MajorGateNotMet.On(
                    new(
                        project.TotalInvestment,
                        standing.Leader?.Name,
                        standing.Leader is { HoldsMainPost: true, IsOfTheLeadUnit: true },
                        composition.BusinessMembers,
                        composition.TechnicalMembers,
                        composition.AssignedByTheOffice
                    )
                )
            )
            .Then(() =>
            {
                Remember(project);
                (State, StartedOn) = (BuildingState.UnderConstruction, startedOn);
                return Result.Success;
            });
    }

    /// <summary>建设中 → 已建成; for services, the work is delivered.</summary>
    /// <param name="today">The group as it stands today.</param>
    public Result ReportBuilt(DateOnly builtOn, string statement, GroupToday today, RulesInForce rules) =>
        From(BuildingState.UnderConstruction)
            .Then(() =>
                rules.Judge(
                    Article08.DateImplausible.On(new(builtOn, StartedOn!.Value, rules.Today)),
                    Article11.WorkingGroupVacant.On(new(TotalInvestment, today.Vacant))
                )
            )
            .Then(() =>
            {
                (State, BuiltOn, BuiltStatement) = (BuildingState.Built, builtOn, statement);
                Announce(Completed(builtOn));
                return Result.Success;
            });

    /// <summary>Ends the contract before it is fulfilled; another building can then be opened.</summary>
    public Result TerminateContract(string reason, RulesInForce rules) =>
        From(BuildingState.Contracted, BuildingState.UnderConstruction)
            .Then(() => End(BuildingState.Terminated, reason, rules.Today));

    /// <summary>The declaration was cancelled: what is not built yet ends, its contract too.</summary>
    public Result Abandon(string reason, RulesInForce rules) =>
        WhileUnfinished().Then(() => End(BuildingState.Abandoned, reason, rules.Today));

    private const int NumberLength = 22;

    private Result End(BuildingState state, string reason, DateOnly on)
    {
        (State, LiveDeclaration, EndedBecause, EndedOn) = (state, null, reason, on);
        if (Contract is { IsInForce: true } contract)
        {
            contract.Terminate(reason, on);
            Announce(new ContractTerminated(contract.Id, Declaration.Value, reason, on));
        }

        return Result.Success;
    }

    private void Remember(Project project) =>
        (TotalInvestment, ReviewedBudget) = (project.TotalInvestment, project.ReviewedBudget);

    private static IEnumerable<IQuestion> GroupQuestions(GroupToday named, Money total) =>
        [
            Article11.LeaderNotMainLeader.On(new(total, named.Leader!.Name, named.Leader.HoldsMainPost)),
            Article11.LeaderOfOtherUnit.On(new(total, named.Leader.Name, named.Leader.IsOfTheLeadUnit)),
            Article11.WorkingGroupIncomplete.On(named.Composition(total)),
            .. named.Members.Select(member => Article11.GroupMemberIneligible.On(new(member.Name, member.CanServe))),
        ];

    private ContractSigned Signed(Contract contract) =>
        new(
            contract.Id,
            Declaration.Value,
            contract.Number,
            LeadUnit.Value,
            contract.ContractorUnit.Value,
            contract.ContractorName,
            contract.Financing,
            contract.Amount.Fen,
            contract.Capitalised.Fen,
            contract.Retention.Fen,
            contract.MonthsFromAcceptance,
            contract.PayeeName,
            contract.PayeeBank,
            contract.PayeeAccount,
            contract.SignedOn
        );

    private ProjectBuilt Completed(DateOnly builtOn) =>
        new(
            Id,
            Declaration.Value,
            ProjectName,
            Kind.ToString(),
            IsService,
            LeadUnit.Value,
            [.. participants.Select(one => one.Unit.Value)],
            [Contract!.ContractorUnit.Value],
            builtOn
        );

    private Result WhileUnfinished() =>
        From(BuildingState.Tendering, BuildingState.Awarded, BuildingState.Contracted, BuildingState.UnderConstruction);

    private Result From(params ReadOnlySpan<BuildingState> legal) =>
        legal.Contains(State)
            ? Result.Success
            : Error.IllegalTransition(
                new(
                    $"项目建设现处于“{BuildingStates.InChinese(State)}”，不能办理此项。",
                    $"The building is in state {State}, which does not know this act."
                )
            );

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>A unit that takes part beside the lead unit.</summary>
internal sealed class BuildingUnit
{
    private BuildingUnit() { }

    public UnitId Unit { get; private init; }

    public static BuildingUnit Of(UnitId unit) => new() { Unit = unit };
}
