using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;

namespace SmartCity.Modules.DataSharing.Application.Retrieving;

/// <summary>Closes a retrieval with the number of rows sent, whether the other side took them all or broke off.</summary>
internal sealed record CompleteRetrieval(RetrievalId Retrieval, long RowsSent, bool BrokenOff) : ICommand;

internal sealed class CompleteRetrievalValidator : AbstractValidator<CompleteRetrieval>
{
    public CompleteRetrievalValidator()
    {
        RuleFor(command => command.RowsSent).GreaterThanOrEqualTo(0).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class CompleteRetrievalHandler(IDataSharingDatabase database, Act act)
    : IRequestHandler<CompleteRetrieval, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(CompleteRetrieval command, CancellationToken cancellationToken)
    {
        var retrieval = await database.Retrievals.FirstOrDefaultAsync(
            one => one.Id == command.Retrieval,
            cancellationToken
        );
        var outcome = act.Authorise(retrieval, SharingAccess.OfRetriever)
            .Then(() => retrieval!.Complete(command.RowsSent, command.BrokenOff, act.At));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
