using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Posts;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Demonstration;

/// <summary>
/// Registers the demonstration's units, accounts and posts by the same commands as real ones, as the module's own acts, and
/// writes their random passwords into a file for the service's user alone.
/// </summary>
internal sealed class DemonstrationAccounts(IMediator mediator, ISecurityDatabase database, RequestContext request)
{
    public const string FileName = "demonstration-accounts.json";

    private static readonly JsonSerializerOptions Written = new(Json.Options) { WriteIndented = true };

    /// <summary>One account as the file tells it; for a partner's system they are client id and client secret.</summary>
    internal sealed record Entry(
        string UserName,
        string Password,
        string Name,
        string Role,
        bool IsNaturalPerson,
        UnitId Unit,
        string UnitName,
        string CreditCode,
        AccountId? Account
    );

    public async Task PrepareAsync(string folder, TextWriter output, CancellationToken cancellationToken)
    {
        request.Actor = Actor.Module("Security");
        var units = await RegisterUnitsAsync(cancellationToken);
        var path = Path.Combine(folder, FileName);
        var entries = await EntriesAsync(path, units, cancellationToken);
        // First without, then with the accounts' ids: a stop in between loses no password.
        await WriteAsync(path, entries, cancellationToken);
        entries = await RegisterAccountsAsync(entries, cancellationToken);
        await WriteAsync(path, entries, cancellationToken);
        await AppointAsync(entries, cancellationToken);
        await output.WriteLineAsync($"演示账号 Demonstration accounts ({path}):");
        foreach (var entry in entries)
        {
            await output.WriteLineAsync($"  {entry.UserName, -26}{entry.Name}");
        }
    }

    private async Task<Dictionary<string, UnitId>> RegisterUnitsAsync(CancellationToken cancellationToken)
    {
        var registeredBefore = await database
            .Units.AsNoTracking()
            .Select(unit => new
            {
                unit.Id,
                unit.Name,
                unit.CreditCode,
            })
            .ToListAsync(cancellationToken);
        var known = new Dictionary<string, UnitId>();
        foreach (var unit in DemonstrationRegister.Units)
        {
            // An older demonstration made its codes up otherwise; its units are still the same.
            if (registeredBefore.Find(one => one.CreditCode == unit.CreditCode || one.Name == unit.Name) is { } before)
            {
                known.Add(unit.CreditCode, before.Id);
                continue;
            }

            var registered = await mediator.Send(
                new RegisterUnit(
                    unit.Name,
                    unit.ShortName,
                    unit.Kind,
                    unit.Jurisdiction,
                    unit.CreditCode,
                    Superior: null,
                    "陕西省咸阳市（演示地址）",
                    ContactPhone: null
                ),
                cancellationToken
            );
            known.Add(unit.CreditCode, new(Accepted(registered)));
        }

        return known;
    }

    private async Task<List<Entry>> EntriesAsync(
        string path,
        Dictionary<string, UnitId> units,
        CancellationToken cancellationToken
    )
    {
        var ids = await database
            .Accounts.AsNoTracking()
            .ToDictionaryAsync(account => account.UserName, account => account.Id, cancellationToken);
        var passwords = (await ReadAsync(path, cancellationToken)).ToDictionary(
            entry => entry.UserName,
            entry => entry.Password
        );
        var entries = new List<Entry>();
        foreach (var account in DemonstrationRegister.Accounts)
        {
            AccountId? id = ids.TryGetValue(account.UserName, out var found) ? found : null;
            var isKnown = passwords.TryGetValue(account.UserName, out var password);
            if (id is not null && !isKnown)
            {
                throw new InvalidOperationException(
                    $"The demonstration's accounts are in the database, but {path} is gone and only it held their passwords. "
                        + "Put it back, or begin with a new database."
                );
            }

            entries.Add(
                new(
                    account.UserName,
                    id is null ? FirstAdministrator.NewPassword() : password!,
                    account.Name,
                    RoleOf(account),
                    account.IsNaturalPerson,
                    units[account.Unit.CreditCode],
                    account.Unit.Name,
                    account.Unit.CreditCode,
                    id
                )
            );
        }

        return entries;
    }

    private async Task<List<Entry>> RegisterAccountsAsync(List<Entry> entries, CancellationToken cancellationToken)
    {
        var registered = new List<Entry>();
        foreach (var (entry, account) in entries.Zip(DemonstrationRegister.Accounts))
        {
            registered.Add(
                entry.Account is not null
                    ? entry
                    : entry with
                    {
                        Account = new(
                            Accepted(
                                await mediator.Send(
                                    new RegisterAccount(
                                        entry.Unit,
                                        entry.UserName,
                                        entry.Name,
                                        account.Office,
                                        account.IsNaturalPerson,
                                        account.Specialties,
                                        new(entry.Password)
                                    ),
                                    cancellationToken
                                )
                            )
                        ),
                    }
            );
        }

        return registered;
    }

    private async Task AppointAsync(List<Entry> entries, CancellationToken cancellationToken)
    {
        var held = await database.Posts.Select(post => post.Account).ToListAsync(cancellationToken);
        foreach (var post in DemonstrationRegister.Posts)
        {
            var entry = entries.Single(entry => entry.UserName == post.UserName);
            if (!held.Contains(entry.Account!.Value))
            {
                Accepted(
                    await mediator.Send(
                        new AppointToPost(
                            entry.Account.Value,
                            entry.Unit,
                            post.Kind,
                            post.Title,
                            DemonstrationPost.From,
                            Until: null
                        ),
                        cancellationToken
                    )
                );
            }
        }
    }

    private static string RoleOf(DemonstrationAccount account) =>
        account.Office switch
        {
            Domain.Accounts.AccountOffice.Expert => Roles.Expert,
            Domain.Accounts.AccountOffice.Administrator => Roles.Administrator,
            _ => Domain.Units.Competence.Of(account.Unit.Kind).Role,
        };

    private static Guid Accepted(Result<Receipt> outcome) =>
        outcome.IsFailure
            ? throw new InvalidOperationException($"The demonstration's own data was refused: {outcome.Failure.Code}.")
            : outcome.Value.Id;

    private static async Task<List<Entry>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        await using var file = File.OpenRead(path);
        return (await JsonSerializer.DeserializeAsync<List<Entry>>(file, Json.Options, cancellationToken))!;
    }

    private static async Task WriteAsync(string path, List<Entry> entries, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var written = $"{path}.new";
        await using (var file = new FileStream(written, options))
        {
            await JsonSerializer.SerializeAsync(file, entries, Written, cancellationToken);
        }

        File.Move(written, path, overwrite: true);
    }
}
