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

namespace SmartCity.Modules.Acceptance.Application.Testing;

/// <summary>The lead unit records a system test, passed or not.</summary>
internal sealed record RecordSystemTest(AcceptanceId Acceptance, SystemTestText Test, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class RecordSystemTestValidator : AbstractValidator<RecordSystemTest>
{
    public RecordSystemTestValidator()
    {
        RuleFor(command => command.Test)
            .NotNull()
            .ChildRules(test =>
            {
                test.RuleFor(text => text.TestedOn).PlausibleDate();
                test.RuleFor(text => text.Tester).RequiredText(InputRules.ShortText);
                test.RuleFor(text => text.ReportNumber).RequiredText(InputRules.ShortText);
                test.RuleFor(text => text.Summary).RequiredText(InputRules.LongText);
            });
    }
}

internal sealed class RecordSystemTestHandler(IAcceptanceDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<RecordSystemTest, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecordSystemTest command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheLeadUnit, command.ExpectedVersion)
            .Then(() => acceptance!.RecordSystemTest(command.Test, new AccountId(act.Actor.Account), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
