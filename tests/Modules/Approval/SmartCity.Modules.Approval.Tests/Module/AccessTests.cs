using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Application.MasterPlanning;
using SmartCity.Modules.Approval.Application.Reviewing;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Module;

/// <summary>Who reads what, who may do what, and how the others are told.</summary>
public sealed class AccessTests
{
    [Theory, EveryDatabase]
    public async Task Read_WhenEachActorAsks_ThenListAndDetailAgree(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var review = await module.UnderReviewAsync();
        (Actor Actor, bool Reads)[] table =
        [
            (Town.HospitalClerk, true),
            (Town.HealthClerk, true),
            (Town.OfficeClerk, true),
            (Town.Auditor, true),
            (Town.Experts[0], true),
            (Town.Planner, true),
            (Town.LibraryClerk, false),
            (Town.FinanceClerk, false),
            (Town.Experts[5], false),
            (Town.Contractor, false),
            (Town.CountyClerk, false),
        ];

        foreach (var (actor, reads) in table)
        {
            var detail = await module.AskAs(actor, new GetDeclaration(review.Id));
            var list = await module.AskAs(actor, new ListDeclarations());

            (actor.Name, !detail.IsFailure).ShouldBe((actor.Name, reads));
            (actor.Name, list.Value.Items.Count == 1).ShouldBe((actor.Name, reads));
        }
    }

    [Theory, EveryDatabase]
    public async Task Read_WhenTheReviewHasPassed_ThenFinanceReadsIt(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var passed = await module.ReviewPassedAsync();

        (await module.AskAs(Town.FinanceClerk, new GetDeclaration(passed.Id))).ShouldBeAccepted();
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheDeclarationIsAnotherUnits_ThenItDoesNotExist(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var draft = await module.InDraftAsync();

        var result = await module.SendAs(Town.LibraryClerk, new SubmitDeclaration(draft.Id, draft.Version));

        result.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheActorIsOfACounty_ThenOutOfJurisdiction(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declared = await module.DeclaredAsync();

        var result = await module.SendAs(Town.CountyClerk, ApprovalHost.FormingPanel(declared));

        result.ShouldFail(ErrorKind.Forbidden, "OUT_OF_JURISDICTION");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenTheActorOversees_ThenReadOnly(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var passed = await module.ReviewPassedAsync();

        var result = await module.SendAs(Town.Auditor, ApprovalHost.Report(passed));

        result.ShouldFail(ErrorKind.Forbidden, "READ_ONLY_ROLE");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenFinanceReviews_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declared = await module.DeclaredAsync();

        var result = await module.SendAs(Town.FinanceClerk, ApprovalHost.FormingPanel(declared));

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenADepartmentOnThePanelCancels_ThenWrongAuthorityForItMayRead(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var review = await module.UnderReviewAsync();

        var result = await module.SendAs(Town.Planner, new CancelDeclaration(review.Id, "不同意", review.Version));

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task Draft_WhenAContractorDeclares_ThenIsToldThatItIsOutOfScope(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);

        var result = await module.SendAs(Town.Contractor, new DraftDeclaration(Sheets.Complete()));

        result.ShouldBeRefused("UNIT_OUT_OF_SCOPE");
    }

    [Theory, EveryDatabase]
    public async Task Opinions_WhenTheRoundIsOpen_ThenTheUnitDoesNotSeeThem(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var review = await module.UnderReviewAsync();
        await module.AcceptedAs(Town.Experts[0], ApprovalHost.Opinion(review, 1));
        await module.AcceptedAs(Town.Experts[1], ApprovalHost.Opinion(review, 1));
        (Actor Actor, int Sees)[] table =
        [
            (Town.HospitalClerk, 0),
            (Town.Planner, 0),
            (Town.Experts[0], 1),
            (Town.Experts[2], 0),
            (Town.OfficeClerk, 2),
            (Town.Auditor, 2),
        ];

        foreach (var (actor, sees) in table)
        {
            var round = await module.AskAs(actor, new GetReviewRound(review.Id, 1));
            (actor.Name, round.Value.Opinions.Count).ShouldBe((actor.Name, sees));
        }
    }

    [Theory, EveryDatabase]
    public async Task Opinions_WhenTheRoundIsConcluded_ThenTheUnitSeesAllOfThem(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var failed = await module.RevisionRequiredAsync();

        var round = await module.AskAs(Town.HospitalClerk, new GetReviewRound(failed.Id, 1));

        round.Value.Opinions.Count.ShouldBe(5);
        round.Value.Departments.ShouldHaveSingleItem().Statement.ShouldBe("无不同意见。");
    }

    [Theory, EveryDatabase]
    public async Task List_WhenReadPageByPage_ThenEachIsToldOnceNewestFirst(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        for (var number = 1; number <= 5; number++)
        {
            module.Host.Time.Advance(TimeSpan.FromSeconds(1));
            var sheet = Sheets.Complete() with { ProjectName = $"项目{number}" };
            await module.AcceptedAs(Town.HospitalClerk, new DraftDeclaration(sheet));
        }

        var told = new List<string>();
        string? after = null;
        do
        {
            var page = (await module.AskAs(Town.HospitalClerk, new ListDeclarations(After: after, Limit: 2))).Value;
            told.AddRange(page.Items.Select(line => line.ProjectName));
            after = page.Next;
        } while (after is not null);

        told.ShouldBe(["项目5", "项目4", "项目3", "项目2", "项目1"]);
    }

    [Theory, EveryDatabase]
    public async Task List_WhenFiltered_ThenOnlyWhatMeetsTheFilterIsTold(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        await module.InDraftAsync();
        (ListDeclarations Filter, int Found)[] table =
        [
            (new(State: DeclarationState.Draft), 1),
            (new(State: DeclarationState.Declared), 0),
            (new(Kind: ProjectKind.ApplicationSystem), 1),
            (new(Kind: ProjectKind.Security), 0),
            (new(Unit: Town.HealthCommission.Id), 1),
            (new(Unit: Town.Library.Id), 0),
            (new(Text: "影像"), 1),
            (new(Text: "%"), 0),
        ];

        foreach (var (filter, found) in table)
        {
            var page = await module.AskAs(Town.OfficeClerk, filter);
            (filter, page.Value.Items.Count).ShouldBe((filter, found));
        }
    }

    [Theory, EveryDatabase]
    public async Task MasterPlan_WhenACodeIsTaken_ThenConflict(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        await module.AnItemAsync("GH-1");

        var result = await module.SendAs(
            Town.OfficeClerk,
            new AddMasterPlanItem("GH-1", "另一项", "说明", 2026, 2027, Town.Library.Id, Money.Zero, "文号")
        );

        result.ShouldFail(ErrorKind.Conflict, "MASTER_PLAN_CODE_TAKEN");
    }

    [Theory, EveryDatabase]
    public async Task MasterPlan_WhenListedFromACounty_ThenIsTold(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        await module.AnItemAsync("GH-2");
        await module.AnItemAsync("GH-1");

        var page = await module.AskAs(Town.CountyClerk, new ListMasterPlanItems());

        page.Value.Items.Select(item => item.Code).ShouldBe(["GH-1", "GH-2"]);
    }
}
