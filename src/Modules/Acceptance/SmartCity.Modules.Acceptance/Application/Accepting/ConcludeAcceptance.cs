using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Accepting;

/// <summary>The office concludes the acceptance; a named natural person answers for it.</summary>
/// <param name="DecisionMaker">Null is heard as a reasoned refusal, not as a malformed request.</param>
internal sealed record ConcludeAcceptance(
    AcceptanceId Acceptance,
    ConclusionText Conclusion,
    AccountId? DecisionMaker,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class ConcludeAcceptanceValidator : AbstractValidator<ConcludeAcceptance>
{
    public ConcludeAcceptanceValidator()
    {
        RuleFor(command => command.Conclusion)
            .NotNull()
            .ChildRules(conclusion =>
            {
                conclusion.RuleFor(text => text.DocumentNumber).RequiredText(InputRules.ShortText);
                conclusion.RuleFor(text => text.DecidedOn).PlausibleDate();
                conclusion.RuleFor(text => text.Opinion).RequiredText(InputRules.LongText);
                conclusion
                    .RuleFor(text => text.Defects)
                    .Lines()
                    .Must((text, defects) => text.Passed || defects is not { Count: 0 })
                    .WithErrorCode("REQUIRED")
                    .InWords("不合格的应列明存在的问题。", "A failed acceptance names what is wrong.");
                conclusion.RuleForEach(text => text.Defects).RequiredText(InputRules.ShortText);
            });
    }
}

internal sealed class ConcludeAcceptanceHandler(
    IAcceptanceDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator
) : IRequestHandler<ConcludeAcceptance, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ConcludeAcceptance command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var allowed = act.Authorise(acceptance, AcceptanceAccess.OfTheOffice, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var outcome = acceptance!.Conclude(
            command.Conclusion,
            await mediator.DecisionMakerAsync(command.DecisionMaker, cancellationToken),
            new AccountId(act.Actor.Account),
            rules
        );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
