using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Demonstration;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Powers;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>Nobody alone gives the power to register, to move money or to read everything: a second administrator confirms.</summary>
public sealed class AccountConfirmationTests
{
    private static readonly Actor Another = Given.Administrator with
    {
        Account = Guid.Parse("01980000-0000-7000-8000-000000000009"),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task ConfirmAccount_WhenAnotherRegisteredIt_ThenOpen(DatabaseKind kind)
    {
        await using var host = await ModuleHost.StartAsync(kind, ServiceUnderTest.Modules);
        var account = await AwaitingAsync(host);
        (await IsActiveAsync(host, account)).ShouldBeFalse();
        (await AwaitingNowAsync(host)).ShouldBe([account]);

        var confirmed = await host.SendAs(Another, new ConfirmAccount(account, ExpectedVersion: 1));

        confirmed.Value.Version.ShouldBe(2);
        (await IsActiveAsync(host, account)).ShouldBeTrue();
        (await AwaitingNowAsync(host)).ShouldBeEmpty();
        var read = (await host.AskAs(Another, new ReadAccount(account))).Value;
        read.Registrar.ShouldBe(new AccountId(Given.Administrator.Account));
        read.ConfirmedBy.ShouldBe(new AccountId(Another.Account));
    }

    [Fact]
    public async Task ConfirmAccount_WhenHeRegisteredItHimself_ThenRefusedAndStillClosedToItsHolder()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var account = await AwaitingAsync(host);

        var refused = await host.SendAs(Given.Administrator, new ConfirmAccount(account, ExpectedVersion: 1));

        var violation = refused.Failure!.Violations.ShouldHaveSingleItem();
        (violation.Code, violation.Article).ShouldBe(("ACCOUNT_SELF_CONFIRMATION", 32));
        (await IsActiveAsync(host, account)).ShouldBeFalse();
    }

    [Fact]
    public async Task ConfirmAccount_WhenConfirmedOrClosedOrNeverInNeed_ThenIllegalTransition()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var confirmed = await AwaitingAsync(host);
        await Accepted(host, Another, new ConfirmAccount(confirmed, ExpectedVersion: 1));
        var unit = (await host.AskAs(Another, new ReadAccount(confirmed))).Value.Unit;
        var closed = new AccountId(
            (await Accepted(host, Given.Administrator, Given.Account(unit, "second.officer"))).Id
        );
        await Accepted(host, Given.Administrator, new CloseAccount(closed, ExpectedVersion: 1));
        var open = await RegisterAsync(host, UnitKind.MunicipalAdministrativeUnit, "unit.officer", serial: 2);

        foreach (var (account, version) in new[] { (confirmed, 2L), (closed, 2L), (open, 1L) })
        {
            var refused = await host.SendAs(Another, new ConfirmAccount(account, version));
            refused.Failure!.Kind.ShouldBe(ErrorKind.IllegalTransition);
        }

        (await IsActiveAsync(host, closed)).ShouldBeFalse();
        (await IsActiveAsync(host, open)).ShouldBeTrue();
    }

    [Fact]
    public async Task RegisterAccount_WhenTheOperatorDoesItAtTheCommandLine_ThenOpenAtOnce()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var unit = new UnitId((await Accepted(host, Given.Administrator, Given.Unit(kind: UnitKind.FinanceBureau))).Id);

        var registered = await Accepted(host, Actor.Module("Security"), Given.Account(unit, "finance.officer"));

        (await IsActiveAsync(host, new(registered.Id))).ShouldBeTrue();
    }

    [Fact]
    public async Task ListPowers_WhenAnAccountIsNotConfirmed_ThenItHasNone()
    {
        await using var host = await ModuleHost.StartAsync(DatabaseKind.Sqlite, ServiceUnderTest.Modules);
        var account = await AwaitingAsync(host);
        (await PowersAsync(host, account)).ShouldBe(0);

        await Accepted(host, Another, new ConfirmAccount(account, ExpectedVersion: 1));

        (await PowersAsync(host, account)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task SignIn_WhenTheAccountIsNotConfirmed_ThenRefusedUntilAnotherAdministratorConfirmsOverHttp()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var office = new UnitId((await service.SendAsync(Given.Unit(kind: UnitKind.InformatizationOffice))).Id);
        var finance = (await service.SendAsync(Given.Unit(2, UnitKind.FinanceBureau))).Id;
        using var first = await AdministratorAsync(service, office, "first.administrator");
        using var second = await AdministratorAsync(service, office, "second.administrator");
        using var registered = await SendAsync(
            first,
            "api/v1/security/accounts",
            new
            {
                unit = finance,
                userName = "finance.officer",
                name = "资金经办",
                office = "staff",
                isNaturalPerson = true,
                initialPassword = Given.Password,
            },
            ("Idempotency-Key", "register-finance")
        );
        registered.StatusCode.ShouldBe(HttpStatusCode.Created);
        var account = registered.Headers.Location!.ToString().TrimStart('/');
        (await SignsInAsync(service)).ShouldBeFalse();

        using var own = await SendAsync(first, $"{account}/confirmation", null, ("If-Match", "\"1\""));
        own.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = JsonNode.Parse(await own.Content.ReadAsStringAsync(Cancellation))!;
        problem["violations"]![0]!["code"]!.GetValue<string>().ShouldBe("ACCOUNT_SELF_CONFIRMATION");
        (await SignsInAsync(service)).ShouldBeFalse();

        using var others = await SendAsync(second, $"{account}/confirmation", null, ("If-Match", "\"1\""));
        others.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SignsInAsync(service)).ShouldBeTrue();
    }

    private static async Task<bool> SignsInAsync(ServiceUnderTest service)
    {
        try
        {
            await service.SignIn.SignInAsync("finance.officer", Given.Password, Cancellation);
            return true;
        }
        catch (SignInRefusedException refused)
        {
            refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
            return false;
        }
    }

    private static async Task<HttpClient> AdministratorAsync(ServiceUnderTest service, UnitId office, string userName)
    {
        await service.SendAsync(Given.Account(office, userName) with { Office = AccountOffice.Administrator });
        var token = await service.SignIn.SignInAsync(userName, Given.Password, Cancellation);
        return service.Client(token.AccessToken);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        string path,
        object? body,
        (string Name, string Value) header
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = body is null ? null : JsonContent.Create(body, options: JsonSerializerOptions.Web),
        };
        request.Headers.TryAddWithoutValidation(header.Name, header.Value).ShouldBeTrue();
        return await client.SendAsync(request, Cancellation);
    }

    private static Task<AccountId> AwaitingAsync(ModuleHost host) =>
        RegisterAsync(host, UnitKind.FinanceBureau, "finance.officer", serial: 1);

    private static async Task<AccountId> RegisterAsync(ModuleHost host, UnitKind kind, string userName, int serial)
    {
        var unit = await Accepted(host, Given.Administrator, Given.Unit(serial, kind));
        return new((await Accepted(host, Given.Administrator, Given.Account(new(unit.Id), userName))).Id);
    }

    private static async Task<IReadOnlyList<AccountId>> AwaitingNowAsync(ModuleHost host) =>
        [
            .. (
                await host.AskAs(Another, new ListAccounts(null, null, null, AwaitsConfirmation: true, null, 10))
            ).Value.Items.Select(one => one.Id),
        ];

    private static async Task<int> PowersAsync(ModuleHost host, AccountId account) =>
        (await host.AskAs(Another, new ListPowers(Account: account, Limit: 100))).Value.Items.Count;

    private static async Task<bool> IsActiveAsync(ModuleHost host, AccountId account) =>
        (await host.AskAs(Another, new AccountsOf([account]))).Single().IsActive;

    private static async Task<Receipt> Accepted(ModuleHost host, Actor actor, ICommand command) =>
        (await host.SendAs(actor, command)).Value;
}
