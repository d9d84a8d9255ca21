using System.IO.Pipelines;
using System.Text.Json.Serialization;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Identifiers;

namespace SmartCity.Regulation.Application.Identifiers;

/// <summary>
/// Judges a list of identifiers as it arrives. Nothing of it is kept: neither by the service, nor in the answer, which tells
/// each by its place.
/// </summary>
/// <param name="Content">JSON: a list of <c>{ kind, value }</c>.</param>
internal sealed record CheckIdentifiers([property: JsonIgnore] PipeReader Content) : IQuery<CheckedIdentifiers>;

internal sealed class CheckIdentifiersHandler(IdentifierCheck check, ILegalClock clock)
    : IRequestHandler<CheckIdentifiers, Result<CheckedIdentifiers>>
{
    public Task<Result<CheckedIdentifiers>> Handle(CheckIdentifiers query, CancellationToken cancellationToken) =>
        new IdentifierListReader(check, clock.Today).ReadAsync(query.Content, cancellationToken);
}
