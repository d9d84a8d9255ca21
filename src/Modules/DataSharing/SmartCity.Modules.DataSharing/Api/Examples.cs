using SmartCity.Modules.DataSharing.Application.Agreements;
using SmartCity.Modules.DataSharing.Application.Grants;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.DataSharing.Domain.Catalogue;

namespace SmartCity.Modules.DataSharing.Api;

/// <summary>Request bodies for the API description: one resource from the catalogue to the grant.</summary>
internal static class Examples
{
    public static CatalogueEndpoints.SheetBody Sheet =>
        new(
            new()
            {
                Title = "全国县级以上行政区划代码（2023 年）",
                Summary = "省、地、县三级行政区划的代码、名称、级别和上级代码。",
                Subject = SubjectKind.CityComponent,
                Items =
                [
                    new()
                    {
                        Name = "code",
                        Title = "行政区划代码",
                        Type = ItemType.Text,
                        Identifier = IdentifierKind.UnifiedCode,
                    },
                    new()
                    {
                        Name = "name",
                        Title = "名称",
                        Type = ItemType.Text,
                    },
                    new()
                    {
                        Name = "level",
                        Title = "级别",
                        Type = ItemType.Integer,
                    },
                    new()
                    {
                        Name = "parent_code",
                        Title = "上级代码",
                        Type = ItemType.Text,
                    },
                ],
                Cadence = Cadence.Monthly,
                CadenceNotice = "咸民函〔2026〕12号",
                ShareType = ShareType.Unconditional,
                Scope = "全市行政机关和公共企事业单位",
                Uses = [Purpose.WorkReference, Purpose.DataVerification],
                Channels = [Channel.OnlineQuery, Channel.BatchDownload],
                SecrecyReview = "已向社会公开的信息，不涉及国家秘密。",
            }
        );

    public static ProposeAgreement Agreement =>
        new(
            new(
                [Purpose.WorkReference, Purpose.DataVerification],
                365,
                [Channel.OnlineQuery, Channel.BatchDownload],
                "专人保管，不对外提供，到期销毁。",
                new(2026, 12, 1),
                new(2027, 11, 30)
            )
        );

    public static AgreementEndpoints.EndBody AgreementEnd => new("业务已调整，不再使用共享数据。");

    public static RequestGrant Grant =>
        new(
            new(Guid.Parse("0196f3a0-0000-7000-8000-000000000401")),
            new(Guid.Parse("0196f3a0-0000-7000-8000-000000000402")),
            new(Purpose.DataVerification, "传染病监测预警中核对病例现住址。", ["code", "name"], [])
        );

    public static GrantEndpoints.ApprovalBody GrantApproval => new(["code", "name"]);

    public static GrantEndpoints.ConsultationBody Consultation => new("申请的用途未见职责依据，请提供单位研究。");

    public static GrantEndpoints.RefusalBody GrantRefusal => new("该数据尚未核准，暂不具备共享条件。");

    public static GrantEndpoints.RevocationBody GrantRevocation => new("使用职责已经划转。");
}
