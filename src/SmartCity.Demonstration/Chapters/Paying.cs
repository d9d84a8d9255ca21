using SmartCity.Demonstration.Steps;

namespace SmartCity.Demonstration.Chapters;

/// <summary>The project's money: arranged, paid as the works go on, and kept back where a fact is missing (articles 6, 38).</summary>
internal sealed class Paying(Stage stage)
{
    private const string Unit = "health.officer";

    private readonly MoneySteps steps = new(stage);

    public async Task ArrangeAsync(Guid declaration)
    {
        stage.Chapter("安排资金");
        await steps.RequestAsync(
            Unit,
            declaration,
            "contractPayment",
            Guid.Empty,
            "750000.00",
            stage.UnitNameOf("contractor.officer")
        );
        await steps.ArrangeAsync("informatization.officer", declaration, "2800000.00");
        await steps.ArrangeAsync("finance.officer", declaration, "2900000.00");
        await steps.ArrangeAsync("finance.officer", declaration, "2800000.00");
    }

    /// <summary>Between signing and acceptance.</summary>
    public async Task PayFirstAsync(Guid declaration)
    {
        stage.Chapter("进度款");
        var contract = await steps.ContractOfAsync(declaration);
        await RequestAsync(declaration, contract, "2850000.00", "contractor.officer");
        await RequestAsync(declaration, contract, "750000.00", "contractor-2.officer");
        var first = await RequestAsync(declaration, contract, "750000.00", "contractor.officer");
        await steps.PayAsync(first.Id);
    }

    /// <summary>After acceptance, while the assets are not registered.</summary>
    public async Task TooEarlyAsync(Guid declaration)
    {
        stage.Chapter("资产未登记先付款");
        await steps.FactAsync(declaration, "acceptancePassed");
        await RequestAsync(declaration, await steps.ContractOfAsync(declaration), "1625000.00", "contractor.officer");
    }

    /// <summary>Once everything is on the ledger.</summary>
    public async Task PayBalanceAsync(Guid declaration)
    {
        stage.Chapter("资产登记后付款");
        await steps.FactAsync(declaration, "assetsRegistered");
        var contract = await steps.ContractOfAsync(declaration);
        var balance = await RequestAsync(declaration, contract, "1625000.00", "contractor.officer");
        await steps.PayAsync(balance.Id);
    }

    private Task<Answer> RequestAsync(Guid declaration, Guid contract, string amount, string payee) =>
        steps.RequestAsync(Unit, declaration, "contractPayment", contract, amount, stage.UnitNameOf(payee));
}
