using SmartCity.Canaries.Alpha.Infrastructure;

namespace SmartCity.Canaries.Alpha.Api.AR04;

internal static class NamesInfrastructure
{
    public static int Count(AlphaDb database) => database.Model.GetEntityTypes().Count();
}
