using SmartCity.Modules.Security.Infrastructure.SignIn;

namespace SmartCity.Modules.Security.Tests.SecondFactors;

/// <summary>An authenticator that holds one secret and shows codes by the given clock.</summary>
internal sealed class Device(string secret, TimeProvider time)
{
    public string Code(int stepsLater = 0) =>
        TimeStepCodes.CodeOf(
            TimeStepCodes.FromBase32(secret),
            (time.GetUtcNow().ToUnixTimeSeconds() / TimeStepCodes.StepSeconds) + stepsLater
        );

    /// <summary>A code that is none of now, nor of the steps beside.</summary>
    public string WrongCode()
    {
        var right = Enumerable.Range(-2, 5).Select(Code).ToHashSet();
        return Enumerable.Range(0, 6).Select(number => $"{number:D6}").First(code => !right.Contains(code));
    }
}
