using MediatR;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Application;

/// <summary>What this module asks Security.</summary>
internal static class SecurityQuestions
{
    /// <summary>The unit that declares; every account belongs to one, so its absence is a fault of the data.</summary>
    public static async Task<Result<LeadUnit>> LeadUnitAsync(
        this IMediator mediator,
        UnitId unit,
        CancellationToken cancellationToken
    ) =>
        await mediator.Send(new UnitOf(unit), cancellationToken) is { } profile
            ? new LeadUnit(profile.Id, profile.Name, profile.Kind, profile.CreditCode)
            : Error.Unprocessable(
                "UNIT_UNKNOWN",
                new(
                    "账号所属单位未登记，请联系系统管理员。",
                    "The account's unit is not registered; ask the administrator."
                )
            );

    /// <summary>The person named as decision maker for an authority; null where none was named or there is no such account.</summary>
    /// <param name="authority">The role whose accounts are competent to decide.</param>
    public static async Task<DecisionMaker?> DecisionMakerAsync(
        this IMediator mediator,
        AccountId? named,
        string authority,
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
                profile.Role == authority,
                profile.IsNaturalPerson,
                profile.IsActive
            )
            {
                Predecessors = profile.Predecessors,
            }
            : null;
    }

    /// <summary>The profiles in the order asked for; null where there is no such unit.</summary>
    public static async Task<IReadOnlyList<UnitProfile?>> UnitsAsync(
        this IMediator mediator,
        IEnumerable<UnitId> units,
        CancellationToken cancellationToken
    )
    {
        var profiles = new List<UnitProfile?>();
        foreach (var unit in units)
        {
            profiles.Add(await mediator.Send(new UnitOf(unit), cancellationToken));
        }

        return profiles;
    }

    /// <summary>An error for each unit that is not registered, by its place in the request.</summary>
    public static IEnumerable<FieldError> UnknownUnits(
        this IReadOnlyList<UnitProfile?> profiles,
        Func<int, string> field,
        Language language
    ) =>
        profiles
            .Select((profile, index) => (profile, index))
            .Where(one => one.profile is null)
            .Select(one => new FieldError(
                field(one.index),
                "UNIT_UNKNOWN",
                new LocalizedText("没有登记这个单位。", "No such unit is registered.").In(language)
            ));
}
