using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Registering;

/// <summary>The office enters a certificate that a contractor holds.</summary>
internal sealed record AddCertificate(
    ContractorId Contractor,
    string KindCode,
    string Number,
    string IssuerName,
    IssuerLevel IssuerLevel,
    string Grade,
    DateOnly ValidFrom,
    DateOnly ValidUntil,
    string Evidence,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class AddCertificateValidator : AbstractValidator<AddCertificate>
{
    public AddCertificateValidator()
    {
        RuleFor(command => command.KindCode).RequiredText(50);
        RuleFor(command => command.Number).RequiredText(InputRules.ShortText);
        RuleFor(command => command.IssuerName).RequiredText(InputRules.ShortText);
        RuleFor(command => command.IssuerLevel).KnownWord();
        RuleFor(command => command.Grade).RequiredText(50);
        RuleFor(command => command.ValidFrom).PlausibleDate();
        RuleFor(command => command.ValidUntil)
            .PlausibleDate()
            .GreaterThanOrEqualTo(command => command.ValidFrom)
            .WithErrorCode("OUT_OF_RANGE");
        RuleFor(command => command.Evidence).RequiredText(InputRules.LongText);
    }
}

internal sealed class AddCertificateHandler(IConstructionDatabase database, Act act, IIdSource ids)
    : IRequestHandler<AddCertificate, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(AddCertificate command, CancellationToken cancellationToken)
    {
        var contractor = await database.Contractors.FirstOrDefaultAsync(
            one => one.Id == command.Contractor,
            cancellationToken
        );
        var allowed = act.Authorise(contractor, RegisterAccess.OfTheOffice, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        if (!await database.CertificateKinds.AnyAsync(kind => kind.Code == command.KindCode, cancellationToken))
        {
            return Error.Invalid([
                new(
                    "kindCode",
                    "CERTIFICATE_KIND_UNKNOWN",
                    new LocalizedText(
                        "目录中没有这个资质证书种类。",
                        "The register has no such kind of certificate."
                    ).In(act.Context.Language)
                ),
            ]);
        }

        var outcome = contractor!.Add(
            new()
            {
                Id = ids.Next<CertificateId>(),
                KindCode = command.KindCode,
                Number = command.Number,
                IssuerName = command.IssuerName,
                IssuerLevel = command.IssuerLevel,
                Grade = command.Grade,
                ValidFrom = command.ValidFrom,
                ValidUntil = command.ValidUntil,
                Evidence = command.Evidence,
            }
        );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
