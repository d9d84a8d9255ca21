using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Domain.TakingOver;

/// <summary>What is asked of a running project when it is taken over: whether what is told of it can be true together.</summary>
internal static class TakeOverQuestions
{
    public static IReadOnlyList<IQuestion> Of(
        LeadUnit lead,
        DeclarationSheet sheet,
        RunningProject project,
        DateOnly today
    )
    {
        var isService = sheet.Kind?.IsService() ?? false;
        var fiscal = sheet.FiscalShare().IsPositive;
        return
        [
            Article02.UnitOutOfScope.On(new(lead.Name, lead.Kind)),
            Article05.TakeOverClosed.On(new(today)),
            Article05.TakeOverIncomplete.On(new(project.Stage, [.. Missing(project, fiscal)])),
            Article05.TakeOverContradicted.On(
                new(project.Stage, isService, [.. Contradicting(project, fiscal, isService)])
            ),
            .. Dates(project, today).Select(Article05.TakeOverDateImplausible.On),
            Article06.TakeOverPaidOverArranged.On(new(project.ArrangedInSum(), project.PaidInSum())),
            Article06.TakeOverPaidWithoutContract.On(new(project.Contract is not null, project.PaidInSum())),
            .. Ceilings(project).Select(Article06.TakeOverPaidOverContract.On),
        ];
    }

    private static IEnumerable<RunningPart> Missing(RunningProject project, bool fiscal)
    {
        var arranged = project.ArrangedInSum().IsPositive;
        (RunningPart Part, bool IsNeeded, bool IsTold)[] parts =
        [
            (RunningPart.ReviewConclusion, true, Has(project, EarlierDocumentKind.ReviewConclusion)),
            (RunningPart.ArrangedMoney, fiscal || project.Stage is TakeOverStage.FundArranged, arranged),
            (RunningPart.FundArrangement, arranged, Has(project, EarlierDocumentKind.FundArrangement)),
            (RunningPart.Contract, project.Stage >= TakeOverStage.Contracted, project.Contract is not null),
            (RunningPart.Start, project.Stage >= TakeOverStage.UnderConstruction, project.StartedOn is not null),
            (RunningPart.Built, project.Stage >= TakeOverStage.Built, project.BuiltOn is not null),
            (
                RunningPart.SystemTestReport,
                project.Stage is TakeOverStage.InTrialRun,
                Has(project, EarlierDocumentKind.SystemTestReport)
            ),
            (
                RunningPart.TrialPermit,
                project.Stage is TakeOverStage.InTrialRun,
                Has(project, EarlierDocumentKind.TrialPermit)
            ),
            (RunningPart.Trial, project.Stage is TakeOverStage.InTrialRun, project.Trial is not null),
            (RunningPart.Acceptance, project.Stage is TakeOverStage.Accepted, project.AcceptedOn is not null),
            (
                RunningPart.AcceptanceConclusion,
                project.Stage is TakeOverStage.Accepted,
                Has(project, EarlierDocumentKind.AcceptanceConclusion)
            ),
        ];
        return parts.Where(one => one is { IsNeeded: true, IsTold: false }).Select(one => one.Part);
    }

    private static IEnumerable<RunningPart> Contradicting(RunningProject project, bool fiscal, bool isService)
    {
        (RunningPart Part, bool IsPossible, bool IsTold)[] parts =
        [
            (RunningPart.ArrangedMoney, fiscal, project.ArrangedInSum().IsPositive),
            (RunningPart.Contract, project.Stage >= TakeOverStage.Contracted, project.Contract is not null),
            (RunningPart.Start, project.Stage >= TakeOverStage.UnderConstruction, project.StartedOn is not null),
            (RunningPart.Built, project.Stage >= TakeOverStage.Built, project.BuiltOn is not null),
            (
                RunningPart.Trial,
                project.Stage is TakeOverStage.InTrialRun && !isService,
                project.Trial is not null || project.Stage is TakeOverStage.InTrialRun
            ),
            (RunningPart.Acceptance, project.Stage is TakeOverStage.Accepted, project.AcceptedOn is not null),
            (
                RunningPart.AcceptanceConclusion,
                project.Stage is TakeOverStage.Accepted,
                Has(project, EarlierDocumentKind.AcceptanceConclusion)
            ),
            (
                RunningPart.RetentionPaid,
                project.Stage is TakeOverStage.Accepted,
                project.Contract?.RetentionPaid.IsPositive ?? false
            ),
        ];
        return parts.Where(one => one is { IsPossible: false, IsTold: true }).Select(one => one.Part);
    }

    // Each day is told with the one it may not precede: the last day before it that is known at all.
    private static IEnumerable<Article05.TakeOverDateFacts> Dates(RunningProject project, DateOnly today)
    {
        yield return new("takenOverOn", project.TakenOverOn, null, today);
        foreach (var (document, index) in project.Documents.Select((one, index) => (one, index)))
        {
            yield return new($"documents[{index}].date", document.Date, null, project.TakenOverOn);
        }

        var reviewed = project.Document(EarlierDocumentKind.ReviewConclusion)?.Date;
        if (project.Document(EarlierDocumentKind.FundArrangement)?.Date is { } arranged)
        {
            yield return new("documents.fundArrangement", arranged, reviewed, project.TakenOverOn);
        }

        var before = reviewed;
        (string Field, DateOnly? Date)[] days =
        [
            ("contract.signedOn", project.Contract?.SignedOn),
            ("startedOn", project.StartedOn),
            ("builtOn", project.BuiltOn),
            (
                "documents.systemTestReport",
                project.Trial is null ? null : project.Document(EarlierDocumentKind.SystemTestReport)?.Date
            ),
            ("trial.startedOn", project.Trial?.StartedOn),
            ("acceptedOn", project.AcceptedOn),
        ];
        foreach (var (field, date) in days)
        {
            if (date is { } day)
            {
                yield return new(field, day, before, project.TakenOverOn);
                before = day;
            }
        }
    }

    private static IEnumerable<Article06.EarlierContractFacts> Ceilings(RunningProject project) =>
        project.Contract is not { } contract
            ? []
            :
            [
                new(
                    ContractCeiling.WithoutRetention,
                    contract.Amount() - contract.Retention,
                    project.PaidInSum() - contract.RetentionPaid
                ),
                new(ContractCeiling.Retention, contract.Retention, contract.RetentionPaid),
            ];

    private static bool Has(RunningProject project, EarlierDocumentKind kind) => project.Document(kind) is not null;
}
