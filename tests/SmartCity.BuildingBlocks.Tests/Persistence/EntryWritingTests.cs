using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Tests.Persistence;

public sealed class EntryWritingTests
{
    [Theory]
    [InlineData("0")]
    public async Task AddModules_WhateverASettingSays_ThenActsLeaveEntries(string answer)
    {
        var configuration = new ConfigurationBuilder().Add(new OneAnswer(answer)).Build();
        configuration["Audit:Entries"].ShouldBe(answer);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddModules([], configuration, DatabaseChoice.Parse("smartcity.db"))
            .BuildServiceProvider();

        services.GetServices<EntryWriting>().ShouldAllBe(writing => writing.IsOn);
        services.GetRequiredService<StoreServices>().Entries.IsOn.ShouldBeTrue();
    }

    /// <summary>Settings that give the same answer whatever they are asked for.</summary>
    private sealed class OneAnswer(string answer) : ConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            value = answer;
            return true;
        }
    }
}
