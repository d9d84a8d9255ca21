using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application;

/// <summary>What this module asks Approval, Security and its own register.</summary>
internal static class Questions
{
    /// <summary>The project as it is today; null where there is none.</summary>
    public static async Task<Project?> ProjectAsync(
        this IMediator mediator,
        DeclarationId declaration,
        CancellationToken cancellationToken
    ) =>
        await mediator.Send(new ProjectOf(declaration), cancellationToken) is { } profile
            ? new Project(
                profile.Declaration,
                profile.Number,
                profile.ProjectName,
                profile.Kind.Length > 0 ? Enum.Parse<ProjectKind>(profile.Kind) : null,
                profile.IsService,
                new(profile.LeadUnit),
                [.. profile.ParticipatingUnits.Select(unit => new UnitId(unit))],
                profile.ReviewPassed,
                profile.ReviewPassedOn,
                profile.IsCancelled,
                Money.FromFen(profile.ReviewedBudgetFen),
                Money.FromFen(profile.TotalInvestmentFen),
                Money.FromFen(profile.FiscalShareFen),
                Money.FromFen(profile.ArrangedFen)
            )
            : null;

    /// <summary>The project of a building.</summary>
    /// <exception cref="InvalidOperationException">Approval no longer knows it: a declaration is never deleted.</exception>
    public static async Task<Project> ProjectAsync(
        this IMediator mediator,
        Building building,
        CancellationToken cancellationToken
    ) =>
        await mediator.ProjectAsync(building.Declaration, cancellationToken)
        ?? throw new InvalidOperationException($"The declaration of building {building.Number} is gone.");

    /// <summary>The codes of the recognised kinds of certificate in force on a day for a kind of project.</summary>
    public static async Task<IReadOnlyList<string>> DemandedKindsAsync(
        this IConstructionDatabase database,
        ProjectKind kind,
        DateOnly on,
        CancellationToken cancellationToken
    ) =>
        await database
            .CertificateKinds.Where(one => one.Demands.Any(demand => demand.Kind == kind))
            .Where(one => one.InForceFrom <= on && (one.InForceUntil == null || one.InForceUntil >= on))
            .OrderBy(one => one.Code)
            .Select(one => one.Code)
            .ToListAsync(cancellationToken);

    /// <summary>These accounts by id; those that do not exist are left out.</summary>
    public static async Task<IReadOnlyDictionary<AccountId, AccountProfile>> AccountsAsync(
        this IMediator mediator,
        IReadOnlyCollection<AccountId> accounts,
        CancellationToken cancellationToken
    ) => (await mediator.Send(new AccountsOf(accounts), cancellationToken)).ToDictionary(one => one.Id);

    /// <summary>The leader as Security knows him on a day; null where there is no such account.</summary>
    public static async Task<NamedLeader?> LeaderAsync(
        this IMediator mediator,
        AccountId leader,
        UnitId leadUnit,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var profiles = await mediator.AccountsAsync([leader], cancellationToken);
        if (!profiles.TryGetValue(leader, out var profile))
        {
            return null;
        }

        var posts = await mediator.Send(new PostsOf([leader], on), cancellationToken);
        var mainPosts = posts
            .Where(post => post.Kind is PostKind.MainLeader or PostKind.ActingMainLeader)
            .Select(post => post.Unit)
            .ToList();
        return new(
            leader,
            profile.Name,
            mainPosts.Count > 0 && profile is { IsActive: true, IsNaturalPerson: true },
            mainPosts.Count > 0
                ? mainPosts.Exists(unit => unit == leadUnit || (unit == profile.Unit && profile.IsOf(leadUnit)))
                : profile.IsOf(leadUnit)
        );
    }

    /// <summary>May this account serve in the group: a person's, in use, and not the contractor's.</summary>
    public static bool CanServe(this AccountProfile profile, Building building) =>
        profile is { IsActive: true, IsNaturalPerson: true }
        && profile.Role != Roles.Contractor
        && (building.AwardedTo is not { } contractor || !profile.IsOf(contractor));

    /// <summary>The group that stands, with each of its people as Security knows them today.</summary>
    public static async Task<GroupToday> GroupAsync(
        this IMediator mediator,
        Building building,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var group = building.WorkingGroup;
        var members = group?.Members ?? [];
        var profiles = await mediator.AccountsAsync(
            [.. members.Select(one => one.Account), .. building.Experts.Select(one => one.Account)],
            cancellationToken
        );
        bool Serves(AccountId account) => profiles.TryGetValue(account, out var profile) && profile.CanServe(building);
        return new(
            group is null
                ? null
                : await mediator.LeaderAsync(group.Leader, building.LeadUnit, today, cancellationToken),
            [.. members.Select(one => new NamedMember(one.Account, one.Name, one.Role, Serves(one.Account)))],
            [
                .. building.Experts.Select(one => new NamedExpert(
                    one.Account,
                    one.Name,
                    Serves(one.Account),
                    one.AssignedOn
                )),
            ],
            group?.SetUpOn
        );
    }

    /// <summary>The error of a field that names an account that does not exist.</summary>
    public static FieldError UnknownAccount(string field, Language language) =>
        new(field, "ACCOUNT_UNKNOWN", new LocalizedText("没有这个账号。", "There is no such account.").In(language));
}
