using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Reviewing;

/// <summary>The module tells the office that an expert of a panel left before he signed (article 6).</summary>
internal sealed record ReopenPanelSeat(DeclarationId Declaration, PersonLeft Left) : ICommand;

internal sealed class ReopenPanelSeatValidator : AbstractValidator<ReopenPanelSeat>
{
    public ReopenPanelSeatValidator() => RuleFor(command => command.Left.Name).RequiredText(InputRules.ShortText);
}

internal sealed class ReopenPanelSeatHandler(IApprovalDatabase database, Act act, IMediator mediator)
    : IRequestHandler<ReopenPanelSeat, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReopenPanelSeat command, CancellationToken cancellationToken)
    {
        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var allowed = act.Authorise(declaration, DeclarationAccess.OfTheModule);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var formedBy = declaration!.CurrentRound!.OpenedBy;
        var office = (await mediator.Send(new AccountsOf([formedBy]), cancellationToken)).Single().Unit;
        var reopened = declaration.ReopenSeat(command.Left, office, act.LegalDate);
        return reopened.IsFailure ? reopened.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
