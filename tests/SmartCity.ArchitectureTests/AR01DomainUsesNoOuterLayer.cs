using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>Domain uses nothing of Application, Infrastructure, Api.</summary>
public sealed class AR01DomainUsesNoOuterLayer
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Domain.AR01.HoldsApplication",
                "Alpha.Domain.AR01.CallsInfrastructureInAsyncBody",
                "Alpha.Domain.AR01.NamesApiByTypeOf",
                "Alpha.Domain.AR01.UsesApplicationInLambda",
                "Alpha.Domain.AR01.InheritsGenericOfApplication",
                "Alpha.Domain.AR01.CastsToApplication",
                "Alpha.Domain.AR01.UsesApplicationInIterator"
            );

    private static Findings Rule(Subject subject)
    {
        var domain = subject.Layer("Domain");
        IReadOnlyList<Type> outer =
        [
            .. subject.Layer("Application"),
            .. subject.Layer("Infrastructure"),
            .. subject.Layer("Api"),
        ];
        return Findings.Of(
            "AR01",
            subject,
            domain,
            outer.Select(type => type.FullName!),
            subject.Uses(domain, outer).Select(use => new Offence(use.By, $"uses {use.Used.FullName}"))
        );
    }
}
