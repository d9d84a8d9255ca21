using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Certificates;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Registering;

/// <summary>The office retires a kind of certificate: acts after its last day no longer demand it.</summary>
internal sealed record RetireCertificateKind(
    CertificateKindId Kind,
    DateOnly LastDay,
    string Reason,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class RetireCertificateKindValidator : AbstractValidator<RetireCertificateKind>
{
    public RetireCertificateKindValidator()
    {
        RuleFor(command => command.LastDay).PlausibleDate();
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class RetireCertificateKindHandler(IConstructionDatabase database, Act act)
    : IRequestHandler<RetireCertificateKind, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RetireCertificateKind command, CancellationToken cancellationToken)
    {
        var kind = await database.CertificateKinds.FirstOrDefaultAsync(
            one => one.Id == command.Kind,
            cancellationToken
        );
        var outcome = act.Authorise(kind, RegisterAccess.KindsOfTheOffice, command.ExpectedVersion)
            .Then(() => kind!.Retire(command.LastDay, command.Reason));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
