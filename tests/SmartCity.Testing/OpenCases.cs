using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using Xunit;

namespace SmartCity.Testing;

/// <summary>What an open object's next act would be told, asked as what-if asks it.</summary>
public static class OpenCases
{
    /// <summary>The codes that would refuse the next act today, those apart that only its sender's words decide.</summary>
    /// <param name="parameters">The law that is supposed.</param>
    public static async Task<IReadOnlyList<string>> RefusalsOfNextActAsync(
        this ModuleHost host,
        Actor actor,
        string objectType,
        Guid id,
        ParameterSnapshot parameters
    )
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var scope = host.ScopeOf(actor);
        var kind = scope.ServiceProvider.GetServices<IOpenCases>().Single(one => one.ObjectType == objectType);
        (await kind.IdsAsync(cancellation)).ShouldContain(id);
        var open = (await kind.LoadAsync([id], cancellation)).ShouldHaveSingleItem();
        var act = open.Acts.ShouldHaveSingleItem();
        var today = host.Services.GetRequiredService<ILegalClock>().Today;
        var asked = RulesInForce.VerdictsOn(act.Begin, parameters, today);
        // Begun twice, it says the same twice: nothing was changed by the first time.
        RulesInForce
            .VerdictsOn(act.Begin, parameters, today)
            .Select(one => (one.Rule, one.Satisfied))
            .ShouldBe(asked.Select(one => (one.Rule, one.Satisfied)));
        return
        [
            .. asked
                .Where(one => !one.Satisfied && act.NotOnRecord.All(rule => rule.Code != one.Rule))
                .Select(one => one.Rule),
        ];
    }

    /// <summary>Objects of this kind that are open.</summary>
    public static async Task<int> CountOpenAsync(this ModuleHost host, Actor actor, string objectType)
    {
        await using var scope = host.ScopeOf(actor);
        var kind = scope.ServiceProvider.GetServices<IOpenCases>().Single(one => one.ObjectType == objectType);
        return (await kind.IdsAsync(TestContext.Current.CancellationToken)).Count;
    }
}
