using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Domain.Retrievals;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.DataSharing.Tests.Given;

/// <summary>Resources, agreements, grants and retrievals in each state, brought there by the acts that lead there.</summary>
internal static class Sharing
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static RulesInForce Rules { get; } = new(ParameterSnapshot.AtPromulgation, Today);

    public static ResourceSheet Divisions(
        ShareType shareType = ShareType.Unconditional,
        params IReadOnlyList<UnitId> recipients
    ) =>
        new()
        {
            Title = "行政区划代码",
            Summary = "省、地、县三级行政区划。",
            Subject = SubjectKind.CityComponent,
            Items =
            [
                Item("code", ItemType.Text, IdentifierKind.UnifiedCode),
                Item("name", ItemType.Text),
                Item("level", ItemType.Integer),
                Item("parent_code", ItemType.Text),
            ],
            Cadence = Cadence.Monthly,
            CadenceNotice = "咸民函〔2026〕12号",
            ShareType = shareType,
            Recipients = recipients,
            Scope = "全市行政机关和公共企事业单位",
            Uses = [Purpose.WorkReference, Purpose.DataVerification, Purpose.PublicService],
            Channels = [Channel.OnlineQuery, Channel.BatchDownload],
            SecrecyReview = "不涉及国家秘密。",
        };

    public static ResourceItem Item(string name, ItemType type, IdentifierKind? identifier = null) =>
        new()
        {
            Name = name,
            Title = name,
            Type = type,
            Identifier = identifier,
        };

    public static AgreementTerms Terms(params IReadOnlyList<Channel> channels) =>
        new(
            [Purpose.DataVerification, Purpose.PublicService, Purpose.AdministrativeBasis],
            365,
            channels.Count == 0 ? [Channel.OnlineQuery, Channel.BatchDownload] : channels,
            "专人保管。",
            Today,
            Today.AddDays(30)
        );

    public static GrantTerms Wanted(Purpose? purpose = Purpose.DataVerification, params IReadOnlyList<string> items) =>
        new(purpose, "核对病例现住址。", items.Count == 0 ? ["code", "name"] : items, []);

    public static ActingUnit Of(UnitProfile unit) => new(unit.Id, unit.Name, unit.Kind);

    public static ActingFor Of(Actor actor) => new(Town.AccountOf(actor), new(actor.Unit));

    public static Resource InDraft(ResourceSheet? sheet = null) =>
        Resource.Register(new(Ids.Next()), Of(Town.CivilAffairs), sheet ?? Divisions(), Today);

    public static Resource Published(ResourceSheet? sheet = null)
    {
        var resource = InDraft(sheet);
        resource.Publish(Rules).ShouldBeAccepted();
        return resource;
    }

    public static Agreement Proposed() => Agreement.Propose(new(Ids.Next()), Of(Town.Health), Terms(), Rules).Value;

    public static Agreement Signed()
    {
        var agreement = Proposed();
        agreement.Sign(Town.AccountOf(Town.BureauClerk), Rules).ShouldBeAccepted();
        return agreement;
    }

    public static GrantedResource Asked(ShareType shareType)
    {
        var sheet = Divisions();
        return new(
            new(Ids.Next()),
            sheet.Title,
            Town.CivilAffairs.Id,
            shareType,
            [.. sheet.Items.Select(item => item.Name)],
            sheet.Uses
        );
    }

    public static Grant Requested(ShareType shareType = ShareType.Conditional) =>
        Grant
            .Request(
                new(Ids.Next()),
                Asked(shareType),
                new(Ids.Next()),
                Signed().Standing,
                Of(Town.Health),
                Wanted(),
                Rules
            )
            .Value;

    public static Grant In(GrantState state)
    {
        var grant = Requested();
        switch (state)
        {
            case GrantState.BdbReview:
                break;
            case GrantState.Consulting:
                grant.OpenConsultation("职责依据不明。", new(Town.BureauClerk.Unit), Rules).ShouldBeAccepted();
                break;
            case GrantState.InForce:
                grant.Approve(null, false, Rules).ShouldBeAccepted();
                break;
            case GrantState.ProviderRefused:
                grant.OpenConsultation("职责依据不明。", new(Town.BureauClerk.Unit), Rules).ShouldBeAccepted();
                grant.Refuse("数据未核准。", Rules).ShouldBeAccepted();
                break;
            default:
                grant.Approve(null, false, Rules).ShouldBeAccepted();
                grant.Revoke("职责划转。", Today).ShouldBeAccepted();
                break;
        }

        return grant;
    }

    public static Retrieval Open() =>
        Retrieval
            .Begin(
                new(Ids.Next()),
                new(Channel.OnlineQuery, Purpose.DataVerification, [Channel.OnlineQuery]),
                new(1, 0, null),
                In(GrantState.InForce).Standing,
                Signed().Standing,
                Of(Town.Demander),
                DateTimeOffset.UnixEpoch,
                Rules
            )
            .Value;
}
