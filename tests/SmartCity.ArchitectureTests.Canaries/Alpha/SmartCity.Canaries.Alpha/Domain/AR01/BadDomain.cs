using SmartCity.Canaries.Alpha.Api;
using SmartCity.Canaries.Alpha.Application.Permits;
using SmartCity.Canaries.Alpha.Infrastructure;

namespace SmartCity.Canaries.Alpha.Domain.AR01;

internal sealed record HoldsApplication(GrantPermit Command);

internal static class CallsInfrastructureInAsyncBody
{
    public static async Task RunAsync()
    {
        await Task.Yield();
        await new ExpiryJob().RunAsync(CancellationToken.None);
    }
}

internal static class NamesApiByTypeOf
{
    public static string Name() => typeof(PermitEndpoints).Name;
}

internal static class UsesApplicationInLambda
{
    public static Func<object, bool> Test() => one => one is GrantPermit;
}

internal sealed class InheritsGenericOfApplication : List<GrantPermit>;

internal static class CastsToApplication
{
    public static bool Test(object one) => ((GrantPermit)one).Equals(null);
}

internal static class UsesApplicationInIterator
{
    public static IEnumerable<string> Names(object one)
    {
        yield return ((GrantPermit)one).Holder;
    }
}
