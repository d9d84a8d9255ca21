using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Reviewing;

/// <summary>
/// An expert of the round gives his opinion from his own account: that authenticated act is his signature. Opinions of
/// one declaration are taken one after the other, so that a second one hears why it is not taken.
/// </summary>
/// <param name="Round">The round that the expert means.</param>
internal sealed record GiveOpinion(DeclarationId Declaration, int Round, OpinionText Opinion) : ICommand;

internal sealed class GiveOpinionValidator : AbstractValidator<GiveOpinion>
{
    public GiveOpinionValidator()
    {
        RuleFor(command => command.Round).GreaterThan(0).WithErrorCode("OUT_OF_RANGE");
        RuleFor(command => command.Opinion)
            .NotNull()
            .ChildRules(opinion =>
            {
                opinion.RuleFor(text => text.Verdict).KnownWord();
                opinion.RuleFor(text => text.Score).InclusiveBetween(0, 100).WithErrorCode("OUT_OF_RANGE");
                opinion.RuleFor(text => text.Necessity).RequiredText(InputRules.LongText);
                opinion.RuleFor(text => text.Feasibility).RequiredText(InputRules.LongText);
                opinion.RuleFor(text => text.Technology).RequiredText(InputRules.LongText);
                opinion.RuleFor(text => text.Investment).RequiredText(InputRules.LongText);
                opinion.RuleFor(text => text.Security).RequiredText(InputRules.LongText);
                opinion.RuleFor(text => text.Benefit).RequiredText(InputRules.LongText);
                opinion.RuleFor(text => text.Reasons).RequiredText(InputRules.LongText);
                opinion.RuleFor(text => text.ProposedBudget).Amount();
                opinion.RuleFor(text => text.Comments).Lines();
                opinion.RuleForEach(text => text.Comments).RequiredText(InputRules.LongText);
            });
    }
}

internal sealed class GiveOpinionHandler(IApprovalDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<GiveOpinion, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(GiveOpinion command, CancellationToken cancellationToken)
    {
        await database.LockAsync<Declaration, DeclarationId>(command.Declaration, cancellationToken);
        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var expert = new AccountId(act.Actor.Account);
        var outcome = act.Authorise(declaration, DeclarationAccess.OfExperts)
            .Then(() => declaration!.GiveOpinion(command.Round, expert, command.Opinion, act.At, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
