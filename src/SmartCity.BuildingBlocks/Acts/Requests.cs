using MediatR;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>The answer to every accepted command.</summary>
/// <param name="Id">The object that was made or changed.</param>
/// <param name="Version">Its version now, also sent as ETag.</param>
/// <param name="AuditEntry">The receipt: the id of the audit entry, redeemable for a proof.</param>
/// <param name="Article">The article that the act was done under.</param>
public sealed record Receipt(Guid Id, long Version, Guid AuditEntry, int Article);

/// <summary>A request that changes something. It is audited whether accepted or not.</summary>
public interface ICommand : IRequest<Result<Receipt>>;

/// <summary>A command on an existing object, bound to the version that its sender has seen.</summary>
public interface IChangesObject
{
    /// <summary>The version named by If-Match.</summary>
    long ExpectedVersion { get; }
}

/// <summary>A command that needs no validator because it carries nothing but ids and versions.</summary>
public interface INoInput;

/// <summary>
/// A command that changes nothing but the record of a reading: whoever may read may send it, also those who oversee.
/// </summary>
public interface IRecordsReading : ICommand;

/// <summary>
/// A command by which somebody keeps how he himself signs in. It changes nothing that is overseen, so those who oversee send
/// it too.
/// </summary>
public interface IKeepsOwnSignIn : ICommand;

/// <summary>A request that only reads.</summary>
public interface IQuery<T> : IRequest<Result<T>>;
