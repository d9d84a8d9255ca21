using System.ComponentModel;
using System.Numerics;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Regulation.Identifiers;

/// <summary>What a check of an identifier comes to.</summary>
public enum IdentifierStanding
{
    [Description("有效")]
    Valid,

    /// <summary>Real and lawful ones are known that look like this: a person settles it by evidence.</summary>
    [Description("须凭证确认")]
    NeedsConfirmation,

    [Description("无效")]
    Invalid,
}

/// <summary>One reason against an identifier.</summary>
/// <param name="Code">A stable code that a program can read.</param>
/// <param name="Text">What is wrong or unusual.</param>
/// <param name="SettledBy">What would settle it, where evidence can; null where the identifier is refused.</param>
public sealed record IdentifierReason(string Code, LocalizedText Text, LocalizedText? SettledBy = null)
{
    public bool Refuses => SettledBy is null;
}

/// <summary>The outcome of a check: every reason at once.</summary>
public readonly record struct IdentifierVerdict
{
    internal IdentifierVerdict(Finding findings) => Findings = findings;

    internal Finding Findings { get; }

    public IdentifierStanding Standing =>
        Findings == Finding.None ? IdentifierStanding.Valid
        : (Findings & IdentifierReasons.Refusing) == Finding.None ? IdentifierStanding.NeedsConfirmation
        : IdentifierStanding.Invalid;

    public bool IsValid => Findings == Finding.None;

    public bool IsInvalid => Standing == IdentifierStanding.Invalid;

    public IReadOnlyList<IdentifierReason> Reasons => IdentifierReasons.Of(Findings);

    /// <summary>All reasons in one sentence, with what would settle those that can be.</summary>
    public LocalizedText Told =>
        new(
            string.Concat(Reasons.Select(reason => reason.Text.Chinese + reason.SettledBy?.Chinese)),
            string.Join(' ', Reasons.Select(reason => $"{reason.Text.English} {reason.SettledBy?.English}".TrimEnd()))
        );
}

/// <summary>Every finding's words.</summary>
internal static class IdentifierReasons
{
    private static readonly LocalizedText ByCertificate = new(
        "请核对登记证书（营业执照、法人证书等）原件，并随附证书名称、编号和影像的 SHA-256。",
        "Check the original certificate of registration and give its name, number and the SHA-256 of its image."
    );

    private static readonly LocalizedText ByDocument = new(
        "请核对证件原件后确认。",
        "Check the original document and confirm."
    );

    private static readonly Dictionary<Finding, IdentifierReason> All = new()
    {
        [Finding.KindUnknown] = Refused("KIND_UNKNOWN", "不认识的号码类别。", "There is no such kind."),
        [Finding.ValueNotText] = Refused("VALUE_NOT_TEXT", "号码应为文字。", "The value is a text."),
        [Finding.Empty] = Refused("EMPTY", "号码为空。", "It is empty."),
        [Finding.WrongLength] = Refused("WRONG_LENGTH", "位数不对。", "It has the wrong length."),
        [Finding.WrongCharacter] = Refused(
            "WRONG_CHARACTER",
            "含有该类号码不用的字符。",
            "It holds a character that this kind does not use."
        ),
        [Finding.FormUnknown] = Refused(
            "FORM_UNKNOWN",
            "不符合该类证件号码的编排。",
            "It is not formed as numbers of this kind are."
        ),
        [Finding.CheckCharacterWrong] = Refused(
            "CHECK_CHARACTER_WRONG",
            "校验码不符，请核对各位。",
            "The check character does not fit; check each place."
        ),
        [Finding.RegionUnknown] = Refused(
            "REGION_UNKNOWN",
            "地址码从未启用过。",
            "Its division code has never been in use."
        ),
        [Finding.BirthDateInvalid] = Refused(
            "BIRTH_DATE_INVALID",
            "没有这个出生日期。",
            "There is no such birth date."
        ),
        [Finding.BirthDateImplausible] = Refused(
            "BIRTH_DATE_IMPLAUSIBLE",
            "出生日期晚于今天，或者早得不合情理。",
            "The birth date lies ahead, or too far back."
        ),
        [Finding.SequenceUnusual] = Doubted(
            "SEQUENCE_UNUSUAL",
            "顺序码为 000，少见。",
            "The sequence 000 is unusual.",
            ByDocument
        ),
        [Finding.FirstGeneration] = Refused(
            "FIRST_GENERATION",
            "15 位号码的第一代证自 2013 年 1 月 1 日起停止使用，请填 18 位号码。",
            "First-generation numbers of 15 digits ended on 1 January 2013; give the one of 18."
        ),
        [Finding.OtherKind] = Refused(
            "OTHER_KIND",
            "这是另一类证件的号码（港澳台居民居住证或外国人永久居留身份证），请改选类别。",
            "It is the number of another kind of document (residence permit or permanent resident card)."
        ),
        [Finding.CreditCodeCheckUnusual] = Doubted(
            "CHECK_CHARACTER_UNUSUAL",
            "第 18 位校验码不符；早期试点赋予的代码确有如此的。",
            "The last character does not fit; codes given in early pilots are known to be so.",
            ByCertificate
        ),
        [Finding.OrganisationPartWrong] = Refused(
            "ORGANISATION_PART_WRONG",
            "第 9 至 17 位组织机构代码的校验码不符。",
            "The organisation code within (places 9 to 17) does not fit its own check character."
        ),
        [Finding.RegistrarUnknown] = Doubted(
            "REGISTRAR_UNKNOWN",
            "登记管理部门和机构类别代码未列入已知的代码表。",
            "Registrar and category are not in the known table.",
            ByCertificate
        ),
        [Finding.RegionNotListed] = Doubted(
            "REGION_NOT_LISTED",
            "登记机关的行政区划码不在 GB/T 2260 历年代码之列；开发区等的登记机关另有代码。",
            "The registrar's division is in no edition of GB/T 2260; registrars of development zones have codes of their own.",
            ByCertificate
        ),
        [Finding.InternalCode] = Refused(
            "INTERNAL_CODE",
            "PDY00001 至 PDY99999 是单位内部自用的代码段，不得用于信息交换。",
            "PDY00001 to PDY99999 are for internal use and not for exchange."
        ),
        [Finding.LegacyLicence] = Refused(
            "LEGACY_LICENCE",
            "13 位是 2007 年以前的旧注册号，请填换发后的号码。",
            "Numbers of 13 digits are from before 2007; give the one that replaced it."
        ),
        [Finding.LayoutNotInUse] = Refused(
            "LAYOUT_NOT_IN_USE",
            "本系统没有启用该位数的部件标识码编排。",
            "Component codes of this length are not switched on here."
        ),
        [Finding.OutsideCity] = Refused("OUTSIDE_CITY", "不在本市范围内。", "It lies outside the city."),
        [Finding.ComponentClassUnknown] = Doubted(
            "COMPONENT_CLASS_UNKNOWN",
            "部件大类代码未列入已知的分类。",
            "The component's major class is not in the known table.",
            new("请提供扩展分类的依据。", "Name what the extended class rests on.")
        ),
        [Finding.SerialZero] = Refused("SERIAL_ZERO", "小类或者流水号为零。", "Minor class or serial number is zero."),
        [Finding.CountyCodeRetired] = Doubted(
            "COUNTY_CODE_RETIRED",
            "该代码已经停用，只在其有效年份内的资料中使用。",
            "The code is retired; it stands in records of its years only.",
            new("请提供资料形成的日期。", "Give the date of the record.")
        ),
        [Finding.CountyCodeStatistical] = Doubted(
            "COUNTY_CODE_STATISTICAL",
            "市辖区是统计用代码，不是一个县市区。",
            "It is a code of statistics and no county.",
            new("请确认确为统计口径，否则填具体的区。", "Confirm that statistics are meant, else name the district.")
        ),
        [Finding.CoordinatesMalformed] = Refused(
            "COORDINATES_MALFORMED",
            "坐标应写作“经度,纬度,坐标系”，例如 108.7091,34.3296,CGCS2000。",
            "Coordinates are longitude, latitude and datum, such as 108.7091,34.3296,CGCS2000."
        ),
        [Finding.DatumRequired] = Refused(
            "DATUM_REQUIRED",
            "没有写明坐标系：CGCS2000、WGS84、GCJ-02 或 BD-09。",
            "The datum is missing: CGCS2000, WGS84, GCJ-02 or BD-09."
        ),
        [Finding.CoordinatesSwapped] = Refused(
            "COORDINATES_SWAPPED",
            "经度和纬度写反了。",
            "Longitude and latitude are exchanged."
        ),
        [Finding.DatumNotNational] = Doubted(
            "DATUM_NOT_NATIONAL",
            "GCJ-02、BD-09 是互联网地图的加偏坐标，不是法定坐标系。",
            "GCJ-02 and BD-09 are offset for internet maps and are no legal datum.",
            new("请改报 CGCS2000 坐标，或者附测绘单位的换算成果。", "Give CGCS2000, or a surveyor's conversion.")
        ),
    };

    /// <summary>The findings that no evidence cures.</summary>
    public static Finding Refusing { get; } =
        All.Where(one => one.Value.Refuses).Aggregate(Finding.None, (all, one) => all | one.Key);

    public static IReadOnlyList<IdentifierReason> Of(Finding findings)
    {
        if (findings == Finding.None)
        {
            return [];
        }

        var reasons = new List<IdentifierReason>(BitOperations.PopCount((ulong)findings));
        for (var left = (long)findings; left != 0; left &= left - 1)
        {
            reasons.Add(All[(Finding)(left & -left)]);
        }

        return reasons;
    }

    private static IdentifierReason Refused(string code, string chinese, string english) =>
        new(code, new(chinese, english));

    private static IdentifierReason Doubted(string code, string chinese, string english, LocalizedText settledBy) =>
        new(code, new(chinese, english), settledBy);
}
