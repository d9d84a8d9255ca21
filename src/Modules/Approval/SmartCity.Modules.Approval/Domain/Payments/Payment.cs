using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Payments;

/// <summary>What is asked to be paid.</summary>
/// <param name="Basis">What it rests on, such as a milestone of the contract or the purpose of the maintenance.</param>
internal sealed record PaymentText(PaymentKind Kind, Money Amount, Payee Payee, string Basis, int Year);

/// <summary>
/// One payment of project money (article 6). It competes with the others of its declaration for what is arranged, so its
/// acts are taken one after the other on the declaration. It is paid only when the treasury's receipt says so.
/// </summary>
[ObjectName("payment", "拨付申请", "payment")]
internal sealed class Payment : AggregateRoot<PaymentId>
{
    private const int NumberLength = 22;

    private readonly List<PaymentInstruction> instructions = [];

    private Payment() { }

    /// <summary>拨付编号: unique; its order is the order of requesting.</summary>
    public string Number { get; private init; } = "";

    public PaymentState State { get; private set; }

    public PaymentKind Kind { get; private init; }

    /// <summary>The declaration whose arranged money it takes.</summary>
    public DeclarationId Declaration { get; private init; }

    /// <summary>The project that the facts are about; for maintenance money the one that is maintained.</summary>
    public DeclarationId Project { get; private init; }

    public ContractId? Contract { get; private init; }

    public MaintenanceRequestId? MaintenanceRequest { get; private init; }

    /// <summary>The unit that asks.</summary>
    public UnitId Unit { get; private init; }

    public Money Amount { get; private init; }

    public string PayeeName { get; private init; } = "";

    public string PayeeBank { get; private init; } = "";

    public string PayeeAccount { get; private init; } = "";

    public string Basis { get; private init; } = "";

    public int Year { get; private init; }

    /// <summary>Null where a module asked on an event.</summary>
    public AccountId? RequestedBy { get; private init; }

    public DateOnly RequestedOn { get; private init; }

    public AccountId? ApprovedBy { get; private set; }

    public DateOnly? ApprovedOn { get; private set; }

    /// <summary>Why finance approved it all the same, such as after a poor evaluation.</summary>
    public string? ApprovedBecause { get; private set; }

    /// <summary>Maintenance money approved while the evaluation window was open and no result stood (INT-13).</summary>
    public bool PreEvaluation { get; private set; }

    public string? DeclinedBecause { get; private set; }

    public DateOnly? DeclinedOn { get; private set; }

    /// <summary>国库回单号</summary>
    public string? ReceiptNumber { get; private set; }

    public DateOnly? ConfirmedOn { get; private set; }

    public IReadOnlyList<PaymentInstruction> Instructions => instructions;

    public Payee Payee => new(PayeeName, PayeeBank, PayeeAccount);

    private PaymentInstruction LastInstruction => instructions.MaxBy(one => one.Attempt)!;

    /// <summary>The lead unit asks for money under a contract.</summary>
    public static Result<Payment> Request(
        PaymentId id,
        Declaration declaration,
        ContractId contract,
        PaymentText text,
        PaymentFacts? facts,
        Commitments commitments,
        ActingFor actor,
        RulesInForce rules
    )
    {
        var payment = Make(id, declaration.Id, declaration.Id, text, actor.Unit, rules.Today, contract, actor.Account);
        var verdict = rules.Judge([
            .. payment.OfFund(declaration, commitments),
            .. payment.OfFacts(declaration, facts, commitments, null, rules.Today),
        ]);
        return verdict.IsFailure ? verdict.Failure : payment;
    }

    /// <summary>
    /// Takes up a request of Operations. It is judged when finance approves it, so that the unit hears finance's reason
    /// and not silence; until then it takes nothing of what is arranged.
    /// </summary>
    public static Payment TakeUp(
        PaymentId id,
        MaintenanceRequestId request,
        DeclarationId fundedBy,
        DeclarationId project,
        UnitId unit,
        PaymentText text,
        DateOnly on
    ) => Make(id, fundedBy, project, text, unit, on, request: request);

    /// <summary>已申请 → 已核准.</summary>
    public Result Approve(
        string? reason,
        Declaration declaration,
        Declaration project,
        PaymentFacts? facts,
        Commitments commitments,
        ActingFor actor,
        RulesInForce rules
    ) =>
        From(PaymentState.Requested)
            .Then(() =>
                rules.Judge([
                    .. this.OfFund(declaration, commitments),
                    .. this.OfFacts(project, facts, commitments, reason, rules.Today),
                    Article06.PaymentSelfApproval.On(new(actor.Account == RequestedBy)),
                ])
            )
            .Then(() =>
            {
                (State, ApprovedBy, ApprovedOn) = (PaymentState.Approved, actor.Account, rules.Today);
                ApprovedBecause = reason;
                PreEvaluation =
                    Kind is PaymentKind.Maintenance && facts?.Current(ProjectFactKind.PostEvaluation) is null;
                return Result.Success;
            });

    /// <summary>
    /// 已申请 | 已核准 | 已退汇 → 不予拨付: as long as no money is on its way. Without it what was approved before a fact was
    /// taken back would hold its share for ever.
    /// </summary>
    public Result Decline(string reason, RulesInForce rules) =>
        From(PaymentState.Requested, PaymentState.Approved, PaymentState.Returned)
            .Then(() =>
            {
                (State, DeclinedBecause, DeclinedOn) = (PaymentState.Declined, reason, rules.Today);
                Announce(new PaymentDeclined(Id, Declaration, MaintenanceRequest?.Value, reason, rules.Today));
                return Result.Success;
            });

    /// <summary>
    /// 已核准 | 已退汇 → 已下达支付指令. Judged once more: a fact that was taken back after the approval stops the money too.
    /// </summary>
    public Result Instruct(
        string instructionNumber,
        Declaration declaration,
        Declaration project,
        PaymentFacts? facts,
        Commitments commitments,
        ActingFor actor,
        RulesInForce rules
    ) =>
        From(PaymentState.Approved, PaymentState.Returned)
            .Then(() =>
                rules.Judge([
                    .. this.OfFund(declaration, commitments),
                    .. this.OfFacts(project, facts, commitments, ApprovedBecause, rules.Today),
                ])
            )
            .Then(() =>
            {
                instructions.Add(
                    PaymentInstruction.Give(instructions.Count + 1, instructionNumber, actor.Account, rules.Today)
                );
                State = PaymentState.Instructed;
                return Result.Success;
            });

    /// <summary>已下达支付指令 → 已支付: the treasury's receipt has come.</summary>
    public Result Confirm(string receiptNumber, DateOnly confirmedOn, RulesInForce rules) =>
        From(PaymentState.Instructed)
            .Then(() =>
                rules.Judge(
                    Article06.DocumentDateImplausible.On(new(confirmedOn, LastInstruction.InstructedOn, rules.Today))
                )
            )
            .Then(() =>
            {
                (State, ReceiptNumber, ConfirmedOn) = (PaymentState.Confirmed, receiptNumber, confirmedOn);
                Announce(
                    new PaymentConfirmed(
                        Id,
                        Declaration,
                        Kind.ToString(),
                        Contract?.Value,
                        MaintenanceRequest?.Value,
                        Amount.Fen,
                        receiptNumber,
                        confirmedOn
                    )
                );
                return Result.Success;
            });

    /// <summary>已下达支付指令 → 已退汇: it goes on taking its share until it is instructed again.</summary>
    public Result Return(string reason, RulesInForce rules) =>
        From(PaymentState.Instructed)
            .Then(() =>
            {
                LastInstruction.Return(reason, rules.Today);
                State = PaymentState.Returned;
                return Result.Success;
            });

    private static Payment Make(
        PaymentId id,
        DeclarationId declaration,
        DeclarationId project,
        PaymentText text,
        UnitId unit,
        DateOnly on,
        ContractId? contract = null,
        AccountId? by = null,
        MaintenanceRequestId? request = null
    ) =>
        new()
        {
            Id = id,
            // The id begins with the time, so the number does.
            Number = $"BF{id.Value:N}"[..NumberLength].ToUpperInvariant(),
            State = PaymentState.Requested,
            Kind = text.Kind,
            Declaration = declaration,
            Project = project,
            Contract = contract,
            MaintenanceRequest = request,
            Unit = unit,
            Amount = text.Amount,
            PayeeName = text.Payee.Name,
            PayeeBank = text.Payee.Bank,
            PayeeAccount = text.Payee.Account,
            Basis = text.Basis,
            Year = text.Year,
            RequestedBy = by,
            RequestedOn = on,
        };

    private Result From(params ReadOnlySpan<PaymentState> legal) =>
        legal.Contains(State)
            ? Result.Success
            : Error.IllegalTransition(
                new(
                    $"该笔拨付现处于“{PaymentStates.InChinese(State)}”，不能办理此项。",
                    $"The payment is in state {State}, which does not know this act."
                )
            );
}

/// <summary>The states as people are told them.</summary>
internal static class PaymentStates
{
    public static string InChinese(PaymentState state) =>
        state switch
        {
            PaymentState.Requested => "已申请",
            PaymentState.Approved => "已核准",
            PaymentState.Instructed => "已下达支付指令",
            PaymentState.Confirmed => "已支付",
            PaymentState.Returned => "已退汇",
            PaymentState.Declined => "不予拨付",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
