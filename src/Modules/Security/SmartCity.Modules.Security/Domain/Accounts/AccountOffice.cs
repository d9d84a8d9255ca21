namespace SmartCity.Modules.Security.Domain.Accounts;

/// <summary>What an account does for its unit.</summary>
internal enum AccountOffice
{
    /// <summary>经办：acts with the role that the unit's kind gives.</summary>
    Staff,

    /// <summary>评审专家：reviews in his own name; the unit is his employer.</summary>
    Expert,

    /// <summary>系统管理员：registers units and accounts and does no business.</summary>
    Administrator,
}
