using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Canaries.Alpha.Contracts;
using SmartCity.Canaries.Alpha.Domain.Rules;
using SmartCity.Regulation.Rules;

namespace SmartCity.Canaries.Alpha.Domain.Permits;

[ObjectName("permit", "许可", "permit")]
internal sealed class Permit : AggregateRoot<PermitId>
{
    private readonly List<Condition> conditions = [];

    private Permit() { }

    public string Holder { get; private set; } = "";

    public PermitKind Kind { get; private set; }

    public IReadOnlyList<Condition> Conditions => conditions;

    public static Result<Permit> Grant(PermitId id, string holder, PermitKind kind, RulesInForce rules)
    {
        var verdict = rules.Judge(Article06.HolderNamed.On(new(holder, kind)));
        if (verdict.IsFailure)
        {
            return verdict.Failure;
        }

        var permit = new Permit
        {
            Id = id,
            Holder = holder,
            Kind = kind,
        };
        permit.Announce(new PermitGranted(id, kind, rules.Today));
        return permit;
    }

    public Result Revoke(RulesInForce rules)
    {
        var verdict = rules.Judge(Article06.SeasonOver.On(new(rules.Today, rules.Today)));
        if (!verdict.IsFailure)
        {
            conditions.Clear();
        }

        return verdict;
    }
}

internal sealed record Condition(string Text, DateOnly From);
