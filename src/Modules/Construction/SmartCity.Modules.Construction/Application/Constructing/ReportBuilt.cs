using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>
/// The lead unit reports that the project is built; for services, that the work is delivered. Of a major project nobody's duty
/// in the group may be vacant then (article 11).
/// </summary>
internal sealed record ReportBuilt(BuildingId Building, DateOnly BuiltOn, string Statement, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ReportBuiltValidator : AbstractValidator<ReportBuilt>
{
    public ReportBuiltValidator()
    {
        RuleFor(command => command.BuiltOn).PlausibleDate();
        RuleFor(command => command.Statement).RequiredText(InputRules.LongText);
    }
}

internal sealed class ReportBuiltHandler(
    IConstructionDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator
) : IRequestHandler<ReportBuilt, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReportBuilt command, CancellationToken cancellationToken)
    {
        var building = await database.Buildings.FirstOrDefaultAsync(
            one => one.Id == command.Building,
            cancellationToken
        );
        var allowed = act.Authorise(building, BuildingAccess.OfTheLeadUnit, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var group = await mediator.GroupAsync(building!, act.LegalDate, cancellationToken);
        var outcome = building!.ReportBuilt(command.BuiltOn, command.Statement, group, rules);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
