using Microsoft.Extensions.Configuration;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.Modules.Security.Infrastructure.Certificates;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Certificates;

public sealed class SettingsOfAuthoritiesTests
{
    [Fact]
    public void Read_WhenNothingIsSet_ThenNobodySignsInSo() => Read().Anchors.ShouldBeEmpty();

    [Fact]
    public async Task Read_WhenAllIsRight_ThenRefusesByDefaultWhereNobodyTells()
    {
        var settings = Read([
            .. await GoodAsync(),
            ("Anchors:0:From", "2026-01-01"),
            ("Anchors:0:Until", "2026-01-01"),
        ]);

        settings.Anchors.ShouldHaveSingleItem().From.ShouldBe(new(2026, 1, 1));
        settings.WhenUnreachable.ShouldBe(UnreachableMode.Refuse);
        settings.ClockSkew.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("Anchors:0:File", "/nowhere/ca.pem")]
    [InlineData("Anchors:0:File", "/etc/hostname")]
    [InlineData("Anchors:0:From", "1.1.2026")]
    [InlineData("Anchors:0:Folder", "/etc")]
    [InlineData("RevocationHosts:0", "http://ca.example.cn")]
    [InlineData("RevocationHosts:0", "ca.example.cn/crl")]
    [InlineData("RevocationHosts:0", "")]
    [InlineData("WhenUnreachable", "perhaps")]
    [InlineData("WhenUnreachable", "1")]
    [InlineData("WarnUntil", "tomorrow")]
    [InlineData("CachedForMinutes", "0")]
    [InlineData("CachedForMinutes", "10081")]
    [InlineData("ClockSkewSeconds", "301")]
    [InlineData("TimeoutSeconds", "0")]
    [InlineData("Anchor", "x")]
    public async Task Read_WhenOneIsWrong_ThenOneLineNamesIt(string name, string value)
    {
        var good = await GoodAsync();

        var failure = Should.Throw<CannotServeException>(() => Read([.. good, (name, value)]));

        var line = failure.Lines.ShouldHaveSingleItem();
        line.Chinese.ShouldContain($"{CertificateSettings.Section}:{name}");
        line.English.ShouldContain($"{CertificateSettings.Section}:{name}");
    }

    [Fact]
    public async Task Read_WhenPeopleAreLetInUncheckedWithoutEnd_ThenRefused()
    {
        var good = await GoodAsync();

        Should
            .Throw<CannotServeException>(() => Read([.. good, ("WhenUnreachable", "warn")]))
            .Lines.ShouldHaveSingleItem()
            .English.ShouldContain("WarnUntil");
    }

    [Fact]
    public async Task Read_WhenTheAnchorIsAPersons_ThenRefused()
    {
        var person = await (await Authorities.OfAsync(TestKey.EcdsaP256)).IssueAsync();

        Should
            .Throw<CannotServeException>(() =>
                Read(("Anchors:0:File", person.File), ("RevocationHosts:0", "ca.example.cn"))
            )
            .Lines.ShouldHaveSingleItem()
            .English.ShouldContain("no authority's certificate");
    }

    [Fact]
    public async Task Read_WhenNoHostIsAllowed_ThenRefused()
    {
        var root = (await Authorities.OfAsync(TestKey.EcdsaP256)).Issuer!;

        Should
            .Throw<CannotServeException>(() => Read(("Anchors:0:File", root.Certificate.File)))
            .Lines.ShouldHaveSingleItem()
            .English.ShouldContain("RevocationHosts");
    }

    private static async Task<(string, string)[]> GoodAsync() =>
        [
            ("Anchors:0:File", (await Authorities.OfAsync(TestKey.Sm2)).Issuer!.Certificate.File),
            ("RevocationHosts:0", "ca.example.cn:8080"),
        ];

    private static CertificateSettings Read(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>();
        foreach (var (name, value) in settings)
        {
            all[$"{CertificateSettings.Section}:{name}"] = value;
        }

        return CertificateSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }
}
