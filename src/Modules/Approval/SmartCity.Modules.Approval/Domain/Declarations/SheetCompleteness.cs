namespace SmartCity.Modules.Approval.Domain.Declarations;

/// <summary>Which fields of the sheet a submission may not leave empty.</summary>
internal static class SheetCompleteness
{
    /// <summary>The paths of the empty ones, as the API spells them.</summary>
    public static IReadOnlyList<string> Missing(DeclarationSheet sheet) =>
        [.. Required(sheet).Where(field => field.IsEmpty).Select(field => field.Path)];

    private static IEnumerable<(string Path, bool IsEmpty)> Required(DeclarationSheet sheet)
    {
        var (people, plan, compliance) = (sheet.People, sheet.Plan, sheet.Compliance);
        var (security, fund, signature) = (sheet.Security, sheet.Fund, sheet.Signature);
        return
        [
            ("projectName", Empty(sheet.ProjectName)),
            ("declarationYear", sheet.DeclarationYear is null),
            ("location", Empty(sheet.Location)),
            ("plannedStart", sheet.PlannedStart is null),
            ("plannedFinish", sheet.PlannedFinish is null),
            ("totalInvestment", !sheet.TotalInvestment.IsPositive),
            ("people.leaderName", Empty(people.LeaderName)),
            ("people.leaderPosition", Empty(people.LeaderPosition)),
            ("people.leaderTelephone", Empty(people.LeaderTelephone)),
            ("people.contactName", Empty(people.ContactName)),
            ("people.contactTelephone", Empty(people.ContactTelephone)),
            ("plan.necessity", Empty(plan.Necessity)),
            ("plan.currentState", Empty(plan.CurrentState)),
            ("plan.objectives", Empty(plan.Objectives)),
            ("plan.constructionContent", Empty(plan.ConstructionContent)),
            ("plan.schedule", Empty(plan.Schedule)),
            ("plan.risks", Empty(plan.Risks)),
            ("plan.expectedBenefits", Empty(plan.ExpectedBenefits)),
            ("plan.performanceTargets", plan.PerformanceTargets.Count == 0),
            ("plan.maintenancePlan", Empty(plan.MaintenancePlan)),
            (
                "plan.earlierPhaseEvaluation",
                sheet.Nature is ProjectNature.Extension && Empty(plan.EarlierPhaseEvaluation)
            ),
            ("compliance.buildsServerRoom", compliance.BuildsServerRoom is null),
            ("compliance.buildsVerticalNetwork", compliance.BuildsVerticalNetwork is null),
            ("compliance.ownInternetAccess", compliance.OwnInternetAccess is null),
            ("compliance.relationToExisting", Empty(compliance.RelationToExisting)),
            ("compliance.creditInformation", compliance.CreditInformation is null),
            ("compliance.handlesStateSecrets", compliance.HandlesStateSecrets is null),
            ("compliance.secrecyReview", compliance.HandlesStateSecrets is true && Empty(compliance.SecrecyReview)),
            ("data.sharingAndOpening", Empty(sheet.Data.SharingAndOpening)),
            ("security.protectionLevel", security.ProtectionLevel is null),
            ("security.cryptographyPlan", Empty(security.CryptographyPlan)),
            ("security.dataSecurity", Empty(security.DataSecurity)),
            ("fund.estimateBasis", Empty(fund.EstimateBasis)),
            ("fund.spendingPlan", Empty(fund.SpendingPlan)),
            ("signature.signatory", Empty(signature.Signatory)),
            ("signature.signedOn", signature.SignedOn is null),
        ];
    }

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}
