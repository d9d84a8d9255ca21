using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Construction.Domain.Rules;

/// <summary>Financing by the contractor, as far as signing goes; ownership is for Assets.</summary>
internal static class Article39
{
    internal static Parameter<DateOnly> BuildTransferBarredFrom { get; } =
        new(
            "build-transfer.barred-from",
            39,
            ParameterAct.Interpretation,
            new(2019, 7, 1),
            "《政府投资条例》施行之日：此后签订的BT合同须有明确依据"
        );

    internal sealed record BuildTransferFacts(ContractForm Form, DateOnly SignedOn, string? CitedBasis);

    internal static Rule<BuildTransferFacts> BuildTransferNotLawful { get; } =
        new(
            "BT_NOT_LAWFUL",
            RuleKind.Refusal,
            39,
            Basis.HigherLaw(
                new("《政府投资条例》第二十二条", "article 22 of the Government Investment Ordinance"),
                "政府投资项目不得由施工单位垫资建设。"
            ),
            new(
                "改用不由承揽单位垫资的合同；确有依据的，写明所依据的法律、法规或批准文件。",
                "Use a contract without advance funding by the contractor, or cite the law or approval that allows it."
            ),
            (facts, parameters) =>
                facts.Form != ContractForm.BuildTransfer
                || facts.SignedOn < parameters.Of(BuildTransferBarredFrom)
                || !string.IsNullOrWhiteSpace(facts.CitedBasis)
        );
}
