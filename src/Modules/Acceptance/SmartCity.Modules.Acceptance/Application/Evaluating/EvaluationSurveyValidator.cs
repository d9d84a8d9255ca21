using FluentValidation;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Evaluating;

/// <summary>Every part of the survey that article 37 names is filled in.</summary>
internal sealed class EvaluationSurveyValidator : AbstractValidator<EvaluationSurvey>
{
    public EvaluationSurveyValidator()
    {
        RuleFor(survey => survey.Decision).RequiredText(InputRules.LongText);
        RuleFor(survey => survey.Construction).RequiredText(InputRules.LongText);
        RuleFor(survey => survey.Running).RequiredText(InputRules.LongText);
        RuleFor(survey => survey.Cost).NotNull().ChildRules(Compared);
        RuleFor(survey => survey.Time).NotNull().ChildRules(Compared);
        RuleFor(survey => survey.Benefit).NotNull().ChildRules(Compared);
        RuleFor(survey => survey.Use).NotNull().ChildRules(Compared);
    }

    private static void Compared(InlineValidator<PlanAndActual> comparison)
    {
        comparison.RuleFor(one => one.Planned).RequiredText(InputRules.LongText);
        comparison.RuleFor(one => one.Actual).RequiredText(InputRules.LongText);
    }
}
