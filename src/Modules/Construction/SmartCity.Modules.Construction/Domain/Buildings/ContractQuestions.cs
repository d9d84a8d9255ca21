using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Construction.Domain.Buildings;

/// <summary>All that is asked of a contract when it is signed, so that a refusal tells every reason at once.</summary>
internal static class ContractQuestions
{
    public static IEnumerable<IQuestion> Of(
        ContractText text,
        Award award,
        Article10.QualificationFacts party,
        Project project,
        DateOnly today
    ) =>
        [
            Article08.DateImplausible.On(new(text.SignedOn, award.AwardedOn, today)),
            Article08.ContractOverBudget.On(new(text.Amount, project.ReviewedBudget)),
            Article08.ContractAmountMismatch.On(new(text.Amount, award.Amount)),
            Article10.ContractorNotQualified.On(party),
            Article10.BorrowedName.On(new(award.ContractorName, text.Payee.Name)),
            Article39.BuildTransferNotLawful.On(new(text.Form, text.SignedOn, text.BuildTransferBasis)),
            Article41.WarrantyClauseMissing.On(
                new(
                    IsApplicable: !project.IsService,
                    text.Warranty is not null,
                    text.Warranty?.StartsAtAcceptance ?? false
                )
            ),
            Article41.WarrantyTooShort.On(
                new(IsApplicable: !project.IsService && text.Warranty is not null, text.Warranty?.Months ?? 0)
            ),
        ];
}
