using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.DataSharing.Application.Grants;

/// <summary>
/// A unit asks for items of a resource. An unconditional one is granted at once and nobody is asked (article 17); of the
/// others the bureau decides.
/// </summary>
/// <param name="Agreement">Null is heard as a reasoned refusal, not as a malformed request.</param>
internal sealed record RequestGrant(ResourceId Resource, AgreementId? Agreement, GrantTerms Terms) : ICommand;

internal sealed class RequestGrantValidator : AbstractValidator<RequestGrant>
{
    public RequestGrantValidator()
    {
        RuleFor(command => command.Terms)
            .NotNull()
            .ChildRules(terms =>
            {
                terms.RuleFor(one => one.Purpose).KnownWord();
                terms.RuleFor(one => one.Duty).RequiredText(InputRules.LongText);
                terms.RuleFor(one => one.Items).Lines(200).NotEmpty().WithErrorCode("REQUIRED");
                terms.RuleForEach(one => one.Items).RequiredText(InputRules.ShortText);
                terms.RuleFor(one => one.Users).Lines();
            });
    }
}

internal sealed class RequestGrantHandler(
    IDataSharingDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<RequestGrant, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RequestGrant command, CancellationToken cancellationToken)
    {
        var unit = await mediator.ActingUnitAsync(act.Actor, cancellationToken);
        if (unit.IsFailure)
        {
            return unit.Failure;
        }

        var resource = await ResourceAsync(command.Resource, cancellationToken);
        if (resource.IsFailure)
        {
            return resource.Failure;
        }

        if (await ForeignUsersAsync(command.Terms, cancellationToken) is { Count: > 0 } foreign)
        {
            return Error.Invalid(foreign);
        }

        var requested = Grant.Request(
            ids.Next<GrantId>(),
            resource.Value,
            command.Agreement ?? default,
            await AgreementAsync(command.Agreement, cancellationToken),
            unit.Value,
            command.Terms,
            rules
        );
        if (requested.IsFailure)
        {
            return requested.Failure;
        }

        act.Authorise(requested.Value, SharingAccess.OfReader);
        database.Grants.Add(requested.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    private async Task<Result<GrantedResource>> ResourceAsync(ResourceId id, CancellationToken cancellationToken)
    {
        var resource = await database
            .Resources.AsNoTracking()
            .Where(SharingAccess.ResourcesFor(act.Actor))
            .FirstOrDefaultAsync(
                one => one.Id == id && one.State == Domain.Catalogue.ResourceState.Published,
                cancellationToken
            );
        return resource is null
            ? Error.NotFound(new("政务信息资源", "resource"))
            : new GrantedResource(
                resource.Id,
                resource.Title,
                resource.Provider,
                resource.ShareType,
                [.. resource.Sheet.Items.Select(item => item.Name)],
                resource.Sheet.Uses
            );
    }

    // Another unit's agreement is none of the asking unit's.
    private async Task<AgreementStanding?> AgreementAsync(AgreementId? id, CancellationToken cancellationToken)
    {
        var units = Roles.UnitsActedFor(act.Actor);
        var agreement = await database
            .Agreements.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == id && units.Contains(one.Unit), cancellationToken);
        return agreement?.Standing;
    }

    private async Task<IReadOnlyList<FieldError>> ForeignUsersAsync(
        GrantTerms terms,
        CancellationToken cancellationToken
    )
    {
        if (terms.Users.Count == 0)
        {
            return [];
        }

        var unit = new UnitId(act.Actor.Unit);
        var own = (await mediator.Send(new AccountsOf(terms.Users), cancellationToken))
            .Where(account => account.Unit == unit)
            .Select(account => account.Id)
            .ToHashSet();
        var text = new LocalizedText("不是本单位的账号。", "Not an account of your unit.").In(act.Context.Language);
        return
        [
            .. terms
                .Users.Select((account, index) => (account, index))
                .Where(one => !own.Contains(one.account))
                .Select(one => new FieldError($"terms.users[{one.index}]", "ACCOUNT_UNKNOWN", text)),
        ];
    }
}
