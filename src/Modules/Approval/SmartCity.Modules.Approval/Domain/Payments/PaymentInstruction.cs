using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Domain.Payments;

/// <summary>One instruction to the treasury; a returned payment gets another one.</summary>
internal sealed class PaymentInstruction
{
    private PaymentInstruction() { }

    /// <summary>1 for the first instruction of the payment.</summary>
    public int Attempt { get; private init; }

    /// <summary>支付指令号</summary>
    public string InstructionNumber { get; private init; } = "";

    public DateOnly InstructedOn { get; private init; }

    public AccountId InstructedBy { get; private init; }

    public string? ReturnedBecause { get; private set; }

    public DateOnly? ReturnedOn { get; private set; }

    public static PaymentInstruction Give(int attempt, string number, AccountId by, DateOnly on) =>
        new()
        {
            Attempt = attempt,
            InstructionNumber = number,
            InstructedOn = on,
            InstructedBy = by,
        };

    internal void Return(string reason, DateOnly on) => (ReturnedBecause, ReturnedOn) = (reason, on);
}
