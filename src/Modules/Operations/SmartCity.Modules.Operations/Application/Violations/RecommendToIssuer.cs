using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>The office recommends to the certificate's issuer to revoke or downgrade it; the issuer decides (INT-16).</summary>
internal sealed record RecommendToIssuer(
    ViolationCaseId Case,
    string DocumentNumber,
    string Issuer,
    string Certificate,
    RecommendedMeasure Measure,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class RecommendToIssuerValidator : AbstractValidator<RecommendToIssuer>
{
    public RecommendToIssuerValidator()
    {
        RuleFor(command => command.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Issuer).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Certificate).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Measure).KnownWord();
    }
}

internal sealed class RecommendToIssuerHandler(IOperationsDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<RecommendToIssuer, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecommendToIssuer command, CancellationToken cancellationToken)
    {
        var violation = await database.ViolationCases.FirstOrDefaultAsync(
            one => one.Id == command.Case,
            cancellationToken
        );
        var outcome = act.Authorise(violation, CaseAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() =>
                violation!.Recommend(
                    new(command.DocumentNumber, command.Issuer, command.Certificate, command.Measure),
                    new(act.Actor.Account),
                    rules
                )
            );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
