namespace SmartCity.Modules.Assets.Domain.Registrations;

internal enum RegistrationState
{
    /// <summary>登记中：尚有合同行未登记足额</summary>
    Open,

    /// <summary>已完成：卡片价值合计等于应登记价值</summary>
    Complete,

    /// <summary>已失效：所依据的验收已被撤销</summary>
    Void,
}
