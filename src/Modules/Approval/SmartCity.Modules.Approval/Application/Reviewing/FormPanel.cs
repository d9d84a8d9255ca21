using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Reviewing;

/// <summary>The office forms the panel by the nature of the project, with the departments concerned, and opens the round.</summary>
internal sealed record FormPanel(
    DeclarationId Declaration,
    ReviewMethod Method,
    DateOnly HeldOn,
    string Place,
    IReadOnlyList<FormPanel.ChosenExpert> Experts,
    IReadOnlyList<FormPanel.ChosenDepartment> Departments,
    AccountId Chair,
    long ExpectedVersion
) : ICommand, IChangesObject
{
    internal sealed record ChosenExpert(
        [property: Description("专家账号")] AccountId Account,
        [property: Description("专业领域")] string Specialty,
        [property: Description("职称、职务")] string Title
    );

    internal sealed record ChosenDepartment(
        [property: Description("会同评审的部门")] UnitId Unit,
        [property: Description("部门代表（职务）")] string Representative
    );
}

internal sealed class FormPanelValidator : AbstractValidator<FormPanel>
{
    public FormPanelValidator()
    {
        RuleFor(command => command.Method).KnownWord();
        RuleFor(command => command.HeldOn).PlausibleDate();
        RuleFor(command => command.Place).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Experts)
            .Lines(50)
            .Must(experts => experts is null || experts.DistinctBy(expert => expert?.Account).Count() == experts.Count)
            .WithErrorCode("DUPLICATE")
            .InWords("同一专家不得重复列入。", "An expert is named once.");
        RuleForEach(command => command.Experts)
            .ChildRules(expert =>
            {
                expert.RuleFor(one => one.Specialty).RequiredText(InputRules.ShortText);
                expert.RuleFor(one => one.Title).RequiredText(InputRules.ShortText);
            });
        RuleFor(command => command.Departments)
            .Lines(20)
            .Must(units => units is null || units.DistinctBy(unit => unit?.Unit).Count() == units.Count)
            .WithErrorCode("DUPLICATE")
            .InWords("同一部门不得重复列入。", "A department is named once.");
        RuleForEach(command => command.Departments)
            .ChildRules(department => department.RuleFor(one => one.Representative).RequiredText(InputRules.ShortText));
    }
}

internal sealed class FormPanelHandler(IApprovalDatabase database, Act act, RulesInForce rules, IMediator mediator)
    : IRequestHandler<FormPanel, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(FormPanel command, CancellationToken cancellationToken)
    {
        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var allowed = act.Authorise(declaration, DeclarationAccess.OfTheOffice, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var panel = await PanelAsync(command, cancellationToken);
        if (panel.IsFailure)
        {
            return panel.Failure;
        }

        var outcome = declaration!.FormPanel(
            panel.Value,
            ActingFor.Of(act.Actor),
            rules,
            await IsASeatVacantAsync(declaration, cancellationToken)
        );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }

    // Who has left cannot sign; without his opinion the round would never be concluded.
    private async Task<bool> IsASeatVacantAsync(Declaration declaration, CancellationToken cancellationToken)
    {
        var awaited = declaration.Awaited;
        return awaited.Count > 0
            && (await mediator.Send(new AccountsOf(awaited), cancellationToken)).Count(one => one.IsActive)
                < awaited.Count;
    }

    private async Task<Result<NamedPanel>> PanelAsync(FormPanel command, CancellationToken cancellationToken)
    {
        var accounts = command.Experts.Select(expert => expert.Account).ToList();
        var profiles = (await mediator.Send(new AccountsOf(accounts), cancellationToken)).ToDictionary(one => one.Id);
        var departments = await mediator.UnitsAsync(command.Departments.Select(one => one.Unit), cancellationToken);
        var wrong = departments
            .UnknownUnits(index => $"departments[{index}].unit", act.Context.Language)
            .Concat(UnknownAccounts(accounts, profiles))
            .ToList();
        if (wrong.Count > 0)
        {
            return Error.Invalid(wrong);
        }

        var employers = await mediator.UnitsAsync(
            profiles.Values.Select(profile => profile.Unit).Distinct(),
            cancellationToken
        );
        var names = employers.OfType<UnitProfile>().ToDictionary(unit => unit.Id, unit => unit.Name);
        return new NamedPanel(
            new(command.Method, command.HeldOn, command.Place),
            [.. command.Experts.Select(expert => Named(expert, profiles[expert.Account], names))],
            [.. command.Departments.Zip(departments, (one, unit) => Named(one, unit!))],
            command.Chair
        );
    }

    private IEnumerable<FieldError> UnknownAccounts(
        List<AccountId> accounts,
        Dictionary<AccountId, AccountProfile> profiles
    ) =>
        accounts
            .Select((account, index) => (account, index))
            .Where(one => !profiles.ContainsKey(one.account))
            .Select(one => new FieldError(
                $"experts[{one.index}].account",
                "ACCOUNT_UNKNOWN",
                new LocalizedText("没有这个账号。", "There is no such account.").In(act.Context.Language)
            ));

    private static NamedExpert Named(
        FormPanel.ChosenExpert chosen,
        AccountProfile profile,
        Dictionary<UnitId, string> employers
    ) =>
        new(
            profile.Id,
            profile.Name,
            profile.Unit,
            employers.GetValueOrDefault(profile.Unit, ""),
            chosen.Specialty,
            chosen.Title,
            profile.Role == Roles.Expert,
            profile.IsNaturalPerson,
            profile.IsActive
        )
        {
            Predecessors = profile.Predecessors,
        };

    private static NamedDepartment Named(FormPanel.ChosenDepartment chosen, UnitProfile unit) =>
        new(unit.Id, unit.Name, chosen.Representative);
}
