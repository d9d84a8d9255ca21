using System.ComponentModel;

namespace SmartCity.Modules.DataSharing.Domain.Catalogue;

/// <summary>目录条目的状态</summary>
internal enum ResourceState
{
    [Description("编目中")]
    Draft,

    [Description("已发布")]
    Published,
}

/// <summary>What the rows tell about; article 16 names the identifier of each.</summary>
internal enum SubjectKind
{
    /// <summary>自然人</summary>
    Person,

    /// <summary>法人及其他机构</summary>
    LegalEntity,

    /// <summary>没有组织机构代码证的市场经营主体</summary>
    MarketOperator,

    /// <summary>
    /// 城市部件、物联网感知等信息. Article 16 closes this group with 等: whatever stands in space belongs to it, so
    /// administrative divisions do too, under the one code that the whole country uses for them (GB/T 2260).
    /// </summary>
    CityComponent,
}

/// <summary>By what a subject is identified (article 16).</summary>
internal enum IdentifierKind
{
    /// <summary>法定身份证件</summary>
    IdentityDocument,

    /// <summary>组织机构代码、统一社会信用代码</summary>
    OrganisationCode,

    /// <summary>营业执照</summary>
    BusinessLicence,

    /// <summary>坐标位置</summary>
    Coordinates,

    /// <summary>全市统一编码；行政区划用国家标准 GB/T 2260 的代码</summary>
    UnifiedCode,
}

/// <summary>What a cell of an item holds.</summary>
internal enum ItemType
{
    Text,
    Integer,
    Decimal,
    Date,
}

/// <summary>How often data is updated, in the words of the national catalogue; article 13 knows the first four only.</summary>
internal enum Cadence
{
    /// <summary>实时</summary>
    RealTime,

    /// <summary>每日</summary>
    Daily,

    /// <summary>每周</summary>
    Weekly,

    /// <summary>每月</summary>
    Monthly,

    /// <summary>每季度</summary>
    Quarterly,

    /// <summary>每年</summary>
    Yearly,
}

/// <summary>共享类型 (articles 17 to 19)</summary>
internal enum ShareType
{
    [Description("无条件共享")]
    Unconditional,

    [Description("有条件共享")]
    Conditional,

    [Description("特殊共享")]
    Special,
}
