using System.ComponentModel;

namespace SmartCity.Modules.Security.Domain.Accounts;

/// <summary>What an account does for its unit.</summary>
internal enum AccountOffice
{
    /// <summary>Acts with the role that the unit's kind gives.</summary>
    [Description("经办")]
    Staff,

    /// <summary>Reviews in his own name; the unit is his employer.</summary>
    [Description("评审专家")]
    Expert,

    /// <summary>Registers units and accounts and does no business.</summary>
    [Description("系统管理员")]
    Administrator,
}
