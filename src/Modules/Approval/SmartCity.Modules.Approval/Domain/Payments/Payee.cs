using System.ComponentModel;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Payments;

/// <summary>The account that money is paid to.</summary>
internal sealed record Payee(
    [property: Description("收款人")] string Name,
    [property: Description("开户银行")] string Bank,
    [property: Description("账号")] string Account
)
{
    /// <summary>For logs: the number is never whole there.</summary>
    public override string ToString() => $"{Name} {Masked.BankAccount(Account)}";
}
