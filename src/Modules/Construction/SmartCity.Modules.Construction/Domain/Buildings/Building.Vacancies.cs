using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Notices;

namespace SmartCity.Modules.Construction.Domain.Buildings;

internal sealed partial class Building
{
    /// <summary>
    /// Somebody of the group has left: his duty is open again, and the lead unit is told to name another. Who serves is asked
    /// of Security at each gate, so nothing else changes here.
    /// </summary>
    public Result ReopenDuty(PersonLeft left, DateOnly today) =>
        WhileUnfinished()
            .Then(() =>
            {
                Announce(VacancyNotice(left, today));
                return Result.Success;
            });

    private NoticeRaised VacancyNotice(PersonLeft left, DateOnly today)
    {
        var (chinese, english) = DutyOf(left.Account);
        return new(
            NoticeIdentity.Of(Id.Value, $"vacant-{left.Account.Value}"),
            "construction.duty-vacant",
            LeadUnit.Value,
            Account: null,
            $"{chinese}离任，请另行确定",
            $"The {english} has left: please name another",
            $"{left.Name}自{left.LastDay:yyyy-MM-dd}后不再任职，项目“{ProjectName}”的{chinese}空缺。请重新确定项目负责人和工作组；选派人员空缺的，请报市政府信息办另行选派。重大项目在补齐之前不能开工，也不能报告建成。",
            $"{left.Name} serves no longer after {left.LastDay:yyyy-MM-dd}; the {english} of this project is vacant. Name leader and group anew, or ask the informatization office to assign another expert. Until then a major project can neither start nor be reported built.",
            11,
            "building",
            Identity,
            ProjectName,
            Clock: null,
            DueOn: null,
            today
        );
    }

    private (string Chinese, string English) DutyOf(AccountId account) =>
        WorkingGroup?.Leader == account ? ("项目负责人", "project leader")
        : experts.Exists(one => one.Account == account) ? ("选派人员", "assigned expert")
        : ("工作组成员", "member of the working group");
}
