using System.Diagnostics;
using System.Reflection;
using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>The frame of the rules itself: a rule that proves nothing fails.</summary>
public sealed class FindingsTests
{
    // The optimiser takes away casts and the marks of async bodies, and with them the uses that the rules look for.
    [Fact]
    public void Assemblies_WhenExamined_ThenAreDebugBuilds() =>
        Subject
            .Product.Assemblies.Concat(Subject.Canaries.Assemblies)
            .Where(assembly =>
                assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true }
            )
            .Select(assembly => assembly.GetName().Name)
            .ShouldBeEmpty();

    [Fact]
    public void Finding_WhenNothingIsSelected_ThenFails() =>
        Should.Throw<ShouldAssertException>(
            Findings.Of("AR00", Subject.Product, Array.Empty<string>(), ["x"], []).ShouldHold
        );

    [Fact]
    public void Finding_WhenNothingIsForbidden_ThenFails() =>
        Should.Throw<ShouldAssertException>(Findings.Of("AR00", Subject.Product, ["x"], [], []).ShouldHold);

    [Fact]
    public void Finding_WhenThereIsAnOffence_ThenFailsWithAllOfThem() =>
        Should
            .Throw<ShouldAssertException>(
                Findings.Of("AR00", Subject.Product, ["x"], ["y"], [new("First", "a"), new("Second", "b")]).ShouldHold
            )
            .Message.ShouldSatisfyAllConditions(
                message => message.ShouldContain("First: a"),
                message => message.ShouldContain("Second: b")
            );

    [Fact]
    public void Finding_WhenAnExemptionExcusesNothing_ThenFails() =>
        Should.Throw<ShouldAssertException>(Findings.Of("AR08", Subject.Canaries, ["x"], ["y"], []).ShouldHold);
}
