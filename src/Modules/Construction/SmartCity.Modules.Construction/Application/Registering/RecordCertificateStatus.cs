using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Registering;

/// <summary>The office records what a certificate's issuer decided about it.</summary>
internal sealed record RecordCertificateStatus(
    ContractorId Contractor,
    CertificateId Certificate,
    CertificateStatus Status,
    string Reason,
    DateOnly Since,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class RecordCertificateStatusValidator : AbstractValidator<RecordCertificateStatus>
{
    public RecordCertificateStatusValidator()
    {
        RuleFor(command => command.Status).KnownWord();
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
        RuleFor(command => command.Since).PlausibleDate();
    }
}

internal sealed class RecordCertificateStatusHandler(IConstructionDatabase database, Act act)
    : IRequestHandler<RecordCertificateStatus, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecordCertificateStatus command, CancellationToken cancellationToken)
    {
        var contractor = await database.Contractors.FirstOrDefaultAsync(
            one => one.Id == command.Contractor,
            cancellationToken
        );
        var outcome = act.Authorise(contractor, RegisterAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() => contractor!.RecordStatus(command.Certificate, command.Status, command.Reason, command.Since));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
