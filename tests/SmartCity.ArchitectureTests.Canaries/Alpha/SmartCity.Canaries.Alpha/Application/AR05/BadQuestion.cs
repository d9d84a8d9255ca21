using SmartCity.Canaries.Beta.Contracts;

namespace SmartCity.Canaries.Alpha.Application.AR05;

internal static class AsksAgainstTheDirection
{
    public static object Question() => new ReceiptOf(1);
}
