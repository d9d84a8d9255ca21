using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

/// <summary>The county's office records the tender by which the builder was chosen.</summary>
internal sealed record RecordCountyTender(
    CountyProjectId Project,
    CountyTenderMethod Method,
    string NoticeNumber,
    DateOnly TenderedOn,
    string WinnerName,
    string WinnerCreditCode,
    Money AwardedAmount,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class RecordCountyTenderValidator : AbstractValidator<RecordCountyTender>
{
    public RecordCountyTenderValidator()
    {
        RuleFor(command => command.Method).KnownWord();
        RuleFor(command => command.NoticeNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.TenderedOn).PlausibleDate();
        RuleFor(command => command.WinnerName).RequiredText(InputRules.ShortText);
        RuleFor(command => command.WinnerCreditCode)
            .NotEmpty()
            .WithErrorCode("CREDIT_CODE_INVALID")
            // The notice of award, which the command names, says who the winner is: it settles what the digits leave open.
            .CreditCode(_ => true);
        RuleFor(command => command.AwardedAmount).PositiveAmount();
    }
}

internal sealed class RecordCountyTenderHandler(IConstructionDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<RecordCountyTender, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecordCountyTender command, CancellationToken cancellationToken)
    {
        var project = await database.CountyProjects.FirstOrDefaultAsync(
            one => one.Id == command.Project,
            cancellationToken
        );
        var tender = new CountyTenderText(
            command.Method,
            command.NoticeNumber,
            command.TenderedOn,
            command.WinnerName,
            command.WinnerCreditCode,
            command.AwardedAmount
        );
        var outcome = act.Authorise(project, CountyProjectAccess.OfThoseWhoRead, command.ExpectedVersion)
            .Then(() => project!.RecordTender(tender, new AccountId(act.Actor.Account), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
