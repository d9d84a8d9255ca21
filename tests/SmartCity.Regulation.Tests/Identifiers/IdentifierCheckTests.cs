using SmartCity.Regulation.Identifiers;

namespace SmartCity.Regulation.Tests.Identifiers;

public sealed class IdentifierCheckTests
{
    [Theory]
    [InlineData("11010519491231002X")] // the standard's own
    [InlineData("11010519491231002x")]
    [InlineData("440524188001010014")] // the standard's own: born before numbers were thought of
    [InlineData("110111198012010078")] // given under a division that is younger than its holder
    public void Of_WhenResidentIdsAreReal_ThenValid(string id) =>
        Judge.Told(IdentifierKind.ResidentId, id).ShouldBe("Valid");

    [Theory]
    [InlineData("110105194912310021", "Invalid CHECK_CHARACTER_WRONG")]
    [InlineData("11010519491231002", "Invalid WRONG_LENGTH")]
    [InlineData("1101051949123100２X", "Invalid WRONG_LENGTH")]
    [InlineData("11010519491231X02X", "Invalid WRONG_CHARACTER")]
    [InlineData("110105194912310020", "Invalid CHECK_CHARACTER_WRONG")]
    [InlineData("11010519491231002A", "Invalid WRONG_CHARACTER")]
    [InlineData("11010549123100A", "Invalid WRONG_LENGTH")]
    [InlineData("110105491231002", "Invalid FIRST_GENERATION")]
    [InlineData("", "Invalid EMPTY")]
    public void Of_WhenResidentIdsAreBroken_ThenEveryReasonIsTold(string id, string told) =>
        Judge.Told(IdentifierKind.ResidentId, id).ShouldBe(told);

    [Theory]
    [InlineData("61040219900230001", "Invalid BIRTH_DATE_INVALID")]
    [InlineData("61040219900228001", "Valid")]
    [InlineData("61040219000229001", "Invalid BIRTH_DATE_INVALID")]
    [InlineData("61040220000229001", "Valid")]
    [InlineData("61040220261123001", "Valid")]
    [InlineData("61040220261124001", "Invalid BIRTH_DATE_IMPLAUSIBLE")]
    [InlineData("61040218600101001", "Valid")]
    [InlineData("61040218591231001", "Invalid BIRTH_DATE_IMPLAUSIBLE")]
    [InlineData("61040200000101001", "Invalid BIRTH_DATE_INVALID")]
    [InlineData("61040219900001001", "Invalid BIRTH_DATE_INVALID")]
    [InlineData("61040219900101001", "Valid")]
    [InlineData("61040219901231001", "Valid")]
    [InlineData("61040219901301001", "Invalid BIRTH_DATE_INVALID")]
    [InlineData("61040219900100001", "Invalid BIRTH_DATE_INVALID")]
    [InlineData("61040219900431001", "Invalid BIRTH_DATE_INVALID")]
    [InlineData("61040219900101000", "NeedsConfirmation SEQUENCE_UNUSUAL")]
    [InlineData("61042719500101001", "Valid")] // a county that was renamed in 2018
    [InlineData("61222219500101001", "Valid")] // a prefecture that ended in 1983
    [InlineData("61040519900101001", "Invalid REGION_UNKNOWN")]
    [InlineData("61000019900101001", "Invalid REGION_UNKNOWN")]
    [InlineData("81000019900101001", "Invalid OTHER_KIND")]
    [InlineData("93268219850101001", "Invalid OTHER_KIND")]
    public void Of_WhenOnlyOnePartOfAResidentIdIsOdd_ThenThatIsTold(string first17, string told) =>
        Judge.Told(IdentifierKind.ResidentId, first17 + Standard.OfResident(first17)).ShouldBe(told);

    [Theory]
    [InlineData("91350100M000100Y43")] // the standard's own
    [InlineData("91440300708461136T")]
    [InlineData("91330100799655058B")]
    [InlineData("91110000802100433B")]
    public void Of_WhenCreditCodesAreReal_ThenValid(string code) =>
        Judge.Told(IdentifierKind.CreditCode, code).ShouldBe("Valid");

    // Given out in the first pilots, lawful to this day, and wrong by the standard's own sum.
    [Theory]
    [InlineData("91350211M0000XUF46")]
    [InlineData("91350100M0001TGQXM")]
    [InlineData("91350203M0001FUE2P")]
    [InlineData("91350211M00013FA1N")]
    public void Of_WhenCreditCodesAreRealAndBreakTheCheck_ThenConfirmationAndWhatSettlesIt(string code)
    {
        var verdict = CreditCode.Check(code);

        verdict.Standing.ShouldBe(IdentifierStanding.NeedsConfirmation);
        var reason = verdict.Reasons.ShouldHaveSingleItem();
        reason.Code.ShouldBe("CHECK_CHARACTER_UNUSUAL");
        reason.SettledBy.ShouldNotBeNull().Chinese.ShouldContain("登记证书");
    }

    [Theory]
    [InlineData("91350100M000100Y44", "NeedsConfirmation CHECK_CHARACTER_UNUSUAL")]
    [InlineData("91350100M000101Y43", "Invalid CHECK_CHARACTER_UNUSUAL ORGANISATION_PART_WRONG")]
    [InlineData("91350100M000100Y4", "Invalid WRONG_LENGTH")]
    [InlineData("91350100m000100y43", "Invalid WRONG_CHARACTER")]
    [InlineData("9135010AM000100Y43", "Invalid WRONG_CHARACTER")]
    [InlineData("91350100I000100Y43", "Invalid WRONG_CHARACTER")]
    [InlineData("91350100M000100YÉ3", "Invalid WRONG_LENGTH")]
    public void Of_WhenCreditCodesAreBroken_ThenEveryReasonIsTold(string code, string told) =>
        Judge.Told(IdentifierKind.CreditCode, code).ShouldBe(told);

    [Theory]
    [InlineData("91", "610402", "Valid")]
    [InlineData("91", "100000", "Valid")]
    [InlineData("N3", "610424", "Valid")]
    [InlineData("A1", "610400", "Valid")]
    [InlineData("94", "610402", "NeedsConfirmation REGISTRAR_UNKNOWN")]
    [InlineData("19", "610402", "Valid")]
    [InlineData("14", "610402", "NeedsConfirmation REGISTRAR_UNKNOWN")]
    [InlineData("B1", "610402", "NeedsConfirmation REGISTRAR_UNKNOWN")]
    [InlineData("91", "610131", "NeedsConfirmation REGION_NOT_LISTED")]
    public void Of_WhenRegistrarOrDivisionIsNotListed_ThenEvidenceCanSettleIt(
        string registrar,
        string division,
        string told
    )
    {
        var first17 = $"{registrar}{division}MD000001{Standard.OfOrganisation("MD000001")}";

        Judge.Told(IdentifierKind.CreditCode, first17 + Standard.OfCreditCode(first17)).ShouldBe(told);
    }

    [Theory]
    [InlineData("D2143569X", "Valid")] // the standard's own
    [InlineData("D2143569-X", "Valid")]
    [InlineData("D21435691", "Invalid CHECK_CHARACTER_WRONG")]
    [InlineData("D2143569x", "Invalid WRONG_CHARACTER")]
    [InlineData("D214-3569X", "Invalid WRONG_LENGTH")]
    [InlineData("D2143569+X", "Invalid WRONG_LENGTH")]
    [InlineData("D2143569A", "Invalid WRONG_CHARACTER")]
    [InlineData("D214356-X", "Invalid WRONG_CHARACTER")]
    [InlineData("d2143569X", "Invalid WRONG_CHARACTER")]
    public void Of_WhenOrganisationCodes_ThenByTheStandard(string code, string told) =>
        Judge.Told(IdentifierKind.OrganisationCode, code).ShouldBe(told);

    [Theory]
    [InlineData("PDY00000", "Invalid INTERNAL_CODE")]
    [InlineData("PDY99999", "Invalid INTERNAL_CODE")]
    [InlineData("PDYA0001", "Valid")]
    public void Of_WhenAnOrganisationCodeIsForInternalUse_ThenNotForExchange(string first8, string told) =>
        Judge.Told(IdentifierKind.OrganisationCode, first8 + Standard.OfOrganisation(first8)).ShouldBe(told);

    [Theory]
    [InlineData("110108000000016", "Valid")] // the standard's own
    [InlineData("110108000000015", "Invalid CHECK_CHARACTER_WRONG")]
    [InlineData("1101080000000", "Invalid LEGACY_LICENCE")]
    [InlineData("11010800000001", "Invalid WRONG_LENGTH")]
    [InlineData("11010800000001A", "Invalid WRONG_CHARACTER")]
    [InlineData("110108000000A", "Invalid WRONG_LENGTH")]
    public void Of_WhenLicenceNumbers_ThenByTheStandard(string number, string told) =>
        Judge.Told(IdentifierKind.BusinessLicence, number).ShouldBe(told);

    [Theory]
    [InlineData("10000000000001", "Valid")] // the registrar of the whole country
    [InlineData("61040200000001", "Valid")]
    [InlineData("61013100000001", "NeedsConfirmation REGION_NOT_LISTED")]
    public void Of_WhenALicenceNamesItsRegistrar_ThenADivisionThatEverWasOrTheNationalOne(
        string first14,
        string told
    ) => Judge.Told(IdentifierKind.BusinessLicence, first14 + Standard.OfLicence(first14)).ShouldBe(told);

    [Theory]
    [InlineData(IdentifierKind.Passport, "E12345678", "Valid")]
    [InlineData(IdentifierKind.Passport, "EA1234567", "Valid")]
    [InlineData(IdentifierKind.Passport, "e12345678", "Invalid WRONG_CHARACTER")]
    [InlineData(IdentifierKind.Passport, "ABCDEF", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.Passport, "E123", "Invalid WRONG_LENGTH")]
    [InlineData(IdentifierKind.Passport, "E1234", "Valid")]
    [InlineData(IdentifierKind.Passport, "E1234567890123456789", "Valid")]
    [InlineData(IdentifierKind.Passport, "E12345678901234567890", "Invalid WRONG_LENGTH")]
    [InlineData(IdentifierKind.HongKongMacauPermit, "C12345678", "Valid")]
    [InlineData(IdentifierKind.HongKongMacauPermit, "CA1234567", "Valid")]
    [InlineData(IdentifierKind.HongKongMacauPermit, "H12345678", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.HongKongMacauPermit, "W12345678", "Valid")]
    [InlineData(IdentifierKind.HongKongMacauPermit, "Ca1234567", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.HongKongMacauPermit, "C1234567A", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.HongKongMacauPermit, "C1234567", "Invalid WRONG_LENGTH")]
    [InlineData(IdentifierKind.MainlandPermitOfHongKongMacauResidents, "H12345678", "Valid")]
    [InlineData(IdentifierKind.MainlandPermitOfHongKongMacauResidents, "M1234567801", "Valid")]
    [InlineData(IdentifierKind.MainlandPermitOfHongKongMacauResidents, "X12345678", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.MainlandPermitOfHongKongMacauResidents, "H1234567A", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.MainlandPermitOfHongKongMacauResidents, "H123456780", "Invalid WRONG_LENGTH")]
    [InlineData(IdentifierKind.MainlandPermitOfTaiwanResidents, "12345678", "Valid")]
    [InlineData(IdentifierKind.MainlandPermitOfTaiwanResidents, "1234567890B", "Valid")]
    [InlineData(IdentifierKind.MainlandPermitOfTaiwanResidents, "123456789", "Invalid WRONG_LENGTH")]
    [InlineData(IdentifierKind.MainlandPermitOfTaiwanResidents, "1234567890", "Valid")]
    [InlineData(IdentifierKind.MainlandPermitOfTaiwanResidents, "1234567A", "Invalid WRONG_CHARACTER")]
    [InlineData(IdentifierKind.MainlandPermitOfTaiwanResidents, "12345678901", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.MainlandPermitOfTaiwanResidents, "123456789AB", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.ForeignPermanentResident, "932682198501010017", "Valid")]
    [InlineData(IdentifierKind.ForeignPermanentResident, "932682198501010018", "Invalid CHECK_CHARACTER_WRONG")]
    [InlineData(IdentifierKind.ForeignPermanentResident, "FRA610402850101", "Valid")]
    [InlineData(IdentifierKind.ForeignPermanentResident, "1RA610402850101", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.ForeignPermanentResident, "F1A610402850101", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.ForeignPermanentResident, "FR1610402850101", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.ForeignPermanentResident, "FRA61040285010X", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.ForeignPermanentResident, "93268219850101", "Invalid WRONG_LENGTH")]
    [InlineData(IdentifierKind.ForeignPermanentResident, "11010519491231002X", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.ResidencePermitOfHongKongMacauTaiwan, "11010519491231002X", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.MilitaryIdentity, "军字第1234567号", "Valid")]
    [InlineData(IdentifierKind.MilitaryIdentity, "1234567", "Valid")]
    [InlineData(IdentifierKind.MilitaryIdentity, "123", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.MilitaryIdentity, "1234", "Valid")]
    [InlineData(IdentifierKind.MilitaryIdentity, "12345678", "Valid")]
    [InlineData(IdentifierKind.MilitaryIdentity, "123456789", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.MilitaryIdentity, "123A567", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.MilitaryIdentity, "军字第1234567", "Valid")]
    [InlineData(IdentifierKind.MilitaryIdentity, "1234567号", "Valid")]
    [InlineData(IdentifierKind.MilitaryIdentity, "武警士兵字第1234567号", "Valid")]
    [InlineData(IdentifierKind.MilitaryIdentity, "武警部队士字第1234567号", "Invalid FORM_UNKNOWN")]
    [InlineData(IdentifierKind.MilitaryIdentity, "字第1234567号", "Invalid FORM_UNKNOWN")]
    public void Of_WhenOtherDocuments_ThenByTheirForm(IdentifierKind kind, string number, string told) =>
        Judge.Told(kind, number).ShouldBe(told);

    [Theory]
    [InlineData("81000019900101001", "Valid")]
    [InlineData("83000019900101001", "Valid")]
    [InlineData("82000019900101001", "Valid")]
    [InlineData("80000019900101001", "Invalid FORM_UNKNOWN")]
    [InlineData("81000119900101001", "Invalid FORM_UNKNOWN")]
    [InlineData("84000019900101001", "Invalid FORM_UNKNOWN")]
    public void Of_WhenResidencePermits_ThenOnlyOfTheirThreeRegions(string first17, string told) =>
        Judge
            .Told(IdentifierKind.ResidencePermitOfHongKongMacauTaiwan, first17 + Standard.OfResident(first17))
            .ShouldBe(told);

    [Theory]
    [InlineData("6104020103000001", false, "Valid")]
    [InlineData("6104270103000001", false, "Valid")]
    [InlineData("61040201003000001", true, "Valid")]
    [InlineData("61040201003000001", false, "Invalid LAYOUT_NOT_IN_USE")]
    [InlineData("6101020103000001", false, "Invalid OUTSIDE_CITY")]
    [InlineData("6104050103000001", false, "Invalid OUTSIDE_CITY")]
    [InlineData("6104020703000001", false, "NeedsConfirmation COMPONENT_CLASS_UNKNOWN")]
    [InlineData("6104020203000001", false, "Valid")]
    [InlineData("6104020603000001", false, "Valid")]
    [InlineData("6104022103000001", false, "Valid")] // what the city adds of its own
    [InlineData("6104022003000001", false, "NeedsConfirmation COMPONENT_CLASS_UNKNOWN")]
    [InlineData("61040201030000012", true, "Valid")]
    [InlineData("610402010300000123", true, "Invalid WRONG_LENGTH")]
    [InlineData("6104020100000001", false, "Invalid SERIAL_ZERO")]
    [InlineData("6104020103000000", false, "Invalid SERIAL_ZERO")]
    [InlineData("610402010300001", false, "Invalid WRONG_LENGTH")]
    [InlineData("610402010300000A", false, "Invalid WRONG_CHARACTER")]
    public void Of_WhenCityComponents_ThenByTheLayoutsInUse(string code, bool of2026, string told) =>
        Judge.Told(IdentifierKind.CityComponent, code, of2026).ShouldBe(told);

    [Theory]
    [InlineData("610402", "Valid")]
    [InlineData("610482", "Valid")]
    [InlineData("610400", "Valid")]
    [InlineData("610427", "NeedsConfirmation COUNTY_CODE_RETIRED")]
    [InlineData("612222", "NeedsConfirmation COUNTY_CODE_RETIRED")]
    [InlineData("610401", "NeedsConfirmation COUNTY_CODE_STATISTICAL")]
    [InlineData("610405", "Invalid OUTSIDE_CITY")]
    [InlineData("610102", "Invalid OUTSIDE_CITY")]
    [InlineData("61040", "Invalid WRONG_LENGTH")]
    [InlineData("61040A", "Invalid WRONG_CHARACTER")]
    public void Of_WhenCountyCodes_ThenByTheirHistory(string code, string told) =>
        Judge.Told(IdentifierKind.CountyCode, code).ShouldBe(told);

    [Theory]
    [InlineData("108.7091,34.3296,CGCS2000", "Valid")]
    [InlineData("108.7091,34.3296,WGS-84", "Valid")]
    [InlineData("108.7091,34.3296,WGS84", "Valid")]
    [InlineData("108.7140,34.3280,GCJ02", "NeedsConfirmation DATUM_NOT_NATIONAL")]
    [InlineData("108.7205,34.3340,BD-09", "NeedsConfirmation DATUM_NOT_NATIONAL")]
    [InlineData("108.7140,34.3280,GCJ-02", "NeedsConfirmation DATUM_NOT_NATIONAL")]
    [InlineData("108.7205,34.3340,BD09", "NeedsConfirmation DATUM_NOT_NATIONAL")]
    [InlineData("108.7091,34.3296", "Invalid DATUM_REQUIRED")]
    [InlineData("34.3296,108.7091,CGCS2000", "Invalid COORDINATES_SWAPPED")]
    [InlineData("116.40,39.90,CGCS2000", "Invalid OUTSIDE_CITY")]
    [InlineData("107.5,34.0,CGCS2000", "Valid")]
    [InlineData("107.4999,34.0,CGCS2000", "Invalid OUTSIDE_CITY")]
    [InlineData("109.4,35.8,CGCS2000", "Valid")]
    [InlineData("109.4,35.8001,CGCS2000", "Invalid OUTSIDE_CITY")]
    [InlineData("109.4001,35.8,CGCS2000", "Invalid OUTSIDE_CITY")]
    [InlineData("107.5,33.9999,CGCS2000", "Invalid OUTSIDE_CITY")]
    [InlineData("180,34.3296,CGCS2000", "Invalid OUTSIDE_CITY")]
    [InlineData("180.0001,34.3296,CGCS2000", "Invalid COORDINATES_MALFORMED")]
    [InlineData("108.7091,-180.0001,CGCS2000", "Invalid COORDINATES_MALFORMED")]
    [InlineData("108.7091x,34.3296,CGCS2000", "Invalid COORDINATES_MALFORMED")]
    [InlineData("108.7091,34.3296x,CGCS2000", "Invalid COORDINATES_MALFORMED")]
    [InlineData("108.7091,north", "Invalid COORDINATES_MALFORMED")]
    [InlineData("108.7091;34.3296;CGCS2000", "Invalid COORDINATES_MALFORMED")]
    [InlineData("NaN,34.3296,CGCS2000", "Invalid COORDINATES_MALFORMED")]
    [InlineData("108.7091,34.3296,BEIJING54", "Invalid COORDINATES_MALFORMED")]
    public void Of_WhenCoordinates_ThenWithTheirDatumInsideTheCity(string text, string told) =>
        Judge.Told(IdentifierKind.Coordinates, text).ShouldBe(told);

    // The vectors by which the offset of internet maps is commonly checked.
    [Theory]
    [InlineData(121.5272106, 31.1774276, 121.531541859215, 31.17530398364597)]
    [InlineData(113.912316, 22.543847, 113.9171764808363, 22.540796131694766)]
    [InlineData(116.377817, 39.911954, 116.38404722455657, 39.91334545536069)]
    public void AsGcj02_WhenAPublishedVector_ThenTheSameAndBackAgain(double east, double north, double x, double y)
    {
        var offset = new Coordinates(east, north, Datum.Wgs84).AsGcj02();

        (offset.Longitude, offset.Latitude).ShouldSatisfyAllConditions(
            place => place.Longitude.ShouldBe(x, 1e-9),
            place => place.Latitude.ShouldBe(y, 1e-9)
        );
        offset.AsWgs84().Longitude.ShouldBe(east, 1e-6);
        offset.AsWgs84().Latitude.ShouldBe(north, 1e-6);
    }

    // By the published vector, this place in BD-09 is 116.39762729119315,39.90865673957631 in GCJ-02.
    [Fact]
    public void AsWgs84_WhenOfBaidu_ThenBothOffsetsAreTakenOut()
    {
        var place = new Coordinates(116.404, 39.915, Datum.Bd09).AsWgs84();

        place.Datum.ShouldBe(Datum.Wgs84);
        place.Longitude.ShouldBe(116.391386, 1e-6);
        place.Latitude.ShouldBe(39.907255, 1e-6);
    }

    [Theory]
    [InlineData("91350100M000100Y", "17 characters are asked for")]
    [InlineData("91350100M000100Y43", "17 characters are asked for")]
    [InlineData("91350100I000100Y4", "I is not of the alphabet")]
    public void CreditCodeCheckCharacter_WhenItIsNoSuchBeginning_ThenIsABug(string first17, string why) =>
        Should.Throw<ArgumentException>(() => CreditCode.CheckCharacter(first17), why);

    [Theory]
    [InlineData("D214356", "8 characters are asked for")]
    [InlineData("D21435690", "8 characters are asked for")]
    [InlineData("D214356-", "a hyphen is not of the alphabet")]
    [InlineData("d2143569", "small letters are not of the alphabet")]
    public void OrganisationCodeCheckCharacter_WhenItIsNoSuchBeginning_ThenIsABug(string first8, string why) =>
        Should.Throw<ArgumentException>(() => OrganisationCode.CheckCharacter(first8), why);

    [Fact]
    public void OfTheCityNow_WhenRead_ThenTheCityAndItsFourteenCounties() =>
        Divisions.OfTheCityNow.Select(one => one.Name).Distinct().Count().ShouldBe(15);

    [Fact]
    public void OfTheCity_WhenACountyWasRenamed_ThenBothCodesAndTheirYears() =>
        Divisions
            .OfTheCity.Where(one =>
                one.Name is "彬县" or "彬州市" && one.Code.StartsWith("6104", StringComparison.Ordinal)
            )
            .ShouldContain(new Division("610427", "彬县", 1983, 2018));
}
