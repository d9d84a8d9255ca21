using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Modules.Operations.Domain.Warranties;

internal readonly record struct WarrantyId(Guid Value) : IStrongId<WarrantyId>
{
    public static WarrantyId From(Guid value) => new(value);
}

internal enum WarrantyState
{
    [Description("保修期内")]
    Running,

    [Description("已届满")]
    Ended,

    [Description("因验收撤销而失效")]
    Void,
}

/// <summary>The contract that carries the warranty, as Construction knows it on the day of the acceptance.</summary>
internal sealed record WarrantedContract(
    ContractId Contract,
    string Number,
    UnitId Contractor,
    string ContractorName,
    int WarrantyMonths
);

/// <summary>The accepted project.</summary>
internal sealed record AcceptedProject(DeclarationId Declaration, string Name, UnitId LeadUnit);

/// <summary>The acceptance from whose date a warranty runs (INT-14).</summary>
internal sealed record PassedAcceptance(AcceptanceId Acceptance, int Round, string DocumentNumber, DateOnly PassedOn);

/// <summary>Does the warranty cover this day?</summary>
internal sealed record WarrantyCover(bool IsWithin, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>
/// The warranty of one contract (article 41): it runs from the day the acceptance passed. Running and ended are read off
/// the legal date; a revoked acceptance makes it void, and the next one starts a new term.
/// </summary>
[ObjectName("warranty", "工程保修", "warranty")]
internal sealed class Warranty : AggregateRoot<WarrantyId>
{
    private readonly List<WarrantyTerm> terms = [];

    private Warranty() { }

    /// <summary>保修编号</summary>
    public string Number { get; private init; } = "";

    public DeclarationId Declaration { get; private init; }

    public string ProjectName { get; private init; } = "";

    public UnitId LeadUnit { get; private init; }

    public ContractId Contract { get; private init; }

    public string ContractNumber { get; private init; } = "";

    public UnitId Contractor { get; private init; }

    public string ContractorName { get; private init; } = "";

    public int Months { get; private init; }

    // Of the current term, beside it for lists and filters in SQL; set only together with it.
    public DateOnly StartsOn { get; private set; }

    /// <summary>The corresponding day, before it rolls past days off: what the calendar of a later year cannot move.</summary>
    public DateOnly CorrespondingDay { get; private set; }

    public bool IsVoid { get; private set; }

    public IReadOnlyList<WarrantyTerm> Terms => terms;

    public WarrantyTerm CurrentTerm => terms.MaxBy(term => term.Number)!;

    public static Warranty Start(
        WarrantyId id,
        AcceptedProject project,
        WarrantedContract contract,
        PassedAcceptance acceptance,
        ParameterSnapshot parameters
    )
    {
        var warranty = new Warranty
        {
            Id = id,
            Number = ObjectNumber.Of("BX", id),
            Declaration = project.Declaration,
            ProjectName = project.Name,
            LeadUnit = project.LeadUnit,
            Contract = contract.Contract,
            ContractNumber = contract.Number,
            Contractor = contract.Contractor,
            ContractorName = contract.ContractorName,
            Months = contract.WarrantyMonths,
        };
        warranty.Begin(acceptance, parameters);
        return warranty;
    }

    /// <summary>A later acceptance moves the start; the terms before are kept.</summary>
    /// <returns>Success, or an illegal transition where it ran from this acceptance already, be it void since.</returns>
    public Result Restart(PassedAcceptance acceptance, ParameterSnapshot parameters)
    {
        if (acceptance.Round <= CurrentTerm.AcceptanceRound)
        {
            return Error.IllegalTransition(
                new(
                    "保修已自该次验收合格之日起算，不能重复起算。",
                    "The warranty already runs from this acceptance; it does not start twice."
                )
            );
        }

        Begin(acceptance, parameters);
        return Result.Success;
    }

    /// <summary>The acceptance was revoked: the term that rested on it falls.</summary>
    public Result Void(string reason, DateOnly on)
    {
        if (IsVoid)
        {
            return Error.IllegalTransition(
                new("保修已经失效，不能再次失效。", "The warranty is void already; it cannot be voided again.")
            );
        }

        IsVoid = true;
        CurrentTerm.Void(reason, on);
        Entail(OperationsClocks.WarrantyEnd.Lapse(reason));
        return Result.Success;
    }

    /// <summary>The last day, rolled past days off in the owner's favour (INT-34).</summary>
    public WarrantyEnd End(WorkingCalendar calendar) => WarrantyPeriod.End(StartsOn, Months, calendar);

    public WarrantyState StateOn(DateOnly today, WorkingCalendar calendar) =>
        IsVoid ? WarrantyState.Void
        : today > End(calendar).Day ? WarrantyState.Ended
        : WarrantyState.Running;

    /// <summary>Both the first and the last day are covered; a void warranty covers none.</summary>
    public WarrantyCover CoverOn(DateOnly day, WorkingCalendar calendar)
    {
        var end = End(calendar).Day;
        return new(!IsVoid && day >= StartsOn && day <= end, StartsOn, end);
    }

    /// <summary>
    /// Warranties whose corresponding day lies on or before this day have ended: their end rolls to a working day before
    /// today. It lets lists be filtered in SQL without storing an end that a later calendar would move.
    /// </summary>
    public static DateOnly LastEndedCorrespondingDay(DateOnly today, WorkingCalendar calendar) =>
        calendar.Before(today, 1);

    private void Begin(PassedAcceptance acceptance, ParameterSnapshot parameters)
    {
        terms.Add(WarrantyTerm.Of(terms.Count + 1, acceptance));
        StartsOn = acceptance.PassedOn;
        CorrespondingDay = MinimumDuration.End(acceptance.PassedOn, Months);
        IsVoid = false;
        Entail(
            OperationsClocks.WarrantyEnd.Start(
                acceptance.PassedOn,
                Months,
                new(LeadUnit.Value, $"{ProjectName}（{ContractNumber}）"),
                parameters
            )
        );
    }
}

/// <summary>One run of a warranty, from one acceptance.</summary>
internal sealed class WarrantyTerm
{
    private WarrantyTerm() { }

    public int Number { get; private init; }

    public AcceptanceId Acceptance { get; private init; }

    public int AcceptanceRound { get; private init; }

    /// <summary>The document by which the acceptance passed.</summary>
    public string DocumentNumber { get; private init; } = "";

    public DateOnly StartsOn { get; private init; }

    public string? VoidedBecause { get; private set; }

    public DateOnly? VoidedOn { get; private set; }

    public static WarrantyTerm Of(int number, PassedAcceptance acceptance) =>
        new()
        {
            Number = number,
            Acceptance = acceptance.Acceptance,
            AcceptanceRound = acceptance.Round,
            DocumentNumber = acceptance.DocumentNumber,
            StartsOn = acceptance.PassedOn,
        };

    public void Void(string reason, DateOnly on) => (VoidedBecause, VoidedOn) = (reason, on);
}
