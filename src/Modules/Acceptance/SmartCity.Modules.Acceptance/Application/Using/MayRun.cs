using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;

namespace SmartCity.Modules.Acceptance.Application.Using;

/// <summary>The unified platform asks before it provides: may this system touch real business today (article 35)?</summary>
internal sealed record MayRun(AcceptanceId Acceptance) : IQuery<MayRun.Answer>
{
    /// <param name="Until">The last day of a trial's permit; null where there is none.</param>
    /// <param name="Because">The ground in words.</param>
    internal sealed record Answer(bool Permitted, RunningGround Ground, DateOnly? Until, DateOnly AsOf, string Because);
}

internal sealed class MayRunHandler(IAcceptanceDatabase database, RequestContext request, ILegalClock clock)
    : IRequestHandler<MayRun, Result<MayRun.Answer>>
{
    public async Task<Result<MayRun.Answer>> Handle(MayRun query, CancellationToken cancellationToken)
    {
        var acceptance = await database
            .Acceptances.AsNoTracking()
            .Where(AcceptanceAccess.ReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Acceptance, cancellationToken);
        if (acceptance is null)
        {
            return Error.NotFound(new("竣工验收事项", "acceptance"));
        }

        var permission = acceptance.MayRun(clock.Today);
        return new MayRun.Answer(
            permission.IsPermitted,
            permission.Ground,
            permission.Until,
            clock.Today,
            Words(permission, acceptance.IsService).In(request.Language)
        );
    }

    private static LocalizedText Words(RunningPermission permission, bool isService) =>
        permission.Ground switch
        {
            RunningGround.InUse when isService => new("验收合格，已投入使用。", "Accepted and put into use."),
            RunningGround.InUse => new(
                "验收和安全评测均合格，已投入使用。",
                "Accepted, securely evaluated and put into use."
            ),
            RunningGround.TrialUnderPermit => new(
                $"持有试运行许可，可试运行至 {permission.Until:yyyy-MM-dd}。",
                $"On trial under a permit until {permission.Until:yyyy-MM-dd}."
            ),
            RunningGround.TrialNotBegun => new(
                "试运行已获许可，尚未到开始日期。",
                "The trial is permitted but has not begun."
            ),
            RunningGround.TrialPermitExpired => new(
                $"试运行许可已于 {permission.Until:yyyy-MM-dd} 到期。",
                $"The trial's permit ended on {permission.Until:yyyy-MM-dd}."
            ),
            RunningGround.NotInUse => new(
                "未投入使用，也不在试运行，不得运行真实业务。（依据第三十五条）",
                "Neither in use nor on trial: it may not touch real business (article 35)."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(permission)),
        };
}
