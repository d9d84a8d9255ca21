using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Application;

/// <summary>Who acts, and what Security says of his unit.</summary>
internal static class Acting
{
    public static ActingFor For(Actor actor) =>
        new(new(actor.Account), new(actor.Unit))
        {
            Predecessors = [.. actor.Predecessors.Select(unit => new UnitId(unit))],
        };

    /// <summary>The unit on whose behalf the actor acts, as it is today.</summary>
    public static async Task<Result<ActingUnit>> ActingUnitAsync(
        this IMediator mediator,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        await mediator.Send(new UnitOf(new(actor.Unit)), cancellationToken) is { } profile
            ? new ActingUnit(profile.Id, profile.Name, profile.Kind)
            : Error.Unprocessable(
                "UNIT_UNKNOWN",
                new(
                    "账号所属单位未登记，请联系系统管理员。",
                    "The account's unit is not registered; ask the administrator."
                )
            );

    /// <summary>The unit, and those whose business it has taken over.</summary>
    public static async Task<IReadOnlyList<UnitId>> WithPredecessorsAsync(
        this IMediator mediator,
        UnitId unit,
        CancellationToken cancellationToken
    ) => [unit, .. (await mediator.Send(new UnitOf(unit), cancellationToken))?.Predecessors ?? []];

    /// <summary>An error for each unit that is not registered, by its place in the request.</summary>
    public static async Task<IReadOnlyList<FieldError>> UnknownUnitsAsync(
        this IMediator mediator,
        IReadOnlyList<UnitId> units,
        string field,
        Language language,
        CancellationToken cancellationToken
    )
    {
        var unknown = new List<FieldError>();
        for (var index = 0; index < units.Count; index++)
        {
            if (await mediator.Send(new UnitOf(units[index]), cancellationToken) is null)
            {
                var text = new LocalizedText("没有登记这个单位。", "No such unit is registered.");
                unknown.Add(new($"{field}[{index}]", "UNIT_UNKNOWN", text.In(language)));
            }
        }

        return unknown;
    }
}
