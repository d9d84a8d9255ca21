namespace SmartCity.Canaries.Alpha.Helpers.AR24;

internal static class TypeInNoLayer;
