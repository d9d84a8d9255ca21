using System.Text.Json.Nodes;

namespace SmartCity.Demonstration.Steps;

/// <summary>The acts from the arrangement of the money to the treasury's receipt, as the offices send them.</summary>
public sealed class MoneySteps(Stage stage)
{
    private const string Approval = "api/v1/approval";

    public static string PathOf(Guid payment) => $"{Approval}/payments/{payment}";

    public Task<Answer> ArrangeAsync(string account, Guid declaration, string amount) =>
        stage.ChangeAsync(
            account,
            $"安排资金 {amount} 元",
            DeclarationSteps.PathOf(declaration),
            "arrangements",
            new JsonObject
            {
                ["lines"] = new JsonArray(
                    new JsonObject
                    {
                        ["fundingKind"] = "specialFund",
                        ["year"] = 2027,
                        ["amount"] = amount,
                    }
                ),
                ["documentNumber"] = $"咸财办-{stage.Run}",
                ["arrangedOn"] = stage.Date(),
                ["decisionMaker"] = stage.AccountOf("finance.director"),
            }
        );

    /// <summary>The contract's id, once finance has heard of the contract.</summary>
    public async Task<Guid> ContractOfAsync(Guid declaration)
    {
        var facts = await FactsAsync(declaration, sheet => sheet["contracts"]!.AsArray().Count > 0);
        return Guid.Parse(facts["contracts"]![0]!["id"]!.GetValue<string>());
    }

    /// <summary>Waits until finance has heard what is awaited.</summary>
    public Task<JsonNode> FactsAsync(Guid declaration, Func<JsonNode, bool> heard) =>
        stage.AwaitAsync("finance.officer", $"{DeclarationSteps.PathOf(declaration)}/payment-facts", heard);

    /// <summary>Waits until a fact of this kind holds.</summary>
    public Task<JsonNode> FactAsync(Guid declaration, string kind) =>
        FactsAsync(
            declaration,
            sheet =>
                sheet["facts"]!
                    .AsArray()
                    .Any(fact => fact!["kind"]!.GetValue<string>() == kind && fact["holds"]!.GetValue<bool>())
        );

    public Task<Answer> RequestAsync(
        string account,
        Guid declaration,
        string kind,
        Guid contract,
        string amount,
        string payee
    ) =>
        stage.MakeAsync(
            account,
            $"申请拨付 {amount} 元",
            $"{Approval}/payments",
            new JsonObject
            {
                ["declaration"] = declaration,
                ["kind"] = kind,
                ["contract"] = contract,
                ["amount"] = amount,
                ["payee"] = BuildingSteps.PayeeOf(payee),
                ["basis"] = "合同约定的付款条件已经具备。",
                ["year"] = stage.Today.Year,
            }
        );

    public Task<Answer> ApproveAsync(string account, Guid payment) =>
        stage.ChangeAsync(account, "核准拨付", PathOf(payment), "approval", new JsonObject { ["reason"] = null });

    public Task<Answer> InstructAsync(string account, Guid payment) =>
        stage.ChangeAsync(
            account,
            "下达支付指令",
            PathOf(payment),
            "instruction",
            new JsonObject { ["instructionNumber"] = $"ZF-{stage.Run}-{payment.ToString()[^6..]}" }
        );

    public Task<Answer> ConfirmAsync(string account, Guid payment) =>
        stage.ChangeAsync(
            account,
            "登记国库回单",
            PathOf(payment),
            "confirmation",
            new JsonObject
            {
                ["receiptNumber"] = $"GK-{stage.Run}-{payment.ToString()[^6..]}",
                ["confirmedOn"] = stage.Date(),
            }
        );

    /// <summary>From the approval to the treasury's receipt.</summary>
    public async Task PayAsync(Guid payment)
    {
        await ApproveAsync("finance.officer", payment);
        await InstructAsync("finance.officer", payment);
        await ConfirmAsync("finance.officer", payment);
    }
}
