using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Domain.Units;

/// <summary>Which administrative division a unit of some kind can belong to.</summary>
internal enum DivisionLevel
{
    City,
    County,
    Either,
}

/// <summary>What a kind of unit gives to its accounts. The one table from kind to role.</summary>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Level">Where units of this kind stand.</param>
internal sealed record Competence(string Role, DivisionLevel Level)
{
    /// <summary>True for those who oversee: they read everything and write nothing (article 34).</summary>
    public bool ReadsOnly => Roles.OfOversight.Contains(Role);

    /// <remarks>
    /// An enterprise gets the construction unit's role so that its declaration is answered by article 2, which says who
    /// is in scope, and not by a mere lack of permission.
    /// </remarks>
    public static Competence Of(UnitKind kind) =>
        kind switch
        {
            UnitKind.MunicipalAdministrativeUnit => City(Roles.ConstructionUnit),
            UnitKind.FiscallyFundedInstitution => City(Roles.ConstructionUnit),
            UnitKind.FiscallyFundedSocialOrganisation => City(Roles.ConstructionUnit),
            UnitKind.PublicEnterprise => Either(Roles.PublicEnterprise),
            UnitKind.Enterprise => Either(Roles.ConstructionUnit),
            UnitKind.InformatizationOffice => City(Roles.InformatizationOffice),
            UnitKind.FinanceBureau => City(Roles.FinanceBureau),
            UnitKind.BigDataBureau => City(Roles.BigDataBureau),
            UnitKind.DataServiceCentre => City(Roles.DataServiceCentre),
            UnitKind.DevelopmentAndReform => City(Roles.DevelopmentAndReform),
            UnitKind.SecrecyBureau => City(Roles.SecrecyBureau),
            UnitKind.PublicSecurity => City(Roles.PublicSecurity),
            UnitKind.StateSecurity => City(Roles.StateSecurity),
            UnitKind.CountyInformatizationOffice => County(Roles.CountyInformatizationOffice),
            UnitKind.CountyUnit => County(Roles.ConstructionUnit),
            UnitKind.ExpertEmployer => Either(Roles.Expert),
            UnitKind.Contractor => Either(Roles.Contractor),
            UnitKind.AuditOffice => City(Roles.AuditOffice),
            UnitKind.DisciplineInspection => City(Roles.DisciplineInspection),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>May a unit of this kind belong to that division?</summary>
    public bool Fits(string jurisdiction) =>
        Level switch
        {
            DivisionLevel.City => jurisdiction == Jurisdictions.City,
            DivisionLevel.County => Jurisdictions.Counties.ContainsKey(jurisdiction),
            _ => jurisdiction == Jurisdictions.City || Jurisdictions.Counties.ContainsKey(jurisdiction),
        };

    private static Competence City(string role) => new(role, DivisionLevel.City);

    private static Competence County(string role) => new(role, DivisionLevel.County);

    private static Competence Either(string role) => new(role, DivisionLevel.Either);
}
