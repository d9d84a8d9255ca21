using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Units;
using SmartCity.Regulation.Identifiers;
using SmartCity.Regulation.Values;
using Unit = SmartCity.Modules.Security.Domain.Units.Unit;

namespace SmartCity.Modules.Security.Application.Units;

/// <summary>登记单位</summary>
/// <param name="Name">单位全称</param>
/// <param name="ShortName">单位简称</param>
/// <param name="Kind">单位类别，决定其账号的角色</param>
/// <param name="Jurisdiction">行政区划代码：610400 或所辖县市区代码</param>
/// <param name="CreditCode">统一社会信用代码（GB 32100）</param>
/// <param name="Superior">上级主管单位，没有则为空</param>
/// <param name="Address">地址</param>
/// <param name="ContactPhone">办公电话，可空</param>
/// <param name="CreditCodeEvidence">统一社会信用代码须凭证确认时的登记证书；代码有效的不用填</param>
internal sealed record RegisterUnit(
    string Name,
    string ShortName,
    UnitKind? Kind,
    string Jurisdiction,
    string CreditCode,
    UnitId? Superior,
    string Address,
    string? ContactPhone,
    CreditCodeEvidence? CreditCodeEvidence = null
) : ICommand;

internal sealed class RegisterUnitValidator : AbstractValidator<RegisterUnit>
{
    public RegisterUnitValidator()
    {
        RuleFor(unit => unit.Name).NotEmpty().MaximumLength(Unit.LongestName);
        RuleFor(unit => unit.ShortName).NotEmpty().MaximumLength(Unit.LongestShortName);
        RuleFor(unit => unit.Kind).NotNull();
        RuleFor(unit => unit.Jurisdiction)
            .NotEmpty()
            .Must((unit, jurisdiction) => unit.Kind is not { } kind || Competence.Of(kind).Fits(jurisdiction))
            .WithErrorCode("JURISDICTION_INVALID")
            .InWords(
                "行政区划代码应为 610400 或所辖县市区代码，并与单位类别相符：市级部门为 610400，县市区单位为本县市区代码。",
                "The jurisdiction is 610400 or the code of one of its counties, as the unit's kind demands."
            );
        RuleFor(unit => unit.CreditCode).NotEmpty().CreditCode(unit => unit.CreditCodeEvidence is not null);
        RuleFor(unit => unit.CreditCodeEvidence!)
            .ChildRules(evidence =>
            {
                evidence.RuleFor(one => one.Certificate).RequiredText(InputRules.ShortText);
                evidence
                    .RuleFor(one => one.ImageSha256)
                    .NotEmpty()
                    .Matches("^[0-9a-f]{64}$")
                    .WithErrorCode("SHA256_INVALID")
                    .InWords("SHA-256 应为 64 位小写十六进制。", "A SHA-256 has 64 hexadecimal digits, written small.");
            })
            .When(unit => unit.CreditCodeEvidence is not null);
        RuleFor(unit => unit.Address).NotEmpty().MaximumLength(200);
        RuleFor(unit => unit.ContactPhone)
            .Matches("^[0-9+() -]{3,30}$")
            .WithErrorCode("PHONE_INVALID")
            .InWords(
                "办公电话只能含数字、+、-、空格和括号。",
                "A telephone number has digits, +, -, spaces and brackets."
            );
    }
}

internal sealed class RegisterUnitHandler(ISecurityDatabase database, Act act, IIdSource ids)
    : IRequestHandler<RegisterUnit, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RegisterUnit command, CancellationToken cancellationToken)
    {
        if (await database.Units.AnyAsync(unit => unit.CreditCode == command.CreditCode, cancellationToken))
        {
            return Error.Conflict(
                "UNIT_ALREADY_REGISTERED",
                new("该统一社会信用代码的单位已经登记。", "A unit with this credit code is registered already.")
            );
        }

        if (await WhyNotUnderAsync(command.Superior, cancellationToken) is { } wrongSuperior)
        {
            return wrongSuperior;
        }

        var unit = Unit.Register(
            ids.Next<UnitId>(),
            new(
                command.Name,
                command.ShortName,
                command.Kind!.Value,
                command.Jurisdiction,
                command.CreditCode,
                command.Superior,
                command.Address,
                command.ContactPhone,
                // A code that is valid by itself needs none, so none is kept.
                CreditCode.Check(command.CreditCode).IsValid
                    ? null
                    : command.CreditCodeEvidence
            )
        );
        if (act.Authorise(unit, SecurityAuthorities.OnUnit) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        database.Units.Add(unit);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    private async Task<Error?> WhyNotUnderAsync(UnitId? superior, CancellationToken cancellationToken)
    {
        if (superior is null)
        {
            return null;
        }

        var found = await database
            .Units.AsNoTracking()
            .FirstOrDefaultAsync(unit => unit.Id == superior, cancellationToken);
        return found switch
        {
            null => Error.Unprocessable(
                "SUPERIOR_UNKNOWN",
                new("没有登记过该上级单位，请先登记。", "The superior unit is not registered; register it first.")
            ),
            { Successor: not null } => Unit.HasEnded,
            _ => null,
        };
    }
}
