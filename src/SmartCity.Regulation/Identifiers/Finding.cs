namespace SmartCity.Regulation.Identifiers;

/// <summary>What a check may find, one bit each, so that a verdict is one number however many there are.</summary>
[Flags]
internal enum Finding : long
{
    None = 0,
    KindUnknown = 1L << 0,
    ValueNotText = 1L << 1,
    Empty = 1L << 2,
    WrongLength = 1L << 3,
    WrongCharacter = 1L << 4,
    FormUnknown = 1L << 5,
    CheckCharacterWrong = 1L << 6,
    RegionUnknown = 1L << 7,
    BirthDateInvalid = 1L << 8,
    BirthDateImplausible = 1L << 9,
    SequenceUnusual = 1L << 10,
    FirstGeneration = 1L << 11,
    OtherKind = 1L << 12,
    CreditCodeCheckUnusual = 1L << 13,
    OrganisationPartWrong = 1L << 14,
    RegistrarUnknown = 1L << 15,
    RegionNotListed = 1L << 16,
    InternalCode = 1L << 17,
    LegacyLicence = 1L << 18,
    LayoutNotInUse = 1L << 19,
    OutsideCity = 1L << 20,
    ComponentClassUnknown = 1L << 21,
    SerialZero = 1L << 22,
    CountyCodeRetired = 1L << 23,
    CountyCodeStatistical = 1L << 24,
    CoordinatesMalformed = 1L << 25,
    DatumRequired = 1L << 26,
    CoordinatesSwapped = 1L << 27,
    DatumNotNational = 1L << 28,
}
