namespace SmartCity.Canaries.Alpha.Domains.AR24;

internal static class TypeInNearlyALayer;
