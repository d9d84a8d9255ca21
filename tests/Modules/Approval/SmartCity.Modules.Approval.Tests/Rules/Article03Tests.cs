using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Rules;

public sealed class Article03Tests
{
    private static readonly ProjectKind[] Services =
    [
        ProjectKind.ConsultingAndAssessment,
        ProjectKind.Maintenance,
        ProjectKind.Outsourcing,
    ];

    [Fact]
    public void ProjectKindRequired_WhenNoneIsChosen_ThenViolated() =>
        Article03.ProjectKindRequired.ShouldJudge(new(null), false);

    [Fact]
    public void ProjectKindRequired_WhenAnyOfTheEightIsChosen_ThenSatisfied()
    {
        var kinds = Enum.GetValues<ProjectKind>();
        kinds.Length.ShouldBe(8);
        kinds.ShouldAllBe(kind => IsSatisfiedBy(kind));
    }

    [Fact]
    public void Nature_WhenKindAndNatureMeet_ThenWorksNeedOneAndServicesHaveNone()
    {
        foreach (var kind in Enum.GetValues<ProjectKind>())
        {
            foreach (
                ProjectNature? nature in new ProjectNature?[]
                {
                    null,
                    ProjectNature.New,
                    ProjectNature.Extension,
                    ProjectNature.Alteration,
                }
            )
            {
                var isService = Services.Contains(kind);
                Article03.NatureNotApplicable.ShouldJudge(new(kind, nature), !isService || nature is null);
                Article03.NatureRequired.ShouldJudge(new(kind, nature), isService || nature is not null);
            }
        }
    }

    [Fact]
    public void Nature_WhenTheKindIsMissing_ThenOnlyTheKindIsAskedFor()
    {
        Article03.NatureNotApplicable.ShouldJudge(new(null, ProjectNature.New), true);
        Article03.NatureRequired.ShouldJudge(new(null, null), true);
    }

    [Fact]
    public void Basis_WhenNatureIsJudged_ThenTheReadingIsNamed()
    {
        Article03.ProjectKindRequired.ShouldRestOn(BasisKind.Text, 3);
        Article03.NatureNotApplicable.ShouldRestOn(BasisKind.Reading, 3);
        Article03.NatureRequired.ShouldRestOn(BasisKind.Reading, 3);
    }

    private static bool IsSatisfiedBy(ProjectKind kind) => Article03.ProjectKindRequired.Verdict(new(kind));
}
