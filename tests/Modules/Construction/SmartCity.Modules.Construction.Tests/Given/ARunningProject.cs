using SmartCity.Modules.Approval.Contracts;

namespace SmartCity.Modules.Construction.Tests.Given;

/// <summary>Running projects, as Approval tells that they were taken over.</summary>
internal static class ARunningProject
{
    public static readonly DateOnly Signed = new(2025, 5, 6);
    public static readonly DateOnly Started = new(2025, 6, 3);
    public static readonly DateOnly Built = new(2025, 10, 31);

    public static ProjectTakenOver TakenOver(ProjectProfile project, DateOnly? startedOn, DateOnly? builtOn) =>
        new(
            project.Declaration,
            "XX-2025-014",
            builtOn is not null ? "Built"
                : startedOn is not null ? "UnderConstruction"
                : "Contracted",
            project.ProjectName,
            project.LeadUnit,
            new(2026, 3, 2),
            "咸信办发〔2026〕60号",
            new(
                "HT-2025-1",
                Signed,
                Town.Builder.Id.Value,
                "Purchase",
                null,
                [new("影像服务器", "FixedAsset", 1, "项", 40_000_000), new("实施服务", "Expense", 1, "项", 20_000_000)],
                6_000_000,
                36,
                "某软件公司",
                "建设银行",
                "6105-0001"
            ),
            startedOn,
            builtOn
        );

    /// <summary>One whose money is arranged and whose contract is not signed yet.</summary>
    public static ProjectTakenOver Arranged(ProjectProfile project) =>
        TakenOver(project, null, null) with
        {
            Stage = "FundArranged",
            Contract = null,
        };
}
