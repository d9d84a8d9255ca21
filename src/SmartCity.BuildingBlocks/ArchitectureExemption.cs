namespace SmartCity.BuildingBlocks;

/// <summary>
/// Excuses a type from one architecture rule, for a reason that stands beside it. The architecture tests count the
/// exemptions and fail on one that excuses nothing.
/// </summary>
/// <param name="rule">The rule, such as <c>AR08</c>.</param>
/// <param name="reason">Why the type may do what the rule forbids.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum,
    AllowMultiple = true,
    Inherited = false
)]
public sealed class ArchitectureExemptionAttribute(string rule, string reason) : Attribute
{
    public string Rule { get; } = rule;

    public string Reason { get; } = reason;
}
