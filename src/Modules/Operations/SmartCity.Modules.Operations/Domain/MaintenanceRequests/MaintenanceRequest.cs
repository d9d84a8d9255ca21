using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Operations.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Domain.MaintenanceRequests;

internal enum MaintenanceRequestState
{
    [Description("已申请")]
    Requested,

    [Description("已拨付")]
    Paid,

    [Description("不予拨付")]
    Declined,
}

/// <summary>The account to pay to.</summary>
internal sealed record Payee(string Name, string Bank, string Account)
{
    /// <summary>For logs: the number is never whole there.</summary>
    public override string ToString() => $"{Name} {Masked.BankAccount(Account)}";
}

/// <summary>What a unit asks for.</summary>
internal sealed record MaintenanceRequestText(
    DeclarationId Project,
    DeclarationId FundedBy,
    int Year,
    Money Amount,
    Payee Payee,
    string Purpose
);

/// <summary>The project as Approval and Acceptance know it on the day of the request.</summary>
internal sealed record MaintainedProject(string Name, UnitId LeadUnit, DateOnly? AcceptedOn, DateOnly? InUseOn);

/// <summary>
/// A unit's request for the maintenance money of a project (article 37). Approval judges and pays it; this is where the
/// unit asks and is told.
/// </summary>
[ObjectName("maintenance-request", "运维经费申请", "maintenance request")]
internal sealed class MaintenanceRequest : AggregateRoot<MaintenanceRequestId>
{
    private MaintenanceRequest() { }

    /// <summary>申请编号</summary>
    public string Number { get; private init; } = "";

    public MaintenanceRequestState State { get; private set; }

    public DeclarationId Project { get; private init; }

    public string ProjectName { get; private init; } = "";

    public DeclarationId FundedBy { get; private init; }

    public UnitId LeadUnit { get; private init; }

    public AccountId RequestedBy { get; private init; }

    public int Year { get; private init; }

    public Money Amount { get; private init; }

    public string PayeeName { get; private init; } = "";

    public string PayeeBank { get; private init; } = "";

    public string PayeeAccount { get; private init; } = "";

    public string Purpose { get; private init; } = "";

    public DateOnly RequestedOn { get; private init; }

    /// <summary>Approval's payment that answers it.</summary>
    public PaymentId? Payment { get; private set; }

    /// <summary>Zero until it is paid.</summary>
    public Money PaidAmount { get; private set; }

    public string? ReceiptNumber { get; private set; }

    public DateOnly? PaidOn { get; private set; }

    public string? DeclinedBecause { get; private set; }

    public DateOnly? DeclinedOn { get; private set; }

    public static Result<MaintenanceRequest> Make(
        MaintenanceRequestId id,
        MaintenanceRequestText text,
        MaintainedProject project,
        AccountId by,
        RulesInForce rules
    )
    {
        var verdict = rules.Judge(
            Article37.MaintenanceBeforeUse.On(new(project.Name, project.AcceptedOn, project.InUseOn, rules.Today))
        );
        if (verdict.IsFailure)
        {
            return verdict.Failure;
        }

        var request = new MaintenanceRequest
        {
            Id = id,
            Number = ObjectNumber.Of("YW", id),
            State = MaintenanceRequestState.Requested,
            Project = text.Project,
            ProjectName = project.Name,
            FundedBy = text.FundedBy,
            LeadUnit = project.LeadUnit,
            RequestedBy = by,
            Year = text.Year,
            Amount = text.Amount,
            PayeeName = text.Payee.Name,
            PayeeBank = text.Payee.Bank,
            PayeeAccount = text.Payee.Account,
            Purpose = text.Purpose,
            RequestedOn = rules.Today,
        };
        request.Announce(request.Announcement());
        return request;
    }

    /// <summary>已申请 → 已拨付: the treasury's receipt has come; only now is it paid.</summary>
    public Result RecordPayment(PaymentId payment, Money amount, string receiptNumber, DateOnly on) =>
        WhileRequested(() =>
        {
            State = MaintenanceRequestState.Paid;
            (Payment, PaidAmount, ReceiptNumber, PaidOn) = (payment, amount, receiptNumber, on);
        });

    /// <summary>已申请 → 不予拨付, with finance's reason.</summary>
    public Result RecordDecline(PaymentId payment, string reason, DateOnly on) =>
        WhileRequested(() =>
        {
            State = MaintenanceRequestState.Declined;
            (Payment, DeclinedBecause, DeclinedOn) = (payment, reason, on);
        });

    private Result WhileRequested(Action answer)
    {
        if (State != MaintenanceRequestState.Requested)
        {
            return Error.IllegalTransition(
                new("该运维经费申请已有结果，不再变更。", "The maintenance request is answered already.")
            );
        }

        answer();
        return Result.Success;
    }

    private MaintenanceRequested Announcement() =>
        new(
            Id,
            Project.Value,
            FundedBy.Value,
            LeadUnit.Value,
            Year,
            Amount.Fen,
            PayeeName,
            PayeeBank,
            PayeeAccount,
            Purpose,
            RequestedOn
        );
}
