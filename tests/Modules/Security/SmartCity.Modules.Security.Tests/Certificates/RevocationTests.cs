using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Infrastructure.Certificates;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Certificates;

/// <summary>OCSP responders are processes of OpenSSL, lists are its own, on loopback; the clock is the machine's where OpenSSL's is.</summary>
public sealed class RevocationTests
{
    private const string List = "/list.crl";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestKey.Rsa)]
    [InlineData(TestKey.EcdsaP256)]
    [InlineData(TestKey.EcdsaP384)]
    [InlineData(TestKey.Sm2)]
    public async Task Find_WhenTheResponderKnowsIt_ThenTold(TestKey key)
    {
        await using var issuer = await Issuer.StartAsync(key);
        var (good, revoked) = (await issuer.Authority.IssueAsync(), await issuer.Authority.IssueAsync());
        await issuer.Authority.RevokeAsync(revoked, "affiliationChanged");
        await issuer.Authority.StartResponderAsync();
        using var lookup = issuer.Lookup();

        (await lookup.FindAsync(good)).ShouldBe(new(RevocationSource.Ocsp));
        var found = await lookup.FindAsync(revoked);

        found.Source.ShouldBe(RevocationSource.Ocsp);
        found.RevokedAt.ShouldNotBeNull().ShouldBeInRange(Now.AddMinutes(-5), Now.AddMinutes(1));
        found.Reason.ShouldBe("affiliationChanged");
        issuer.Place.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_WhenTheIssuerItselfAnswers_ThenTold()
    {
        await using var issuer = await Issuer.StartAsync(TestKey.Sm2);
        var person = await issuer.Authority.IssueAsync();
        await issuer.Authority.StartResponderAsync(by: issuer.Authority.Certificate);
        using var lookup = issuer.Lookup();

        (await lookup.FindAsync(person)).Source.ShouldBe(RevocationSource.Ocsp);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Find_WhenSomebodyElseAnswers_ThenHisWordCountsForNothing(bool isOfTheSameIssuer)
    {
        await using var issuer = await Issuer.StartAsync(TestKey.EcdsaP256);
        var person = await issuer.Authority.IssueAsync();
        // One of the issuer's own, to whom nothing was delegated; and one to whom another authority has delegated it.
        var stranger = isOfTheSameIssuer
            ? await issuer.Authority.IssueAsync()
            : await (await TestAuthority.RootAsync(TestKey.EcdsaP256)).IssueAsync(
                new() { Extensions = ["extendedKeyUsage=OCSPSigning"] }
            );
        await issuer.Authority.StartResponderAsync(by: stranger);
        using var lookup = issuer.Lookup();

        (await lookup.FindAsync(person)).Source.ShouldBeNull();
    }

    [Theory]
    [InlineData(TestKey.Rsa)]
    [InlineData(TestKey.EcdsaP256)]
    [InlineData(TestKey.EcdsaP384)]
    [InlineData(TestKey.Sm2)]
    public async Task Find_WhenTheResponderIsAway_ThenTheListTells(TestKey key)
    {
        await using var issuer = await Issuer.StartAsync(key);
        var (good, revoked) = (await issuer.Authority.IssueAsync(), await issuer.Authority.IssueAsync());
        await issuer.Authority.RevokeAsync(revoked, "keyCompromise");
        issuer.Place.Put(List, await issuer.Authority.ListAsync());
        using var lookup = issuer.Lookup();

        (await lookup.FindAsync(good)).ShouldBe(new(RevocationSource.List));
        var found = await lookup.FindAsync(revoked);

        found.Source.ShouldBe(RevocationSource.List);
        found.RevokedAt.ShouldNotBeNull();
        found.Reason.ShouldBe("keyCompromise");
    }

    [Fact]
    public async Task Find_WhenTheListIsInTime_ThenItIsKeptUntilTheNextIsDue()
    {
        await using var issuer = await Issuer.StartAsync(TestKey.EcdsaP256);
        var person = await issuer.Authority.IssueAsync();
        var until = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        issuer.Place.Put(List, await issuer.Authority.ListAsync(until.AddHours(-1), until));
        using var lookup = issuer.Lookup();

        (await lookup.FindAsync(person, until.AddMinutes(-30))).Source.ShouldBe(RevocationSource.List);
        (await lookup.FindAsync(person, until)).Source.ShouldBe(RevocationSource.List);
        issuer.Place.Asked.ShouldHaveSingleItem();
        (await lookup.FindAsync(person, until.AddSeconds(1))).Source.ShouldBe(RevocationSource.List);

        issuer.Place.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-60, true)]
    [InlineData(3660, true)]
    [InlineData(3661, false)]
    public async Task Find_WhenTheListIsOfAnotherTime_ThenClocksMayDifferSoMuch(
        int secondsAfterItsBeginning,
        bool counts
    )
    {
        await using var issuer = await Issuer.StartAsync(TestKey.EcdsaP256);
        var person = await issuer.Authority.IssueAsync();
        var from = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        issuer.Place.Put(List, await issuer.Authority.ListAsync(from, from.AddHours(1)));
        using var lookup = issuer.Lookup();

        var found = await lookup.FindAsync(person, from.AddSeconds(secondsAfterItsBeginning));

        found.Source.ShouldBe(counts ? RevocationSource.List : null);
    }

    [Fact]
    public async Task Find_WhenTheListIsAnothers_ThenItCountsForNothing()
    {
        await using var issuer = await Issuer.StartAsync(TestKey.EcdsaP256);
        var person = await issuer.Authority.IssueAsync();
        var namesake = await issuer.Authority.Issuer!.BelowAsync();
        issuer.Place.Put(List, await namesake.ListAsync());
        using var lookup = issuer.Lookup();

        (await lookup.FindAsync(person)).Source.ShouldBeNull();
    }

    [Fact]
    public async Task Find_WhenTheHostIsNotAllowed_ThenNobodyIsAsked()
    {
        await using var issuer = await Issuer.StartAsync(TestKey.EcdsaP256);
        var person = await issuer.Authority.IssueAsync();
        issuer.Place.Put(List, await issuer.Authority.ListAsync());
        using var lookup = issuer.Lookup(("RevocationHosts:0", "127.0.0.1"), ("RevocationHosts:1", "localhost"));

        (await lookup.FindAsync(person)).Source.ShouldBeNull();

        issuer.Place.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_WhenSentElsewhere_ThenNotFollowed()
    {
        await using var issuer = await Issuer.StartAsync(TestKey.EcdsaP256);
        var person = await issuer.Authority.IssueAsync();
        issuer.Place.Put("/elsewhere", await issuer.Authority.ListAsync());
        issuer.Place.Put(
            List,
            context =>
            {
                context.Response.Redirect("/elsewhere");
                return Task.CompletedTask;
            }
        );
        using var lookup = issuer.Lookup();

        (await lookup.FindAsync(person)).Source.ShouldBeNull();

        issuer.Place.Asked.ShouldBe([List]);
    }

    [Fact]
    public async Task Find_WhenTheAnswerIsTooLarge_ThenReadNoFurther()
    {
        await using var issuer = await Issuer.StartAsync(TestKey.EcdsaP256);
        var person = await issuer.Authority.IssueAsync();
        var list = await issuer.Authority.ListAsync();
        // Right at its beginning, and then it does not end.
        issuer.Place.Put(List, [.. list, .. new byte[RevocationRequests.LargestList]]);
        using var lookup = issuer.Lookup();

        (await lookup.FindAsync(person)).Source.ShouldBeNull();
    }

    [Fact]
    public async Task Find_WhenNoAnswerComes_ThenNotWaitedForLong()
    {
        await using var issuer = await Issuer.StartAsync(TestKey.EcdsaP256);
        var person = await issuer.Authority.IssueAsync();
        issuer.Place.Put(List, context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var lookup = issuer.Lookup(("TimeoutSeconds", "1"));

        (await lookup.FindAsync(person)).Source.ShouldBeNull();

        issuer.Place.Asked.ShouldHaveSingleItem();
    }

    // The list runs out at noon, and then the issuer is away.
    [Theory]
    [InlineData("refuse", 1, false, null)]
    [InlineData("allowCached", 1, false, RevocationSource.Cached)]
    [InlineData("allowCached", 30 * 60, false, RevocationSource.Cached)]
    [InlineData("allowCached", (30 * 60) + 1, false, null)]
    [InlineData("allowCached", 1, true, null)]
    [InlineData("warn", 1, false, RevocationSource.Cached)]
    [InlineData("warn", (60 * 60) - 1, false, RevocationSource.Nobody)]
    [InlineData("warn", (60 * 60) - 1, true, RevocationSource.Nobody)]
    [InlineData("warn", 60 * 60, false, null)]
    public async Task Find_WhenNobodyTells_ThenTheModeDecidesAndItIsHeard(
        string mode,
        int secondsAfterNoon,
        bool isAskedForTheFirstTime,
        object? source
    )
    {
        await using var issuer = await Issuer.StartAsync(TestKey.EcdsaP256);
        var person = await issuer.Authority.IssueAsync();
        var noon = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        issuer.Place.Put(List, await issuer.Authority.ListAsync(noon.AddHours(-1), noon));
        using var lookup = issuer.Lookup(
            ("WhenUnreachable", mode),
            ("CachedForMinutes", "30"),
            ("WarnUntil", "2026-11-23T21:00:00+08:00"),
            ("ClockSkewSeconds", "0")
        );
        if (!isAskedForTheFirstTime)
        {
            (await lookup.FindAsync(person, noon)).Source.ShouldBe(RevocationSource.List);
            lookup.WarningsAt(noon).Count.ShouldBe(mode == "warn" ? 1 : 0);
        }

        issuer.Place.TakeAway(List);
        var at = noon.AddSeconds(secondsAfterNoon);
        var found = await lookup.FindAsync(person, at);

        found.Source.ShouldBe((RevocationSource?)source);
        lookup.WarningsAt(at).ShouldContain(warning => warning.English.StartsWith("Since ", StringComparison.Ordinal));
        lookup.Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Find_WhenItWasRevokedAndTheIssuerIsAwayNow_ThenItStaysRevokedInEveryMode()
    {
        await using var issuer = await Issuer.StartAsync(TestKey.EcdsaP256);
        var person = await issuer.Authority.IssueAsync();
        await issuer.Authority.RevokeAsync(person);
        var noon = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        issuer.Place.Put(List, await issuer.Authority.ListAsync(noon.AddHours(-1), noon));
        using var lookup = issuer.Lookup(
            ("WhenUnreachable", "warn"),
            ("WarnUntil", "2026-12-01T00:00:00+08:00"),
            ("CachedForMinutes", "1")
        );
        await lookup.FindAsync(person, noon);

        issuer.Place.TakeAway(List);
        var found = await lookup.FindAsync(person, noon.AddDays(1));

        found.RevokedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Warnings_WhenTheIssuerTellsAgain_ThenTheOutageIsOver()
    {
        await using var issuer = await Issuer.StartAsync(TestKey.EcdsaP256);
        var person = await issuer.Authority.IssueAsync();
        using var lookup = issuer.Lookup();
        await lookup.FindAsync(person);
        lookup.WarningsAt(Now).ShouldHaveSingleItem();

        issuer.Place.Put(List, await issuer.Authority.ListAsync());
        await lookup.FindAsync(person);

        lookup.WarningsAt(Now).ShouldBeEmpty();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>An authority that says where it can be asked.</summary>
    private sealed class Issuer : IAsyncDisposable
    {
        private Issuer(TestAuthority authority, TestWebPlace place) => (Authority, Place) = (authority, place);

        public TestAuthority Authority { get; }

        public TestWebPlace Place { get; }

        public static async Task<Issuer> StartAsync(TestKey key)
        {
            var place = await TestWebPlace.StartAsync();
            var authority = await (await Authorities.OfAsync(key)).Issuer!.BelowAsync();
            authority.OcspAddress = $"http://127.0.0.1:{ServiceProcess.FreePort()}/";
            authority.ListAddress = place.AddressOf(List);
            return new(authority, place);
        }

        public Lookup Lookup(params (string Name, string Value)[] settings) => new(this, settings);

        public async ValueTask DisposeAsync()
        {
            await Authority.DisposeAsync();
            await Place.DisposeAsync();
        }
    }

    /// <summary>The lookup as the module composes it from its settings.</summary>
    private sealed class Lookup : IDisposable
    {
        private readonly Issuer issuer;
        private readonly ServiceProvider services;
        private readonly FakeTimeProvider time = new();
        private readonly KeptErrors errors = new();

        public Lookup(Issuer issuer, (string Name, string Value)[] settings)
        {
            this.issuer = issuer;
            var all = new Dictionary<string, string?>
            {
                ["Anchors:0:File"] = issuer.Authority.Issuer!.Certificate.File,
                ["RevocationHosts:0"] = new Uri(issuer.Authority.OcspAddress!).Authority,
                ["RevocationHosts:1"] = issuer.Place.Address.Authority,
                // A busy machine is no issuer that is away.
                ["TimeoutSeconds"] = "30",
            };
            foreach (var (name, value) in settings)
            {
                all[name] = value;
            }

            var collection = new ServiceCollection();
            collection.AddLogging(logging => logging.AddProvider(errors));
            collection.AddSingleton<TimeProvider>(time);
            collection.AddCertificates(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        all.ToDictionary(one => $"{CertificateSettings.Section}:{one.Key}", one => one.Value)
                    )
                    .Build()
            );
            services = collection.BuildServiceProvider();
        }

        public IReadOnlyList<string> Errors => errors.Told;

        public Task<RevocationFinding> FindAsync(TestCertificate person, DateTimeOffset? at = null) =>
            services
                .GetRequiredService<RevocationLookup>()
                .FindAsync(
                    Authorities.Read(person),
                    Authorities.Read(issuer.Authority.Certificate),
                    at ?? Now,
                    Cancellation
                );

        public IReadOnlyList<BuildingBlocks.Results.LocalizedText> WarningsAt(DateTimeOffset at)
        {
            time.SetUtcNow(at);
            return services.GetRequiredService<IServiceWarnings>().Now;
        }

        public void Dispose() => services.Dispose();
    }

    private sealed class KeptErrors : ILoggerProvider, ILogger
    {
        public List<string> Told { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                Told.Add(formatter(state, exception));
            }
        }

        public void Dispose() { }
    }
}
