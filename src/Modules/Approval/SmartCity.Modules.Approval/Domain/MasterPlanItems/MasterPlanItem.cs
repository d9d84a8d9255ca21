using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.MasterPlanItems;

internal enum MasterPlanItemState
{
    [Description("有效")]
    Open,

    [Description("已关闭")]
    Closed,
}

/// <summary>What an item of the master plan says.</summary>
internal sealed record MasterPlanItemText
{
    /// <summary>Its number in the plan, unique.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required int FromYear { get; init; }

    public required int ToYear { get; init; }

    /// <summary>The unit that the plan makes responsible.</summary>
    public required UnitId ResponsibleUnit { get; init; }

    public required Money EstimatedInvestment { get; init; }

    /// <summary>The number of the document by which the plan was issued.</summary>
    public required string BasisDocumentNumber { get; init; }
}

/// <summary>One item of the city's master plan; a declaration must cite an open one (article 4).</summary>
[ObjectName("master-plan-item", "总体规划事项", "master plan item")]
internal sealed class MasterPlanItem : AggregateRoot<MasterPlanItemId>
{
    private MasterPlanItem() { }

    public string Code { get; private init; } = "";

    public string Title { get; private init; } = "";

    public string Description { get; private init; } = "";

    public int FromYear { get; private init; }

    public int ToYear { get; private init; }

    public UnitId ResponsibleUnit { get; private init; }

    public Money EstimatedInvestment { get; private init; }

    public string BasisDocumentNumber { get; private init; } = "";

    public MasterPlanItemState State { get; private set; }

    public string? ClosedBecause { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public static MasterPlanItem Add(MasterPlanItemId id, MasterPlanItemText text) =>
        new()
        {
            Id = id,
            Code = text.Code,
            Title = text.Title,
            Description = text.Description,
            FromYear = text.FromYear,
            ToYear = text.ToYear,
            ResponsibleUnit = text.ResponsibleUnit,
            EstimatedInvestment = text.EstimatedInvestment,
            BasisDocumentNumber = text.BasisDocumentNumber,
            State = MasterPlanItemState.Open,
        };

    /// <summary>Closes it: no further declaration can cite it; those that were submitted go on.</summary>
    /// <returns>Success, or an illegal transition where it is closed already.</returns>
    public Result Close(string reason, DateOnly on)
    {
        if (State == MasterPlanItemState.Closed)
        {
            return Error.IllegalTransition(
                new("该规划事项已经关闭，不能再次关闭。", "The item is closed already; it cannot be closed again.")
            );
        }

        (State, ClosedBecause, ClosedOn) = (MasterPlanItemState.Closed, reason, on);
        return Result.Success;
    }
}
