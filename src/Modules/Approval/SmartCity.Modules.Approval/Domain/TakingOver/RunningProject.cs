using System.ComponentModel;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.TakingOver;

/// <summary>What the office enters of a running project beside its sheet: how far it is, by which papers, with what money.</summary>
internal sealed record RunningProject
{
    [Description("信息办原项目编号，同一牵头单位内不重复")]
    public required string OfficeNumber { get; init; }

    [Description("接管时所处阶段")]
    public required TakeOverStage Stage { get; init; }

    [Description("接管日期")]
    public required DateOnly TakenOverOn { get; init; }

    [Description("接管依据：市政府信息办的接管决定文号")]
    public string? BasisDocumentNumber { get; init; }

    [Description("评审核定的预算（元）")]
    public required Money ReviewedBudget { get; init; }

    [Description("报财政的金额（元）；此后追加安排不超过此数")]
    public Money Reported { get; init; }

    [Description("接管前的资金，按来源和年度")]
    public IReadOnlyList<EarlierMoney> Fund { get; init; } = [];

    [Description("接管前的文件")]
    public IReadOnlyList<EarlierDocument> Documents { get; init; } = [];

    [Description("已签合同；合同已签及以后阶段必填")]
    public RunningContract? Contract { get; init; }

    [Description("开工日期；建设中及以后阶段必填")]
    public DateOnly? StartedOn { get; init; }

    [Description("建成日期；已建成及以后阶段必填")]
    public DateOnly? BuiltOn { get; init; }

    [Description("试运行；试运行中的项目必填")]
    public RunningTrial? Trial { get; init; }

    [Description("验收合格日期；已验收的项目必填")]
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>All that finance had arranged when the project was taken over.</summary>
    public Money ArrangedInSum() => Fund.Select(line => line.Arranged).Sum();

    /// <summary>All that was paid before the take-over, the retention included.</summary>
    public Money PaidInSum() => Fund.Select(line => line.Paid).Sum();

    public EarlierDocument? Document(EarlierDocumentKind kind) =>
        Documents.Where(one => one.Kind == kind).MinBy(one => one.Date);
}

/// <summary>Money of one source and year from before the take-over.</summary>
internal sealed record EarlierMoney
{
    [Description("资金类别；自筹资金不由财政安排，不填")]
    public required FundingKind Kind { get; init; }

    [Description("年度")]
    public required int Year { get; init; }

    [Description("已安排（元）")]
    public required Money Arranged { get; init; }

    [Description("已拨付（元）")]
    public Money Paid { get; init; }
}

/// <summary>A document from before the take-over, by which the office knows what happened.</summary>
internal sealed record EarlierDocument
{
    [Description("文件类别")]
    public required EarlierDocumentKind Kind { get; init; }

    [Description("文号")]
    public required string Number { get; init; }

    [Description("文件日期")]
    public required DateOnly Date { get; init; }

    [Description("发文单位")]
    public required string Issuer { get; init; }
}

/// <summary>The contract under which the project runs.</summary>
internal sealed record RunningContract
{
    [Description("合同编号")]
    public required string Number { get; init; }

    [Description("签订日期")]
    public required DateOnly SignedOn { get; init; }

    [Description("承揽单位")]
    public required UnitId Contractor { get; init; }

    [Description("合同形式")]
    public RunningContractForm Form { get; init; }

    [Description("BT 合同的依据")]
    public string? BuildTransferBasis { get; init; }

    [Description("合同明细；合计为合同金额")]
    public required IReadOnlyList<RunningContractLine> Lines { get; init; }

    [Description("质量保证金（元）")]
    public Money Retention { get; init; }

    [Description("已付的质量保证金（元），计入已拨付")]
    public Money RetentionPaid { get; init; }

    [Description("自竣工验收合格之日起的保修月数；合同没有约定的不填")]
    public int? WarrantyMonths { get; init; }

    [Description("收款账户")]
    public required Payee Payee { get; init; }

    public Money Amount() => Lines.Select(line => line.Amount).Sum();
}

/// <summary>One line of the running contract.</summary>
internal sealed record RunningContractLine
{
    [Description("名称")]
    public required string Name { get; init; }

    [Description("固定资产、无形资产或费用")]
    public required ContractLineClass Class { get; init; }

    [Description("数量")]
    public required long Quantity { get; init; }

    [Description("计量单位")]
    public required string QuantityUnit { get; init; }

    [Description("金额（元）")]
    public required Money Amount { get; init; }
}

/// <summary>The trial run that is going on.</summary>
internal sealed record RunningTrial
{
    [Description("试运行开始日期")]
    public required DateOnly StartedOn { get; init; }

    [Description("许可截止日期")]
    public required DateOnly PermitEndsBy { get; init; }
}
