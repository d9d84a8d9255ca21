using SmartCity.Canaries.Alpha;

namespace SmartCity.Canaries.Beta.Application.AR05;

internal static class UsesAnotherModule
{
    public static async Task<string> NameAsync()
    {
        await Task.Yield();
        return new AlphaModule().Name;
    }
}
