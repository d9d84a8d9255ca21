using FluentValidation;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Domain.Enactments;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>What an interpretation says.</summary>
internal sealed class ReadingValidator : AbstractValidator<Reading>
{
    public ReadingValidator()
    {
        RuleFor(reading => reading.Number)
            .NotEmpty()
            .WithErrorCode("REQUIRED")
            .Matches(@"\AINT-[0-9]{2,3}\z")
            .WithErrorCode("WRONG_FORM")
            .InWords("应为解释登记编号，如 INT-36。", "The number in the interpretation register, such as INT-36.");
        RuleFor(reading => reading.Articles)
            .Lines()
            .NotEmpty()
            .WithErrorCode("REQUIRED")
            .Must(articles => articles is null || articles.Distinct().Count() == articles.Count)
            .WithErrorCode("DUPLICATE")
            .InWords("条不得重复。", "No article twice.");
        RuleForEach(reading => reading.Articles)
            .InclusiveBetween(1, RegulationText.Current.Articles.Count)
            .WithErrorCode("OUT_OF_RANGE");
        RuleFor(reading => reading.Question).RequiredText(InputRules.LongText);
        RuleFor(reading => reading.Words).RequiredText(InputRules.LongText);
    }
}
