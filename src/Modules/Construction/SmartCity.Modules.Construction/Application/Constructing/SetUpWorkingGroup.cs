using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>The lead unit names the project's leader and the members of its working group (article 11).</summary>
internal sealed record SetUpWorkingGroup(
    BuildingId Building,
    AccountId Leader,
    IReadOnlyList<SetUpWorkingGroup.Member> Members,
    long ExpectedVersion
) : ICommand, IChangesObject
{
    internal sealed record Member(
        [property: Description("成员账号")] AccountId Account,
        [property: Description("业务人员或技术人员")] MemberRole Role
    );
}

internal sealed class SetUpWorkingGroupValidator : AbstractValidator<SetUpWorkingGroup>
{
    public SetUpWorkingGroupValidator()
    {
        RuleFor(command => command.Members)
            .Lines(50)
            .Must(members => members is null || members.DistinctBy(one => one?.Account).Count() == members.Count)
            .WithErrorCode("DUPLICATE")
            .InWords("同一成员不得重复列入。", "A member is named once.");
        RuleForEach(command => command.Members).ChildRules(member => member.RuleFor(one => one.Role).KnownWord());
    }
}

internal sealed class SetUpWorkingGroupHandler(
    IConstructionDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator
) : IRequestHandler<SetUpWorkingGroup, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(SetUpWorkingGroup command, CancellationToken cancellationToken)
    {
        var building = await database.Buildings.FirstOrDefaultAsync(
            one => one.Id == command.Building,
            cancellationToken
        );
        var allowed = act.Authorise(building, BuildingAccess.OfTheLeadUnit, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var named = await NamedAsync(command, building!, cancellationToken);
        if (named.IsFailure)
        {
            return named.Failure;
        }

        var project = await mediator.ProjectAsync(building!, cancellationToken);
        var outcome = building!.SetUpWorkingGroup(named.Value, project, rules);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }

    private async Task<Result<GroupToday>> NamedAsync(
        SetUpWorkingGroup command,
        Building building,
        CancellationToken cancellationToken
    )
    {
        var leader = await mediator.LeaderAsync(command.Leader, building.LeadUnit, act.LegalDate, cancellationToken);
        var profiles = await mediator.AccountsAsync(
            [.. command.Members.Select(member => member.Account)],
            cancellationToken
        );
        var language = act.Context.Language;
        var unknown = command
            .Members.Select((member, index) => (member.Account, Field: $"members[{index}].account"))
            .Where(one => !profiles.ContainsKey(one.Account))
            .Select(one => Questions.UnknownAccount(one.Field, language))
            .Concat(leader is null ? [Questions.UnknownAccount("leader", language)] : [])
            .ToList();
        if (unknown.Count > 0)
        {
            return Error.Invalid(unknown);
        }

        var standing = await mediator.GroupAsync(building, act.LegalDate, cancellationToken);
        return new GroupToday(
            leader,
            [
                .. command.Members.Select(member => new NamedMember(
                    member.Account,
                    profiles[member.Account].Name,
                    member.Role,
                    profiles[member.Account].CanServe(building)
                )),
            ],
            standing.Experts,
            act.LegalDate
        );
    }
}
