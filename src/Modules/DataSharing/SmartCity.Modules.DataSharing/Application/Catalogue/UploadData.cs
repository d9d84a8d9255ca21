using System.Globalization;
using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.DataSharing.Application.Catalogue;

/// <summary>
/// The provider sends the next version of a resource's data as CSV (article 13). The file is kept, read once to be
/// checked and once to be stored; so a slow sender holds no lock, and a bad row leaves nothing but the file.
/// </summary>
/// <param name="DataAsOf">The day up to which the data is true.</param>
internal sealed record UploadData(
    ResourceId Resource,
    DateOnly DataAsOf,
    string FileName,
    [property: JsonIgnore] Stream Content,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class UploadDataValidator : AbstractValidator<UploadData>
{
    public UploadDataValidator()
    {
        RuleFor(command => command.DataAsOf).PlausibleDate();
        RuleFor(command => command.FileName).RequiredText(InputRules.ShortText);
    }
}

internal sealed class UploadDataHandler(
    IDataSharingDatabase database,
    Act act,
    RulesInForce rules,
    IFileStore files,
    IRowStore rows
) : IRequestHandler<UploadData, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(UploadData command, CancellationToken cancellationToken)
    {
        var resource = await database.Resources.FirstOrDefaultAsync(
            one => one.Id == command.Resource,
            cancellationToken
        );
        var allowed = act.Authorise(resource, SharingAccess.OfProvider, command.ExpectedVersion)
            .Then(() => resource!.MayReceive(command.DataAsOf, rules));
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var stored = await DataFile.KeepAsync(files, command.Content, act.Context.Language, cancellationToken);
        if (stored.IsFailure)
        {
            return stored.Failure;
        }

        // By the number of the version that it is to become.
        act.Name(NamedDocument.Of(resource!.NextDataVersion.ToString(CultureInfo.InvariantCulture), stored.Value));
        var file = new DataFile(files, stored.Value.Sha256, resource.Sheet.Items, act.Context.Language);
        var good = await file.CheckAsync(cancellationToken);
        if (good.IsFailure)
        {
            return good.Failure;
        }

        await database.LockAsync<Resource, ResourceId>(command.Resource, cancellationToken);
        if (await IsOutdatedAsync(resource, cancellationToken))
        {
            return Error.VersionConflict();
        }

        var number = resource.NextDataVersion;
        var written = await rows.WriteAsync(resource.Id, number, file.RowsAsync(cancellationToken), cancellationToken);
        resource.Receive(
            new()
            {
                Number = number,
                DataAsOf = command.DataAsOf,
                UpdatedOn = act.LegalDate,
                ReceivedAt = act.At,
                ReceivedFrom = new(act.Actor.Account),
                Rows = written,
                FileName = command.FileName,
                Sha256 = stored.Value.Sha256,
            },
            rules
        );
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    // The resource was loaded before the lock: another upload may have taken its number meanwhile.
    private Task<bool> IsOutdatedAsync(Resource loaded, CancellationToken cancellationToken) =>
        database.Resources.AnyAsync(one => one.Id == loaded.Id && one.Version != loaded.Version, cancellationToken);
}
