using System.ComponentModel;

namespace SmartCity.Modules.Construction.Domain.Buildings;

internal enum BuildingState
{
    [Description("招标中")]
    Tendering,

    [Description("已中标")]
    Awarded,

    [Description("已签合同")]
    Contracted,

    [Description("建设中")]
    UnderConstruction,

    [Description("已建成")]
    Built,

    [Description("已终止：申报被撤销")]
    Abandoned,

    [Description("合同已解除")]
    Terminated,
}

/// <summary>The methods of government procurement and of tendering for works.</summary>
internal enum ProcurementMethod
{
    /// <summary>公开招标</summary>
    PublicTender,

    /// <summary>邀请招标</summary>
    InvitedTender,

    /// <summary>竞争性谈判</summary>
    CompetitiveNegotiation,

    /// <summary>竞争性磋商</summary>
    CompetitiveConsultation,

    /// <summary>询价</summary>
    Inquiry,

    /// <summary>单一来源采购</summary>
    SingleSource,
}

/// <summary>What is agreed on who pays; with the declared money it gives the financing mode (article 39).</summary>
internal enum ContractForm
{
    /// <summary>采购（承揽）合同</summary>
    Purchase,

    /// <summary>BT（建设—移交）合同</summary>
    BuildTransfer,

    /// <summary>企业投资建设、政府租用合同</summary>
    EnterpriseBuilt,
}

/// <summary>What a member does in the working group (article 11).</summary>
internal enum MemberRole
{
    /// <summary>业务人员</summary>
    Business,

    /// <summary>技术人员</summary>
    Technical,
}

internal static class BuildingStates
{
    public static string InChinese(BuildingState state) =>
        state switch
        {
            BuildingState.Tendering => "招标中",
            BuildingState.Awarded => "已中标",
            BuildingState.Contracted => "已签合同",
            BuildingState.UnderConstruction => "建设中",
            BuildingState.Built => "已建成",
            BuildingState.Abandoned => "已随申报撤销而终止",
            BuildingState.Terminated => "合同已解除",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
