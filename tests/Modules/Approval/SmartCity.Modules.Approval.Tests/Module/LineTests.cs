using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Application.MasterPlanning;
using SmartCity.Modules.Approval.Application.Reviewing;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Module;

/// <summary>The line from the draft to the report to finance, over real databases.</summary>
public sealed class LineTests
{
    [Theory, EveryDatabase]
    public async Task Line_WhenEverybodyDoesHisPart_ThenTheProjectIsReportedToFinance(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var passed = await module.ReviewPassedAsync();

        await module.AcceptedAs(Town.OfficeClerk, ApprovalHost.Report(passed));

        var told = (await module.AskAs(Town.FinanceClerk, new GetDeclaration(passed.Id))).Value;
        told.State.ShouldBe(DeclarationState.ReportedToFinance);
        told.FinanceReport!.Amount.ShouldBe(Money.FromYuan(700_000));
        told.Documents.Select(document => document.MediaType).ShouldBe(["text/plain", "text/plain"]);
        (await module.AnnouncedAsync()).ShouldBe([
            "approval.declaration-submitted.v1",
            "approval.review-passed.v1",
            "approval.reported-to-finance.v1",
        ]);
    }

    [Theory, EveryDatabase]
    public async Task Line_WhenTheReviewFails_ThenARevisionGetsANewRoundInWhichOldVotesAreVoid(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var failed = await module.RevisionRequiredAsync();
        var second = await module.PanelAsync(await RevisedAsync(module, failed));

        var stale = await module.SendAs(Town.Experts[0], ApprovalHost.Opinion(second, round: 1));
        var early = await module.SendAs(Town.OfficeClerk, ApprovalHost.Conclusion(second, passed: false));

        stale.ShouldBeRefused("STALE_REVIEW_VOTE");
        (await module.AnnouncedAsync()).Count(name => name == "regulation.notice-raised.v1").ShouldBe(1);
        early.ShouldBeRefused("OPINIONS_INCOMPLETE");
        var rounds = (await module.AskAs(Town.Auditor, new ListReviewRounds(failed.Id))).Value;
        rounds
            .Select(round => (round.Number, round.VersionNumber, round.Opinions, round.Passed))
            .ShouldBe([(1, 1, 5, false), (2, 2, 0, null)]);
    }

    [Theory, EveryDatabase]
    public async Task Versions_WhenRevised_ThenTheirDifferenceIsStoredAndTold(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declared = await RevisedAsync(module, await module.RevisionRequiredAsync());

        var second = (await module.AskAs(Town.Auditor, new GetDeclarationVersion(declared.Id, 2))).Value;
        var difference = (await module.AskAs(Town.Auditor, new GetVersionDifference(declared.Id, 1, 2))).Value;

        second.Changes.ShouldHaveSingleItem().Path.ShouldBe("sheet.location");
        difference.Changes.ShouldBe(second.Changes);
        second.Content.Sheet.Location.ShouldBe("秦都区");
    }

    [Theory, EveryDatabase]
    public async Task Submit_WhenRefused_ThenLeavesAnAuditEntryAndNothingElse(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var draft = await module.InDraftAsync(Sheets.Complete());
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        var result = await module.SendAs(Town.HospitalClerk, new SubmitDeclaration(draft.Id, draft.Version));

        result.ShouldBeRefused("NOT_IN_MASTER_PLAN");
        (await module.RowsAsync()).ShouldBe(rows);
        (await module.EntriesAsync()).ShouldBe(entries + 1);
        (await module.AskAs(Town.HospitalClerk, new GetDeclaration(draft.Id))).Value.Version.ShouldBe(draft.Version);
    }

    [Theory, EveryDatabase]
    public async Task Submit_WhenTheMasterPlanItemIsClosed_ThenRefused(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var item = await module.AnItemAsync();
        var draft = await module.InDraftAsync(Sheets.Complete(item));
        await module.AcceptedAs(Town.OfficeClerk, new CloseMasterPlanItem(item, "规划调整", 1));

        var result = await module.SendAs(Town.HospitalClerk, new SubmitDeclaration(draft.Id, draft.Version));

        result.ShouldBeRefused("NOT_IN_MASTER_PLAN");
    }

    [Theory, EveryDatabase]
    public async Task GiveOpinion_WhenOneExpertSendsTwoAtOnce_ThenOneIsAcceptedAndTheOtherHearsWhy(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var review = await module.UnderReviewAsync();

        var results = await Task.WhenAll(
            module.SendAs(Town.Experts[0], ApprovalHost.Opinion(review, 1), "first"),
            module.SendAs(Town.Experts[0], ApprovalHost.Opinion(review, 1, OpinionVerdict.Revise), "second")
        );

        results.Count(result => !result.IsFailure).ShouldBe(1);
        results.Single(result => result.IsFailure).ShouldBeRefused("OPINION_ALREADY_GIVEN");
    }

    [Theory, EveryDatabase]
    public async Task GiveOpinion_WhenAllExpertsSendAtOnce_ThenAllAreTaken(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var review = await module.UnderReviewAsync();

        var results = await Task.WhenAll(
            Town.Experts.Take(5)
                .Select(expert => module.SendAs(expert, ApprovalHost.Opinion(review, 1, OpinionVerdict.Revise), "one"))
        );

        results.ShouldAllBe(result => !result.IsFailure);
        var round = (await module.AskAs(Town.OfficeClerk, new GetReviewRound(review.Id, 1))).Value;
        round
            .Opinions.SelectMany(opinion => opinion.Comments)
            .Select(comment => comment.Number)
            .Order()
            .ShouldBe([1, 2, 3, 4, 5]);
    }

    [Theory, EveryDatabase]
    public async Task Draft_WhenRepeatedWithTheSameKey_ThenIsMadeOnce(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var command = new DraftDeclaration(Sheets.Complete());
        var first = await module.AcceptedAs(Town.HospitalClerk, command, "key");

        var second = await module.AcceptedAs(Town.HospitalClerk, command, "key");

        second.ShouldBe(first);
        (await module.AskAs(Town.HospitalClerk, new ListDeclarations())).Value.Items.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Revise_WhenTheVersionSeenIsStale_ThenVersionConflict(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var draft = await module.InDraftAsync();

        var result = await module.SendAs(
            Town.HospitalClerk,
            new ReviseDraft(draft.Id, Sheets.Complete(), draft.Version - 1)
        );

        result.ShouldFail(ErrorKind.VersionConflict, "VERSION_CONFLICT");
    }

    [Theory, EveryDatabase]
    public async Task Revise_WhenParticipantsChange_ThenTheNewOnesReadAndTheOldOnesDoNot(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var draft = await module.InDraftAsync();
        var sheet = Sheets.Complete() with { ParticipatingUnits = [Town.Library.Id] };

        await module.AcceptedAs(Town.HospitalClerk, new ReviseDraft(draft.Id, sheet, draft.Version));

        (await module.AskAs(Town.LibraryClerk, new GetDeclaration(draft.Id))).ShouldBeAccepted();
        (await module.AskAs(Town.HealthClerk, new GetDeclaration(draft.Id))).ShouldFail(
            ErrorKind.NotFound,
            "NOT_FOUND"
        );
    }

    [Theory, EveryDatabase]
    public async Task Download_WhenADocumentIsAttached_ThenItsContentIsTheOneSent(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var draft = await module.InDraftAsync();
        var document = (await module.AskAs(Town.HospitalClerk, new GetDeclaration(draft.Id))).Value.Documents.Single(
            one => one.Kind == DocumentKind.ConstructionPlan
        );

        var content = (await module.AskAs(Town.HospitalClerk, new DownloadDocument(draft.Id, document.Id))).Value;

        using var reader = new StreamReader(content.Content);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("方案");
    }

    [Theory, EveryDatabase]
    public async Task Download_WhenTheDocumentWasRemoved_ThenNotFound(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var draft = await module.InDraftAsync();
        var document = (await module.AskAs(Town.HospitalClerk, new GetDeclaration(draft.Id))).Value.Documents[0];
        await module.AcceptedAs(Town.HospitalClerk, new RemoveDocument(draft.Id, document.Id, draft.Version));

        var result = await module.AskAs(Town.HospitalClerk, new DownloadDocument(draft.Id, document.Id));

        result.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Theory, EveryDatabase]
    public async Task Attach_WhenTheContentIsOfNoAcceptedType_ThenInvalidWhateverItsName(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var draft = await module.InDraftAsync();
        using var content = new MemoryStream([0, 1, 2, 3]);

        var result = await module.SendAs(
            Town.HospitalClerk,
            new AttachDocument(draft.Id, DocumentKind.Other, "方案.pdf", content, draft.Version)
        );

        result.ShouldFail(ErrorKind.Invalid, "FILE_TYPE_NOT_ACCEPTED");
    }

    [Theory, EveryDatabase]
    public async Task Conclude_WhenTheDecisionMakerIsASystemAccount_ThenRefused(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var opinions = await module.AllOpinionsAsync(await module.UnderReviewAsync(), 1, OpinionVerdict.Pass);

        var result = await module.SendAs(
            Town.OfficeClerk,
            ApprovalHost.Conclusion(opinions, passed: true, Town.OfficeSystem)
        );

        result.ShouldBeRefused("DECISION_MAKER_REQUIRED");
    }

    [Theory, EveryDatabase]
    public async Task Cancel_WhenTheLeadUnitWithdraws_ThenItIsCancelledAndAnnounced(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var draft = await module.InDraftAsync();

        await module.AcceptedAs(Town.HospitalClerk, new CancelDeclaration(draft.Id, "不再建设", draft.Version));

        var told = (await module.AskAs(Town.HospitalClerk, new GetDeclaration(draft.Id))).Value;
        (told.State, told.CancelledBecause).ShouldBe((DeclarationState.Cancelled, "不再建设"));
        (await module.AnnouncedAsync()).ShouldBe(["approval.declaration-cancelled.v1"]);
    }

    private static async Task<Step> RevisedAsync(ApprovalHost module, Step failed)
    {
        var sheet = (await module.AskAs(Town.HospitalClerk, new GetDeclaration(failed.Id))).Value.Sheet;
        var revised = await module.AcceptedAs(
            Town.HospitalClerk,
            new ReviseDraft(failed.Id, sheet with { Location = "秦都区" }, failed.Version)
        );
        var answers = Enumerable
            .Range(1, 5)
            .Select(number => new AnswerComments.NumberedResponse(number, ResponseDecision.Adopted, "已补充。", "附录"))
            .ToList();
        var answered = await module.AcceptedAs(
            Town.HospitalClerk,
            new AnswerComments(failed.Id, answers, revised.Version)
        );
        return Step.Of(
            await module.AcceptedAs(Town.HospitalClerk, new ResubmitDeclaration(failed.Id, answered.Version))
        );
    }

    [Theory, EveryDatabase]
    public async Task PersonLeft_WhenARoundAwaitsHisOpinion_ThenAnotherPanelIsFormedForANewRound(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var at = await module.UnderReviewAsync();
        var gone = Town.Experts[4];
        foreach (var expert in Town.Experts.Take(4))
        {
            at = Step.Of(await module.AcceptedAs(expert, ApprovalHost.Opinion(at, 1)));
        }

        var tooEarly = await module.SendAs(Town.OfficeClerk, ApprovalHost.FormingPanel(at));
        module.Departures.Gone.Add(gone);
        await module.HearAsync(new PersonLeft(Town.AccountOf(gone), new(gone.Unit), gone.Name, ApprovalHost.Today));
        at = at with { Version = at.Version + 1 };
        var stuck = await module.SendAs(Town.OfficeClerk, ApprovalHost.Conclusion(at, passed: true));
        var withHim = await module.SendAs(Town.OfficeClerk, ApprovalHost.FormingPanel(at));
        var panel = ApprovalHost.FormingPanel(at);
        at = Step.Of(
            await module.AcceptedAs(
                Town.OfficeClerk,
                panel with
                {
                    Experts = [.. panel.Experts.Take(4), new(Town.AccountOf(Town.Experts[5]), "信息化", "高级工程师")],
                }
            )
        );
        var oldVote = await module.SendAs(Town.Experts[0], ApprovalHost.Opinion(at, 1));
        var newVote = await module.SendAs(Town.Experts[0], ApprovalHost.Opinion(at, 2));

        tooEarly.ShouldBeIllegalNow();
        stuck.ShouldBeRefused("OPINIONS_INCOMPLETE");
        withHim.ShouldBeRefused("PANEL_MEMBER_INELIGIBLE");
        oldVote.ShouldBeRefused("STALE_REVIEW_VOTE");
        newVote.ShouldBeAccepted();
    }
}
