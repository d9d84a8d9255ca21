using System.ComponentModel;

namespace SmartCity.Regulation.Identifiers;

/// <summary>The identifiers that persons, bodies and city components are told apart by (article 16; INT-09, INT-10).</summary>
public enum IdentifierKind
{
    /// <summary>GB 11643</summary>
    [Description("公民身份号码")]
    ResidentId,

    /// <summary>GB 32100</summary>
    [Description("统一社会信用代码")]
    CreditCode,

    /// <summary>GB 11714</summary>
    [Description("组织机构代码")]
    OrganisationCode,

    /// <summary>GS 15</summary>
    [Description("营业执照注册号（15 位）")]
    BusinessLicence,

    [Description("护照")]
    Passport,

    [Description("往来港澳通行证")]
    HongKongMacauPermit,

    [Description("港澳居民来往内地通行证")]
    MainlandPermitOfHongKongMacauResidents,

    [Description("台湾居民来往大陆通行证")]
    MainlandPermitOfTaiwanResidents,

    [Description("港澳台居民居住证")]
    ResidencePermitOfHongKongMacauTaiwan,

    [Description("外国人永久居留身份证")]
    ForeignPermanentResident,

    [Description("军官证、士兵证")]
    MilitaryIdentity,

    /// <summary>GB/T 30428.2, and GB/T 47678.5 where it is switched on</summary>
    [Description("城市部件标识码")]
    CityComponent,

    /// <summary>GB/T 2260, of this city and its counties</summary>
    [Description("县市区代码")]
    CountyCode,

    /// <summary>Longitude, latitude and datum, such as <c>108.7091,34.3296,CGCS2000</c></summary>
    [Description("坐标")]
    Coordinates,
}
