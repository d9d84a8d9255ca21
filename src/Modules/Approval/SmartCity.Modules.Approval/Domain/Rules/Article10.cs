using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Domain.Rules;

/// <summary>Nobody undertakes works in another's name: the money goes to the contract party.</summary>
internal static class Article10
{
    internal sealed record PayeeFacts(Payee ContractParty, Payee Payee);

    internal static Rule<PayeeFacts> PayeeMismatch { get; } =
        new(
            "PAYEE_MISMATCH",
            RuleKind.Refusal,
            10,
            Basis.Control("收款账户应为合同约定的承揽单位账户，以防以其它单位名义承揽。"),
            new(
                "收款人、开户银行和账号按合同填写；账户确有变更的，先变更合同。",
                "Pay to the account that the contract names; if it has changed, amend the contract first."
            ),
            (facts, _) => facts.Payee == facts.ContractParty
        );
}
