using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using SmartCity.Api.CommandLine;
using SmartCity.Api.Composition;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.SignIn;

/// <summary>
/// The whole way over HTTP, at two instances: the authorities, their lists and their responder are OpenSSL, and so is
/// what signs the challenges.
/// </summary>
public sealed class CertificateSignInTests
{
    private const string Section = "Security:CertificateAuthorities";
    private const string Holder = "health.officer";
    private const string List = "/list.crl";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task SignIn_WhenEachAlgorithmHasSigned_ThenTheTokenNamesAccountAndMethod(DatabaseKind kind)
    {
        await using var city = await City.StartAsync(
            kind,
            TestKey.Rsa,
            TestKey.EcdsaP256,
            TestKey.EcdsaP384,
            TestKey.Sm2
        );
        foreach (var authority in city.Authorities)
        {
            var person = await authority.IssueAsync();
            await city.BindAsync(person);
            using var browser = new CertificateBrowser(city.Instances.One);
            await browser.OpenAsync();
            browser.Challenge.ShouldContain("service=https://smartcity.example/;");

            var token = await browser.SignInAsync(person);

            using var client = TwoInstances.ClientWith(city.Instances.Another, token.AccessToken);
            var me = await client.GetFromJsonAsync<JsonElement>("api/v1/security/me", Cancellation);
            me.GetProperty("userName").GetString().ShouldBe(Holder);
            MethodsIn(token).ShouldBe(["pop"]);
            var renewed = await new PersonSignIn(city.Instances.Another).RenewAsync(token.RefreshToken!, Cancellation);
            MethodsIn(renewed).ShouldBe(["pop"]);
        }

        var entries = await city.EntriesAsync();
        entries.Count(entry => entry.GetProperty("outcome").GetString() == "accepted").ShouldBe(city.Authorities.Count);
    }

    [Theory]
    [EveryDatabase]
    public async Task SignIn_WhenAnAnswerIsSentAgain_ThenItCountsOnceAtWhicheverInstance(DatabaseKind kind)
    {
        await using var city = await City.StartAsync(kind, TestKey.Sm2);
        var person = await city.Authorities[0].IssueAsync();
        await city.BindAsync(person);
        using var browser = new CertificateBrowser(city.Instances.One);
        await browser.OpenAsync();
        var signature = await person.SignAsync(browser.Challenge);

        // Begun at one instance, answered at the other, and then at the first once more.
        using var accepted = await browser.SubmitAtAsync(city.Instances.Another, person.Chain, signature);
        using var replayed = await browser.SubmitAsync(person.Chain, signature);

        (await browser.TokenAsync(accepted)).AccessToken.ShouldNotBeEmpty();
        var refusal = await browser.RefusalOfAsync(replayed);
        refusal.ShouldContain("CERT_REJECTED");
        refusal.ShouldContain("登录挑战已经用过");
        refusal.ShouldContain("依据第三十二条");
    }

    [Fact]
    public async Task SignIn_WhenACheckFails_ThenRefusedWithItAndAnEntryIsLeft()
    {
        await using var city = await City.StartAsync(DatabaseKind.Sqlite, TestKey.EcdsaP256, TestKey.Sm2);
        var authority = city.Authorities[0];
        var bound = await authority.IssueAsync();
        await city.BindAsync(bound);
        var unbound = await authority.IssueAsync();
        var revoked = await city.Authorities[1].IssueAsync();
        await city.BindAsync(revoked);
        await city.RevokeAsync(city.Authorities[1], revoked, "keyCompromise");
        var early = await authority.IssueAsync(new() { NotBefore = TimeProvider.System.GetUtcNow().AddDays(1) });
        var late = await authority.IssueAsync(new() { NotAfter = TimeProvider.System.GetUtcNow().AddDays(-1) });
        var encrypting = await authority.IssueAsync(new() { Extensions = ["keyUsage=critical,keyEncipherment"] });
        var selfSigned = (await TestAuthority.RootAsync(TestKey.Sm2, new() { Name = "Person" })).Certificate;
        var stranger = await (await TestAuthority.RootAsync(TestKey.Sm2)).BelowAsync();
        var strange = await stranger.IssueAsync();
        using var browser = new CertificateBrowser(city.Instances.One);
        await browser.OpenAsync();

        await ShouldTellAsync(browser, unbound.Chain, unbound, "没有绑定");
        await ShouldTellAsync(browser, revoked.Chain, revoked, "原因：keyCompromise");
        await ShouldTellAsync(browser, early.Chain, early, "还没有生效");
        await ShouldTellAsync(browser, late.Chain, late, "过期");
        await ShouldTellAsync(browser, encrypting.Chain, encrypting, "用途不对");
        await ShouldTellAsync(browser, selfSigned.Pem, selfSigned, "自签");
        await ShouldTellAsync(browser, strange.Chain + stranger.Issuer!.Certificate.Pem, strange, "不在本系统当日信任");
        await ShouldTellAsync(browser, bound.Pem, bound, "证书链不完整");
        await ShouldTellAsync(browser, bound.Chain, unbound, "签名与证书不符");
        await ShouldTellAsync(browser, "none", bound, "读不出来");
        await ShouldTellAsync(
            browser,
            bound.Chain,
            bound,
            "不是本系统发出的",
            new Dictionary<string, string>(browser.Fields) { ["challenge"] = "forged" }
        );

        var entries = await city.EntriesAsync();
        entries.Count(entry => Codes(entry).Contains("CERT_REJECTED")).ShouldBe(11);
        // Whose key was proved and who is bound, his attempts stand with his certificate; all others with nobody.
        var known = entries
            .Where(entry => entry.GetProperty("objectType").GetString() == "account-certificate")
            .ToList();
        known.Count.ShouldBe(2);
        var told = new List<JsonElement>();
        foreach (var entry in known)
        {
            told.Add((await city.EntryAsync(entry)).GetProperty("judgements")[0].GetProperty("facts"));
        }

        told.Select(one => one.GetProperty("failedCheck").GetString())
            .ShouldBe(["notRevoked", "chain"], ignoreOrder: true);
        var facts = told.Single(one => one.GetProperty("failedCheck").GetString() == "notRevoked");
        facts.GetProperty("revocationReason").GetString().ShouldBe("keyCompromise");
        facts.GetProperty("revocation").GetString().ShouldBe("list");
    }

    [Fact]
    public async Task SignIn_WhenTheBindingHasEnded_ThenNeitherItNorItsTokensAreTaken()
    {
        await using var city = await City.StartAsync(DatabaseKind.Sqlite, TestKey.Sm2);
        var person = await city.Authorities[0].IssueAsync();
        var certificate = await city.BindAsync(person);
        using var browser = new CertificateBrowser(city.Instances.One);
        await browser.OpenAsync();
        var token = await browser.SignInAsync(person);

        await city.UnbindAsync(certificate);

        (
            await Should.ThrowAsync<SignInRefusedException>(() =>
                new PersonSignIn(city.Instances.Another).RenewAsync(token.RefreshToken!, Cancellation)
            )
        ).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var again = new CertificateBrowser(city.Instances.Another);
        await again.OpenAsync();
        await ShouldTellAsync(again, person.Chain, person, "没有绑定");
    }

    [Fact]
    public async Task SignIn_WhenTheResponderAnswers_ThenTheListIsNotAskedForAndTheEntrySaysSo()
    {
        await using var city = await City.StartAsync(DatabaseKind.Sqlite, TestKey.Sm2);
        await city.Authorities[0].StartResponderAsync();
        var person = await city.Authorities[0].IssueAsync();
        // The responder has read the register before: it is started again to know of the person.
        await city.Authorities[0].StopResponderAsync();
        await city.Authorities[0].StartResponderAsync();
        await city.BindAsync(person);
        using var browser = new CertificateBrowser(city.Instances.One);
        await browser.OpenAsync();

        await browser.SignInAsync(person);

        var entry = await city.EntryAsync((await city.EntriesAsync()).Single());
        // The authority above it has no responder, and the weakest answer is told.
        entry.GetProperty("judgements")[0].GetProperty("facts").GetProperty("revocation").GetString().ShouldBe("list");
        city.Place.Asked.ShouldBe(["/root0.crl"]);
    }

    [Fact]
    public async Task SignIn_WhenTheIssuerIsAway_ThenRefusedAndTheHealthPageTells()
    {
        await using var city = await City.StartAsync(DatabaseKind.Sqlite, TestKey.Sm2);
        var person = await city.Authorities[0].IssueAsync();
        await city.BindAsync(person);
        city.Place.TakeAway(List + "0");
        using var browser = new CertificateBrowser(city.Instances.One);
        await browser.OpenAsync();

        await ShouldTellAsync(browser, person.Chain, person, "查不到证书是否已经吊销");

        using var client = new HttpClient { BaseAddress = city.Instances.One };
        var health = await client.GetFromJsonAsync<JsonElement>("health/ready", Cancellation);
        health.GetProperty("warnings").EnumerateArray().Count().ShouldBe(1);
        WebUtility
            .HtmlDecode(await client.GetStringAsync("health", Cancellation))
            .ShouldContain("查不到证书的吊销状态");
    }

    [Fact]
    public async Task SignIn_WhenTheFormIsNotOurs_ThenRefusedBeforeItIsLookedAt()
    {
        await using var city = await City.StartAsync(DatabaseKind.Sqlite, TestKey.Sm2);
        using var browser = new CertificateBrowser(city.Instances.One);
        await browser.OpenAsync();
        var fields = browser.Fields.Where(field => field.Key != "form").ToDictionary();

        using var answer = await browser.SubmitAsync("x", "x", fields);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await city.EntriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void Build_WhenATrustAnchorIsNone_ThenOneLineNamesIt()
    {
        var failure = Should.Throw<StartException>(() =>
            ServiceHost.Build(
                new()
                {
                    Settings = new Dictionary<string, string?>
                    {
                        [$"{Section}:Anchors:0:File"] = "/nowhere/ca.pem",
                        [$"{Section}:RevocationHosts:0"] = "ca.example.cn",
                    },
                }
            )
        );

        failure.ExitCode.ShouldBe(ExitCode.Usage);
        failure.Lines.ShouldHaveSingleItem().English.ShouldContain($"{Section}:Anchors:0:File");
    }

    private static async Task ShouldTellAsync(
        CertificateBrowser browser,
        string chain,
        TestCertificate signer,
        string told,
        Dictionary<string, string>? fields = null
    )
    {
        using var answer = await browser.SubmitAsync(chain, await signer.SignAsync(browser.Challenge), fields);
        var refusal = await browser.RefusalOfAsync(answer);
        refusal.ShouldContain("CERT_REJECTED");
        refusal.ShouldContain(told);
    }

    private static List<string> Codes(JsonElement entry) =>
        [.. entry.GetProperty("codes").EnumerateArray().Select(code => code.GetString()!)];

    private static List<string> MethodsIn(IssuedToken token)
    {
        var claims = JsonElement.Parse(
            Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token.AccessToken.Split('.')[1]))
        );
        var methods = claims.GetProperty("amr");
        return methods.ValueKind == JsonValueKind.Array
            ? [.. methods.EnumerateArray().Select(one => one.GetString()!)]
            : [methods.GetString()!];
    }

    /// <summary>The two instances, and an authority for each kind of key that they trust.</summary>
    private sealed class City : IAsyncDisposable
    {
        private readonly HttpClient administrator;
        private readonly HttpClient auditor;
        private readonly Guid holder;

        private City(
            TwoInstances instances,
            IReadOnlyList<TestAuthority> authorities,
            TestWebPlace place,
            HttpClient administrator,
            HttpClient auditor,
            Guid holder
        )
        {
            (Instances, Authorities, Place) = (instances, authorities, place);
            (this.administrator, this.auditor, this.holder) = (administrator, auditor, holder);
        }

        public TwoInstances Instances { get; }

        public IReadOnlyList<TestAuthority> Authorities { get; }

        public TestWebPlace Place { get; }

        public static async Task<City> StartAsync(DatabaseKind kind, params TestKey[] keys)
        {
            var place = await TestWebPlace.StartAsync();
            var settings = new List<(string, string)>
            {
                ($"{Section}:RevocationHosts:0", place.Address.Authority),
                // A busy machine is no authority that is away.
                ($"{Section}:TimeoutSeconds", "30"),
            };
            var authorities = new List<TestAuthority>();
            foreach (var (number, key) in keys.Index())
            {
                var root = await TestAuthority.RootAsync(key);
                root.ListAddress = place.AddressOf($"/root{number}.crl");
                var authority = await root.BelowAsync();
                authority.ListAddress = place.AddressOf($"{List}{number}");
                authority.OcspAddress = $"http://127.0.0.1:{ServiceProcess.FreePort()}/";
                authorities.Add(authority);
                place.Put($"{List}{number}", await authority.ListAsync());
                place.Put($"/root{number}.crl", await root.ListAsync());
                settings.Add(($"{Section}:Anchors:{number}:File", root.Certificate.File));
                settings.Add(($"{Section}:RevocationHosts:{number + 1}", new Uri(authority.OcspAddress).Authority));
            }

            var instances = await TwoInstances.StartAsync(kind, settings);
            var administrator = await instances.ClientOfAsync("administrator");
            return new(
                instances,
                authorities,
                place,
                administrator,
                await instances.ClientOfAsync("audit.officer"),
                await TwoInstances.AccountAsync(administrator, Holder)
            );
        }

        public async Task<Guid> BindAsync(TestCertificate person)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                $"api/v1/security/accounts/{holder}/certificates"
            )
            {
                Content = JsonContent.Create(new { certificate = person.Pem }),
            };
            request.Headers.Add("Idempotency-Key", Path.GetFileName(Path.GetDirectoryName(person.File)!));
            using var answer = await administrator.SendAsync(request, Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
            return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetGuid();
        }

        public async Task UnbindAsync(Guid certificate)
        {
            var address = $"api/v1/security/accounts/{holder}/certificates/{certificate}";
            using var read = await administrator.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/unbinding");
            request.Headers.IfMatch.Add(read.Headers.ETag!);
            using var answer = await administrator.SendAsync(request, Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        }

        public async Task RevokeAsync(TestAuthority authority, TestCertificate person, string reason)
        {
            await authority.RevokeAsync(person, reason);
            Place.Put(
                $"{List}{Authorities.Index().Single(one => one.Item == authority).Index}",
                await authority.ListAsync()
            );
        }

        /// <summary>The entries of all attempts, as the audit office reads them.</summary>
        public async Task<List<JsonElement>> EntriesAsync()
        {
            var list = await auditor.GetFromJsonAsync<JsonElement>(
                "api/v1/security/audit-entries?command=security.sign-in-with-certificate&limit=200",
                Cancellation
            );
            return [.. list.GetProperty("items").EnumerateArray()];
        }

        public Task<JsonElement> EntryAsync(JsonElement line) =>
            auditor.GetFromJsonAsync<JsonElement>(
                $"api/v1/security/audit-entries/{line.GetProperty("id").GetGuid()}",
                Cancellation
            );

        public async ValueTask DisposeAsync()
        {
            administrator.Dispose();
            auditor.Dispose();
            await Instances.DisposeAsync();
            foreach (var authority in Authorities)
            {
                await authority.DisposeAsync();
            }

            await Place.DisposeAsync();
        }
    }
}
