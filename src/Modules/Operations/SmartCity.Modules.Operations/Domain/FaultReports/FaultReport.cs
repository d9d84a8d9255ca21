using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.Rules;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Domain.FaultReports;

internal readonly record struct FaultReportId(Guid Value) : IStrongId<FaultReportId>
{
    public static FaultReportId From(Guid value) => new(value);
}

/// <summary>What the lead unit reports.</summary>
/// <param name="ClaimsCover">The unit holds that the warranty covers it.</param>
internal sealed record FaultText(
    string Title,
    string Description,
    FaultSeverity Severity,
    DateOnly OccurredOn,
    bool ClaimsCover
);

/// <summary>
/// A fault of a warranted system, from the report to the confirmed repair (article 41). Each attempt of the contractor
/// is kept; a repair that did not hold is reopened and tried again.
/// </summary>
[ObjectName("fault-report", "故障报修", "fault report")]
internal sealed class FaultReport : AggregateRoot<FaultReportId>
{
    private readonly List<FaultResponse> responses = [];
    private readonly List<FaultResolution> resolutions = [];

    private FaultReport() { }

    /// <summary>报修编号</summary>
    public string Number { get; private init; } = "";

    public FaultReportState State { get; private set; }

    public WarrantyId Warranty { get; private init; }

    public string ProjectName { get; private init; } = "";

    public UnitId LeadUnit { get; private init; }

    public UnitId Contractor { get; private init; }

    public string ContractorName { get; private init; } = "";

    public string Title { get; private init; } = "";

    public string Description { get; private init; } = "";

    public FaultSeverity Severity { get; private init; }

    public DateOnly OccurredOn { get; private init; }

    public bool ClaimsCover { get; private init; }

    public AccountId ReportedBy { get; private init; }

    public DateOnly ReportedOn { get; private init; }

    public DateOnly? ClosedOn { get; private set; }

    public IReadOnlyList<FaultResponse> Responses => responses;

    public IReadOnlyList<FaultResolution> Resolutions => resolutions;

    public static Result<FaultReport> Make(
        FaultReportId id,
        Warranty warranty,
        FaultText text,
        AccountId by,
        RulesInForce rules
    )
    {
        var verdict = rules.Judge(Article41.FaultDateImplausible.On(new(text.OccurredOn, null, rules.Today)));
        if (verdict.IsFailure)
        {
            return verdict.Failure;
        }

        return new FaultReport
        {
            Id = id,
            Number = ObjectNumber.Of("GZ", id),
            State = FaultReportState.Reported,
            Warranty = warranty.Id,
            ProjectName = warranty.ProjectName,
            LeadUnit = warranty.LeadUnit,
            Contractor = warranty.Contractor,
            ContractorName = warranty.ContractorName,
            Title = text.Title,
            Description = text.Description,
            Severity = text.Severity,
            OccurredOn = text.OccurredOn,
            ClaimsCover = text.ClaimsCover,
            ReportedBy = by,
            ReportedOn = rules.Today,
        };
    }

    /// <summary>已报修、退回再修 → 已响应: the contractor says what it does.</summary>
    public Result Respond(string action, DateOnly visitedOn, AccountId by, RulesInForce rules) =>
        From(FaultReportState.Reported, FaultReportState.Reopened)
            .Then(() => rules.Judge(Article41.FaultDateImplausible.On(new(visitedOn, OccurredOn, rules.Today))))
            .Then(() =>
            {
                responses.Add(FaultResponse.Of(responses.Count + 1, action, visitedOn, by, rules.Today));
                State = FaultReportState.Responded;
                return Result.Success;
            });

    /// <summary>已响应 → 已修复: a covered fault is repaired without charge.</summary>
    /// <param name="cover">What the warranty says about the day on which the fault occurred.</param>
    public Result Resolve(string resolution, Money charge, WarrantyCover cover, AccountId by, RulesInForce rules) =>
        From(FaultReportState.Responded)
            .Then(() =>
                rules.Judge(
                    Article41.InWarrantyNoCharge.On(
                        new(ClaimsCover, cover.IsWithin, OccurredOn, cover.StartsOn, cover.EndsOn, charge)
                    )
                )
            )
            .Then(() =>
            {
                resolutions.Add(FaultResolution.Of(resolutions.Count + 1, resolution, charge, by, rules.Today));
                State = FaultReportState.Resolved;
                return Result.Success;
            });

    /// <summary>已修复 → 已确认: the unit confirms the repair.</summary>
    public Result Confirm(DateOnly on) =>
        From(FaultReportState.Resolved)
            .Then(() =>
            {
                (State, ClosedOn) = (FaultReportState.Closed, on);
                return Result.Success;
            });

    /// <summary>已修复 → 退回再修: the repair did not hold.</summary>
    public Result Reopen(string reason) =>
        From(FaultReportState.Resolved)
            .Then(() =>
            {
                resolutions.MaxBy(one => one.Number)!.Reject(reason);
                State = FaultReportState.Reopened;
                return Result.Success;
            });

    private Result From(params ReadOnlySpan<FaultReportState> legal) =>
        legal.Contains(State)
            ? Result.Success
            : Error.IllegalTransition(
                new(
                    $"故障报修现处于“{FaultReportStates.InChinese(State)}”，不能办理此项。",
                    $"The fault report is in state {State}, which does not know this act."
                )
            );
}

/// <summary>The contractor's response.</summary>
internal sealed class FaultResponse
{
    private FaultResponse() { }

    public int Number { get; private init; }

    public string Action { get; private init; } = "";

    public DateOnly VisitedOn { get; private init; }

    public AccountId RespondedBy { get; private init; }

    public DateOnly RespondedOn { get; private init; }

    public static FaultResponse Of(int number, string action, DateOnly visitedOn, AccountId by, DateOnly on) =>
        new()
        {
            Number = number,
            Action = action,
            VisitedOn = visitedOn,
            RespondedBy = by,
            RespondedOn = on,
        };
}

/// <summary>A repair as the contractor tells it; rejected where it did not hold.</summary>
internal sealed class FaultResolution
{
    private FaultResolution() { }

    public int Number { get; private init; }

    public string Resolution { get; private init; } = "";

    public Money Charge { get; private init; }

    public AccountId ResolvedBy { get; private init; }

    public DateOnly ResolvedOn { get; private init; }

    public string? RejectedBecause { get; private set; }

    public static FaultResolution Of(int number, string resolution, Money charge, AccountId by, DateOnly on) =>
        new()
        {
            Number = number,
            Resolution = resolution,
            Charge = charge,
            ResolvedBy = by,
            ResolvedOn = on,
        };

    public void Reject(string reason) => RejectedBecause = reason;
}
