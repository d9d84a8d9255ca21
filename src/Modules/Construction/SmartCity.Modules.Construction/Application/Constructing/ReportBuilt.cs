using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>The lead unit reports that the project is built; for services, that the work is delivered.</summary>
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

internal sealed class ReportBuiltHandler(IConstructionDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ReportBuilt, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReportBuilt command, CancellationToken cancellationToken)
    {
        var building = await database.Buildings.FirstOrDefaultAsync(
            one => one.Id == command.Building,
            cancellationToken
        );
        var outcome = act.Authorise(building, BuildingAccess.OfTheLeadUnit, command.ExpectedVersion)
            .Then(() => building!.ReportBuilt(command.BuiltOn, command.Statement, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
