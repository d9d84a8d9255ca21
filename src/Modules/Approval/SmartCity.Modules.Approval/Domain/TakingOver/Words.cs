namespace SmartCity.Modules.Approval.Domain.TakingOver;

/// <summary>How far a running project is on the day it is taken over, in the order of a project's life.</summary>
internal enum TakeOverStage
{
    /// <summary>资金已安排</summary>
    FundArranged,

    /// <summary>合同已签</summary>
    Contracted,

    /// <summary>建设中</summary>
    UnderConstruction,

    /// <summary>已建成，待试运行</summary>
    Built,

    /// <summary>试运行中</summary>
    InTrialRun,

    /// <summary>验收合格</summary>
    Accepted,
}

/// <summary>What a document from before the take-over is.</summary>
internal enum EarlierDocumentKind
{
    /// <summary>评审结论</summary>
    ReviewConclusion,

    /// <summary>报财政函</summary>
    FinanceReport,

    /// <summary>资金安排文件</summary>
    FundArrangement,

    /// <summary>中标通知书</summary>
    AwardNotice,

    /// <summary>开工文件</summary>
    StartOrder,

    /// <summary>完工报告</summary>
    CompletionReport,

    /// <summary>系统测试报告</summary>
    SystemTestReport,

    /// <summary>试运行许可</summary>
    TrialPermit,

    /// <summary>验收结论</summary>
    AcceptanceConclusion,

    /// <summary>其他</summary>
    Other,
}

/// <summary>What the running contract agrees on who pays (article 39).</summary>
internal enum RunningContractForm
{
    /// <summary>采购（承揽）合同</summary>
    Purchase,

    /// <summary>BT（建设—移交）合同</summary>
    BuildTransfer,

    /// <summary>企业投资建设、政府租用合同</summary>
    EnterpriseBuilt,
}

/// <summary>A part of what is told of a running project; which of them there must be follows from the stage.</summary>
internal enum RunningPart
{
    /// <summary>评审结论文件</summary>
    ReviewConclusion,

    /// <summary>资金安排文件</summary>
    FundArrangement,

    /// <summary>已安排的资金</summary>
    ArrangedMoney,

    /// <summary>合同</summary>
    Contract,

    /// <summary>开工日期</summary>
    Start,

    /// <summary>建成日期</summary>
    Built,

    /// <summary>系统测试报告</summary>
    SystemTestReport,

    /// <summary>试运行许可文件</summary>
    TrialPermit,

    /// <summary>试运行</summary>
    Trial,

    /// <summary>验收合格日期</summary>
    Acceptance,

    /// <summary>验收结论文件</summary>
    AcceptanceConclusion,

    /// <summary>已付质量保证金</summary>
    RetentionPaid,
}
