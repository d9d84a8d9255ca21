using System.ComponentModel;

namespace SmartCity.Modules.Assets.Domain.Registrations;

internal enum RegistrationState
{
    /// <summary>尚有合同行未登记足额</summary>
    [Description("登记中")]
    Open,

    /// <summary>卡片价值合计等于应登记价值</summary>
    [Description("已完成")]
    Complete,

    /// <summary>所依据的验收已被撤销</summary>
    [Description("已失效")]
    Void,
}
