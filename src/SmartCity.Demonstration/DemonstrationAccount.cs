using System.Text.Json;

namespace SmartCity.Demonstration;

/// <summary>One line of the file that the demonstration's service wrote when it made its accounts.</summary>
/// <param name="Name">The account's name: its office.</param>
/// <param name="Unit">The id of the unit it acts for.</param>
/// <param name="Account">Its own id.</param>
public sealed record DemonstrationAccount(
    string UserName,
    string Password,
    string Name,
    string Role,
    bool IsNaturalPerson,
    Guid Unit,
    string UnitName,
    string CreditCode,
    Guid Account
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the accounts by their user names.</summary>
    public static async Task<IReadOnlyDictionary<string, DemonstrationAccount>> ReadAsync(
        string file,
        CancellationToken cancellationToken
    )
    {
        await using var stream = File.OpenRead(file);
        var accounts = await JsonSerializer.DeserializeAsync<List<DemonstrationAccount>>(
            stream,
            Options,
            cancellationToken
        );
        return accounts!.ToDictionary(account => account.UserName);
    }
}
