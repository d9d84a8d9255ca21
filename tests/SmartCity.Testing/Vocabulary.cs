using Shouldly;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Testing;

/// <summary>How the tests speak of outcomes.</summary>
public static class Vocabulary
{
    /// <summary>Refused for exactly these reasons, in whatever order.</summary>
    public static void ShouldBeRefused<T>(this T result, params string[] codes)
        where T : struct, IFailable<T>
    {
        var failure = result.Failure.ShouldNotBeNull("it was accepted");
        failure.Codes.ShouldBe(codes, ignoreOrder: true, failure.Code);
        failure.Kind.ShouldBe(ErrorKind.Refused);
    }

    public static void ShouldFail<T>(this T result, ErrorKind kind, string code)
        where T : struct, IFailable<T>
    {
        var failure = result.Failure.ShouldNotBeNull("it was accepted");
        (failure.Kind, failure.Code).ShouldBe((kind, code));
    }

    public static void ShouldBeIllegalNow<T>(this T result)
        where T : struct, IFailable<T> => result.ShouldFail(ErrorKind.IllegalTransition, "ILLEGAL_TRANSITION");

    public static void ShouldBeAccepted<T>(this T result)
        where T : struct, IFailable<T> => result.Failure.ShouldBeNull();
}
