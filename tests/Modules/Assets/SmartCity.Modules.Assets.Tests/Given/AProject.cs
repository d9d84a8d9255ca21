using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Construction.Contracts;

namespace SmartCity.Modules.Assets.Tests.Given;

/// <summary>A project of the hospital as its contract and its acceptance tell it.</summary>
internal sealed record AProject(Guid Declaration, ContractProfile Contract, AcceptanceId Acceptance)
{
    public static readonly DateOnly PassedOn = new(2026, 3, 2);

    /// <summary>Servers of 300 000.00, a licence of 200 000.01, and training, which is an expense.</summary>
    public static AProject Of(FinancingMode financing = FinancingMode.Fiscal)
    {
        var declaration = Ids.Next();
        return new(
            declaration,
            AContract(
                declaration,
                financing,
                new ContractLineProfile(1, "服务器", ContractLineClass.FixedAsset, 3, "台", 30_000_000),
                new ContractLineProfile(2, "数据库许可", ContractLineClass.IntangibleAsset, 1, "套", 20_000_001),
                new ContractLineProfile(3, "培训", ContractLineClass.Expense, 10, "人日", 5_000_000)
            ),
            new(Ids.Next())
        );
    }

    public static ContractProfile AContract(
        Guid declaration,
        FinancingMode financing,
        params ContractLineProfile[] lines
    ) =>
        new(
            new(Ids.Next()),
            declaration,
            "合〔2026〕1号",
            Town.Builder.Id.Value,
            Town.Builder.Name,
            financing,
            lines.Sum(line => line.AmountFen),
            36,
            new(2025, 9, 1),
            true,
            lines
        );

    public AcceptancePassed Passed(bool isService = false, int round = 1, Guid? leadUnit = null) =>
        new(
            Acceptance,
            Declaration,
            "区域影像共享平台",
            isService,
            leadUnit ?? Town.Hospital.Id.Value,
            [],
            round,
            "验〔2026〕1号",
            PassedOn
        );

    public AcceptanceRevoked Revoked() => new(Acceptance, Declaration, "检测报告失实", PassedOn);

    public AcceptanceProfile Profile(bool isService = false) =>
        new(Acceptance, Declaration, "区域影像共享平台", isService, Town.Hospital.Id.Value, PassedOn, null);
}
