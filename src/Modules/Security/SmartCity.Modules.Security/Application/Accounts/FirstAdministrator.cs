using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>
/// The command line's way to an administrator, without whom nobody can register anything: <c>create-administrator</c>.
/// </summary>
internal static class FirstAdministrator
{
    public const string CommandName = "create-administrator";

    private const int PasswordBytes = 18;

    /// <summary>
    /// Registers the informatization office, unless it is registered, and an administrator of it; prints his generated
    /// password, once.
    /// </summary>
    /// <returns>0 when done, 1 when refused, 2 when the arguments are wrong.</returns>
    public static async Task<int> CreateAsync(
        IServiceProvider services,
        IReadOnlyList<string> arguments,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (arguments is not [var unitName, var creditCode, var userName])
        {
            await output.WriteLineAsync($"用法 Usage: smartcity {CommandName} UNIT-NAME CREDIT-CODE USER-NAME");
            return 2;
        }

        services.GetRequiredService<RequestContext>().Actor = Actor.Module("Security");
        var mediator = services.GetRequiredService<IMediator>();
        var unit = await UnitAsync(services, mediator, unitName, creditCode, cancellationToken);
        if (unit.IsFailure)
        {
            return await TellAsync(output, unit.Failure);
        }

        var password = NewPassword();
        var registered = await mediator.Send(
            new RegisterAccount(
                unit.Value,
                userName,
                $"{unitName}系统管理员",
                Domain.Accounts.AccountOffice.Administrator,
                IsNaturalPerson: true,
                [],
                new(password)
            ),
            cancellationToken
        );
        if (registered.IsFailure)
        {
            return await TellAsync(output, registered.Failure);
        }

        await output.WriteLineAsync($"系统管理员已登记 Administrator registered: {userName}");
        await output.WriteLineAsync($"密码（只显示这一次） Password, shown this once: {password}");
        return 0;
    }

    /// <summary>A password of 144 random bits in letters, digits, - and _.</summary>
    public static string NewPassword() =>
        System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(PasswordBytes));

    private static async Task<Result<UnitId>> UnitAsync(
        IServiceProvider services,
        IMediator mediator,
        string name,
        string creditCode,
        CancellationToken cancellationToken
    )
    {
        var existing = await services
            .GetRequiredService<ISecurityDatabase>()
            .Units.AsNoTracking()
            .FirstOrDefaultAsync(unit => unit.CreditCode == creditCode, cancellationToken);
        if (existing is not null)
        {
            return existing.Id;
        }

        var registered = await mediator.Send(
            new RegisterUnit(
                name,
                name.Length <= 40 ? name : name[..40],
                UnitKind.InformatizationOffice,
                Jurisdictions.City,
                creditCode,
                Superior: null,
                "咸阳市",
                ContactPhone: null
            ),
            cancellationToken
        );
        return registered.IsFailure ? registered.Failure : new UnitId(registered.Value.Id);
    }

    private static async Task<int> TellAsync(TextWriter output, Error error)
    {
        await output.WriteLineAsync($"{error.Code}: {error.Detail.Chinese} {error.Detail.English}");
        foreach (var field in error.Fields)
        {
            await output.WriteLineAsync($"  {field.Field}: {field.Message}");
        }

        return 1;
    }
}
