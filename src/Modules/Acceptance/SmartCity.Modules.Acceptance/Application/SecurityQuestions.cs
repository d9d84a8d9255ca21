using MediatR;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Acceptance.Application;

/// <summary>What this module asks Security.</summary>
internal static class SecurityQuestions
{
    /// <summary>The named panel, or an error for each account and unit that Security does not know.</summary>
    public static async Task<Result<NamedPanel>> PanelAsync(
        this IMediator mediator,
        DateOnly heldOn,
        string place,
        IReadOnlyList<AccountId> experts,
        IReadOnlyList<UnitId> departments,
        Language language,
        CancellationToken cancellationToken
    )
    {
        var accounts = (await mediator.Send(new AccountsOf(experts), cancellationToken)).ToDictionary(one => one.Id);
        var units = new List<UnitProfile?>();
        foreach (var department in departments)
        {
            units.Add(await mediator.Send(new UnitOf(department), cancellationToken));
        }

        var unknown = experts
            .Index()
            .Where(one => !accounts.ContainsKey(one.Item))
            .Select(one => new FieldError(
                $"experts[{one.Index}]",
                "ACCOUNT_UNKNOWN",
                new LocalizedText("没有这个账号。", "There is no such account.").In(language)
            ))
            .Concat(
                units
                    .Index()
                    .Where(one => one.Item is null)
                    .Select(one => new FieldError(
                        $"departments[{one.Index}]",
                        "UNIT_UNKNOWN",
                        new LocalizedText("没有登记这个单位。", "No such unit is registered.").In(language)
                    ))
            )
            .ToList();
        return unknown.Count > 0
            ? Error.Invalid(unknown)
            : new NamedPanel(
                heldOn,
                place,
                [.. experts.Select(expert => Named(accounts[expert]))],
                [.. units.Select(unit => new NamedDepartment(unit!.Id, unit.Name) { Predecessors = unit.Predecessors })]
            );
    }

    /// <summary>The decision maker as Security knows the account; null where none was named or there is no such account.</summary>
    public static async Task<DecisionMaker?> DecisionMakerAsync(
        this IMediator mediator,
        AccountId? named,
        CancellationToken cancellationToken
    )
    {
        if (named is not { } account)
        {
            return null;
        }

        var profiles = await mediator.Send(new AccountsOf([account]), cancellationToken);
        return profiles is [var profile]
            ? new(
                profile.Id,
                profile.Name,
                profile.Unit,
                profile.Role == Roles.InformatizationOffice,
                profile.IsNaturalPerson,
                profile.IsActive
            )
            {
                Predecessors = profile.Predecessors,
            }
            : null;
    }

    private static NamedExpert Named(AccountProfile profile) =>
        new(
            profile.Id,
            profile.Name,
            profile.Unit,
            profile.Role == Roles.Expert,
            profile.IsNaturalPerson,
            profile.IsActive
        )
        {
            Predecessors = profile.Predecessors,
        };
}
