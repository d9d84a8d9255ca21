using FluentValidation;
using SmartCity.Regulation.Domain.Enactments;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>What the document says of itself.</summary>
internal sealed class EnactmentTextValidator : AbstractValidator<EnactmentText>
{
    public EnactmentTextValidator()
    {
        RuleFor(text => text.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(text => text.Title).RequiredText(InputRules.ShortText);
        RuleFor(text => text.IssuedOn).PlausibleDate();
        RuleFor(text => text.EffectiveFrom).PlausibleDate();
        RuleFor(text => text.Reason).RequiredText(InputRules.LongText);
    }
}
