using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Certificates;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Registering;

/// <summary>The office enters a kind of certificate that contractors of some kinds of project must hold.</summary>
internal sealed record RegisterCertificateKind(
    [property: Description("种类代码，不得重复")] string Code,
    [property: Description("资质证书名称")] string Name,
    [property: Description("要求承揽单位持有该证书的项目类别")] IReadOnlyList<ProjectKind> DemandedFor,
    [property: Description("法律、法规依据")] string LegalBasis,
    [property: Description("启用日")] DateOnly InForceFrom,
    [property: Description("最后一日；长期有效的不填")] DateOnly? InForceUntil
) : ICommand;

internal sealed class RegisterCertificateKindValidator : AbstractValidator<RegisterCertificateKind>
{
    public RegisterCertificateKindValidator()
    {
        RuleFor(command => command.Code).RequiredText(50);
        RuleFor(command => command.Name).RequiredText(InputRules.ShortText);
        RuleFor(command => command.DemandedFor).Lines(20).NotEmpty().WithErrorCode("REQUIRED");
        RuleForEach(command => command.DemandedFor).KnownWord();
        RuleFor(command => command.LegalBasis).RequiredText(InputRules.LongText);
        RuleFor(command => command.InForceFrom).PlausibleDate();
        RuleFor(command => command.InForceUntil)
            .PlausibleDate()
            .GreaterThanOrEqualTo(command => command.InForceFrom)
            .WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class RegisterCertificateKindHandler(IConstructionDatabase database, Act act, IIdSource ids)
    : IRequestHandler<RegisterCertificateKind, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RegisterCertificateKind command, CancellationToken cancellationToken)
    {
        if (await database.CertificateKinds.AnyAsync(kind => kind.Code == command.Code, cancellationToken))
        {
            return Error.Conflict(
                "CERTIFICATE_KIND_CODE_TAKEN",
                new("该种类代码已被使用，请换一个。", "Another kind of certificate has this code.")
            );
        }

        var registered = RecognisedCertificateKind.Register(
            ids.Next<CertificateKindId>(),
            new()
            {
                Code = command.Code,
                Name = command.Name,
                DemandedFor = command.DemandedFor,
                LegalBasis = command.LegalBasis,
                InForceFrom = command.InForceFrom,
                InForceUntil = command.InForceUntil,
            }
        );
        act.Authorise(registered, RegisterAccess.KindsOfTheOffice);
        database.CertificateKinds.Add(registered);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
