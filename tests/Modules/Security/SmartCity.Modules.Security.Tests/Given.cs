using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Regulation.Identifiers;

namespace SmartCity.Modules.Security.Tests;

/// <summary>Requests and actors that are right in everything, for tests to change in one thing.</summary>
internal static class Given
{
    public const string Password = "right horse battery";

    public static readonly Actor Administrator = new(
        ActorKind.Person,
        Guid.Parse("01980000-0000-7000-8000-000000000001"),
        "系统管理员",
        Guid.Parse("01980000-0000-7000-8000-000000000002"),
        Roles.Administrator,
        Jurisdictions.City
    );

    public static Actor Of(string role, bool readsOnly = false) =>
        Administrator with
        {
            Role = role,
            ReadsOnly = readsOnly,
        };

    public static string CreditCodeOf(int serial)
    {
        var organisation = $"MD{serial:D6}";
        var first17 = $"11610400{organisation}{OrganisationCode.CheckCharacter(organisation)}";
        return first17 + CreditCode.CheckCharacter(first17);
    }

    public static RegisterUnit Unit(
        int serial = 1,
        UnitKind kind = UnitKind.MunicipalAdministrativeUnit,
        string jurisdiction = Jurisdictions.City
    ) =>
        new(
            $"演示单位{serial}",
            $"单位{serial}",
            kind,
            jurisdiction,
            CreditCodeOf(serial),
            Superior: null,
            "咸阳市",
            ContactPhone: "029-33330000"
        );

    public static RegisterAccount Account(UnitId unit, string userName = "unit.officer") =>
        new(unit, userName, "项目经办", AccountOffice.Staff, IsNaturalPerson: true, [], new(Password));

    public static RegisterAccount PartnerSystem(UnitId unit, string clientId = "unit-system") =>
        Account(unit, clientId) with
        {
            Name = "业务系统",
            IsNaturalPerson = false,
        };

    public static RegisterAccount Expert(UnitId unit, string userName = "expert-1") =>
        Account(unit, userName) with
        {
            Name = "评审专家一号（网络）",
            Office = AccountOffice.Expert,
            Specialties = ["网络"],
        };
}
