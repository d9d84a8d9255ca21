using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Units;

namespace SmartCity.Modules.Security.Tests;

/// <summary>The whole table from kind of unit to what its accounts may be.</summary>
public sealed class CompetenceTests
{
    private const string City = Jurisdictions.City;
    private const string County = "610422";

    public static TheoryData<UnitKind, string, bool, bool, bool> Table =>
        new()
        {
            // kind, role, reads only, at the city, in a county
            { UnitKind.MunicipalAdministrativeUnit, Roles.ConstructionUnit, false, true, false },
            { UnitKind.FiscallyFundedInstitution, Roles.ConstructionUnit, false, true, false },
            { UnitKind.FiscallyFundedSocialOrganisation, Roles.ConstructionUnit, false, true, false },
            { UnitKind.PublicEnterprise, Roles.PublicEnterprise, false, true, true },
            { UnitKind.Enterprise, Roles.ConstructionUnit, false, true, true },
            { UnitKind.InformatizationOffice, Roles.InformatizationOffice, false, true, false },
            { UnitKind.FinanceBureau, Roles.FinanceBureau, false, true, false },
            { UnitKind.BigDataBureau, Roles.BigDataBureau, false, true, false },
            { UnitKind.DataServiceCentre, Roles.DataServiceCentre, false, true, false },
            { UnitKind.DevelopmentAndReform, Roles.DevelopmentAndReform, false, true, false },
            { UnitKind.SecrecyBureau, Roles.SecrecyBureau, false, true, false },
            { UnitKind.PublicSecurity, Roles.PublicSecurity, false, true, false },
            { UnitKind.StateSecurity, Roles.StateSecurity, false, true, false },
            { UnitKind.CountyInformatizationOffice, Roles.CountyInformatizationOffice, false, false, true },
            { UnitKind.CountyUnit, Roles.ConstructionUnit, false, false, true },
            { UnitKind.ExpertEmployer, Roles.Expert, false, true, true },
            { UnitKind.Contractor, Roles.Contractor, false, true, true },
            { UnitKind.AuditOffice, Roles.AuditOffice, true, true, false },
            { UnitKind.DisciplineInspection, Roles.DisciplineInspection, true, true, false },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Of_WhenKindIsKnown_ThenGivesItsRoleAndPlace(
        UnitKind kind,
        string role,
        bool readsOnly,
        bool atTheCity,
        bool inACounty
    )
    {
        var competence = Competence.Of(kind);

        competence.Role.ShouldBe(role);
        competence.ReadsOnly.ShouldBe(readsOnly);
        competence.Fits(City).ShouldBe(atTheCity);
        competence.Fits(County).ShouldBe(inACounty);
        competence.Fits("610100").ShouldBeFalse();
    }

    [Fact]
    public void Table_WhenAKindIsAdded_ThenItMustStandInIt() =>
        Table.Select(row => row.Data.Item1).ShouldBe(Enum.GetValues<UnitKind>(), ignoreOrder: true);
}
