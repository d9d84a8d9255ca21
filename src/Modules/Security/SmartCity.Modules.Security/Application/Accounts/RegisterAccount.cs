using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using Unit = SmartCity.Modules.Security.Domain.Units.Unit;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>Registers an account of a unit.</summary>
/// <param name="InitialPassword">
/// Left out of the request's hash, which is kept for ever: a hash over everything else that is known and a password could
/// be tried offline. So a repeated request under the same key counts as the same whatever password it brings.
/// </param>
/// <param name="PublicKeys">What a partner's system proves itself by instead of a password: its JSON Web Key Set.</param>
internal sealed record RegisterAccount(
    UnitId Unit,
    string UserName,
    string Name,
    AccountOffice? Office,
    bool IsNaturalPerson,
    IReadOnlyList<string> Specialties,
    [property: JsonIgnore] Password InitialPassword,
    string? PublicKeys = null
) : ICommand;

internal sealed class RegisterAccountValidator : AbstractValidator<RegisterAccount>
{
    private const int MostSpecialties = 20;
    private const int FewestDifferentCharacters = 5;

    public RegisterAccountValidator()
    {
        RuleFor(account => account.UserName)
            .NotEmpty()
            .Matches("^[a-z][a-z0-9.-]{2,62}$")
            .WithErrorCode("USER_NAME_INVALID")
            .InWords(
                "登录名为 3 至 63 位小写字母、数字、点和连字符，以字母开头。",
                "A user name has 3 to 63 small letters, digits, dots and hyphens and begins with a letter."
            );
        RuleFor(account => account.Name).NotEmpty().MaximumLength(60);
        RuleFor(account => account.Office).NotNull();
        RuleFor(account => account.Specialties)
            .Must(specialties => specialties is null || specialties.Count <= MostSpecialties)
            .InWords($"专业最多 {MostSpecialties} 项。", $"At most {MostSpecialties} specialties.")
            .Must(
                (account, specialties) => account.Office is not { } office || IsExpert(office) == specialties?.Count > 0
            )
            .WithErrorCode("SPECIALTIES_INVALID")
            .InWords("评审专家须填写专业，其他账号不填。", "An expert has specialties; other accounts have none.");
        RuleForEach(account => account.Specialties).NotEmpty().MaximumLength(40);
        RuleFor(account => account.PublicKeys)
            .Must((account, keys) => keys is null || (!account.IsNaturalPerson && account.InitialPassword.Value == ""))
            .WithErrorCode("PUBLIC_KEYS_INVALID")
            .InWords(
                "公钥只用于业务系统账号，填写公钥时不填初始密码。",
                "Public keys are for a partner's system, and stand in place of a password."
            );
        RuleFor(account => account.InitialPassword.Value)
            .Must(IsStrong)
            .When(account => account.PublicKeys is null, ApplyConditionTo.CurrentValidator)
            .OverridePropertyName("initialPassword")
            .WithErrorCode("PASSWORD_WEAK")
            .InWords(
                $"初始密码须 {Password.ShortestLength} 至 {Password.LongestLength} 位，至少含 {FewestDifferentCharacters} 个不同字符，且不含登录名。",
                $"A password has {Password.ShortestLength} to {Password.LongestLength} characters, "
                    + $"{FewestDifferentCharacters} of them different, and does not hold the user name."
            );
    }

    private static bool IsExpert(AccountOffice office) => office == AccountOffice.Expert;

    private static bool IsStrong(RegisterAccount account, string password) =>
        password.Length is >= Password.ShortestLength and <= Password.LongestLength
        && password.Distinct().Count() >= FewestDifferentCharacters
        && (
            string.IsNullOrEmpty(account.UserName)
            || !password.Contains(account.UserName, StringComparison.OrdinalIgnoreCase)
        );
}

internal sealed class RegisterAccountHandler(
    ISecurityDatabase database,
    ICredentials credentials,
    ConfirmationPolicy confirmation,
    Act act,
    IIdSource ids
) : IRequestHandler<RegisterAccount, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RegisterAccount command, CancellationToken cancellationToken)
    {
        // The unit may be merged just now: then the account is refused, or moves with the others.
        await database.LockAsync<Unit, UnitId>(command.Unit, cancellationToken);
        var unit = await database.Units.FirstOrDefaultAsync(unit => unit.Id == command.Unit, cancellationToken);
        if (unit is null)
        {
            return Error.Unprocessable("UNIT_UNKNOWN", new("没有登记过该单位，请先登记。", "Register the unit first."));
        }

        if (unit.Successor is not null)
        {
            return Unit.HasEnded;
        }

        if (await database.Accounts.AnyAsync(account => account.UserName == command.UserName, cancellationToken))
        {
            return Error.Conflict("USER_NAME_TAKEN", new("该登录名已被使用，请换一个。", "This user name is taken."));
        }

        var registered = Account.Register(
            ids.Next<AccountId>(),
            unit,
            new(command.UserName, command.Name, command.Office!.Value, command.IsNaturalPerson, command.Specialties),
            confirmation.Requires(act.Actor, Account.RoleOf(command.Office.Value, unit))
                ? new AccountId(act.Actor.Account)
                : null
        );
        if (registered.IsFailure)
        {
            return registered.Failure;
        }

        var account = registered.Value;
        if (act.Authorise(account, SecurityAuthorities.OnAccount) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        var keys = command.PublicKeys is { } sent ? ClientKeys.Read(sent) : Result<string>.FromValue("");
        if (keys.IsFailure)
        {
            return keys.Failure;
        }

        database.Accounts.Add(account);
        var added = command.PublicKeys is null
            ? await credentials.AddAsync(account, command.InitialPassword, cancellationToken)
            : await credentials.AddWithKeysAsync(account, keys.Value, cancellationToken);
        return added.IsFailure ? added.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
