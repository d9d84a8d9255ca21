using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Retrievals;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Application.Retrieving;

/// <summary>
/// Opens a retrieval before its first byte leaves: grant, agreement, purpose, channel and user are asked anew on each
/// call (articles 17 to 19, 22, 33), and its audit entry is the receipt.
/// </summary>
/// <param name="After">Where the page before ended; null from the beginning.</param>
/// <param name="Limit">At most so many rows; null for all.</param>
internal sealed record BeginRetrieval(
    ResourceId Resource,
    GrantId Grant,
    Purpose? Purpose,
    Channel Channel,
    string? After,
    int? Limit
) : ICommand;

internal sealed class BeginRetrievalValidator : AbstractValidator<BeginRetrieval>
{
    public BeginRetrievalValidator()
    {
        RuleFor(command => command.Purpose).IsInEnum().WithErrorCode("UNKNOWN_VALUE");
        RuleFor(command => command.Channel).IsInEnum().WithErrorCode("UNKNOWN_VALUE");
        RuleFor(command => command.Limit).InclusiveBetween(1, RowPosition.LargestPage).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class BeginRetrievalHandler(IDataSharingDatabase database, Act act, RulesInForce rules, IIdSource ids)
    : IRequestHandler<BeginRetrieval, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(BeginRetrieval command, CancellationToken cancellationToken)
    {
        var position = Cursor.Read<RowPosition>(command.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var resource = await database
            .Resources.AsNoTracking()
            .Where(SharingAccess.ResourcesFor(act.Actor))
            .FirstOrDefaultAsync(one => one.Id == command.Resource, cancellationToken);
        if (resource is null)
        {
            return Error.NotFound(new("政务信息资源", "resource"));
        }

        var grant = await database
            .Grants.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == command.Grant && one.Resource == resource.Id, cancellationToken);
        if (grant is null)
        {
            return Error.NotFound(new("数据授权", "grant"));
        }

        var agreement = await database
            .Agreements.AsNoTracking()
            .FirstAsync(one => one.Id == grant.Agreement, cancellationToken);
        var range = RangeOf(command, resource, position.Value);
        if (range.IsFailure)
        {
            return range.Failure;
        }

        var begun = Retrieval.Begin(
            ids.Next<RetrievalId>(),
            new(command.Channel, command.Purpose, resource.Sheet.Channels),
            range.Value,
            grant.Standing,
            agreement.Standing,
            Acting.For(act.Actor),
            act.At,
            rules
        );
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        act.Authorise(begun.Value, SharingAccess.OfRetriever);
        database.Retrievals.Add(begun.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    // Pages of one reading go on in the version they began in, whatever is uploaded meanwhile.
    private static Result<RowRange> RangeOf(BeginRetrieval command, Resource resource, RowPosition? after)
    {
        var version = after?.DataVersion ?? resource.LastDataVersion?.Number;
        return version is { } number && resource.DataVersions.Any(one => one.Number == number)
            ? new RowRange(number, after?.Number ?? 0, command.Limit)
            : Error.Unprocessable(
                "NO_DATA_YET",
                new("提供单位尚未上传数据。", "The provider has not sent any data yet.")
            );
    }
}
