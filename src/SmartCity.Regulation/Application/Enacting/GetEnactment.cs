using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Domain.Enactments;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Application.Enacting;

/// <summary>One amendment, interpretation or decision on controls.</summary>
internal sealed record GetEnactment(Guid Id) : IQuery<GetEnactment.EnactmentDetail>
{
    /// <summary>修订、解释或者内部控制决定</summary>
    /// <param name="Number">登记序号</param>
    /// <param name="Kind">种类</param>
    /// <param name="Issuer">印发机关</param>
    /// <param name="DocumentNumber">文号</param>
    /// <param name="Title">标题</param>
    /// <param name="IssuedOn">印发日期</param>
    /// <param name="RegisteredOn">登记日期</param>
    /// <param name="EffectiveFrom">生效日期</param>
    /// <param name="Version">自生效日期起的规则版本；尚未生效的，可能因先生效的文件而变</param>
    /// <param name="Reason">理由</param>
    /// <param name="DocumentSha256">文件（盖章件）的 SHA-256；修订才有</param>
    /// <param name="Reading">解释的内容；解释才有</param>
    /// <param name="Changes">变更的参数</param>
    /// <param name="Switches">停用或者恢复的内部控制</param>
    internal sealed record EnactmentDetail(
        Guid Id,
        int Number,
        ParameterAct Kind,
        string Issuer,
        string DocumentNumber,
        string Title,
        DateOnly IssuedOn,
        DateOnly RegisteredOn,
        DateOnly EffectiveFrom,
        int? Version,
        string Reason,
        string? DocumentSha256,
        Reading? Reading,
        IReadOnlyList<ChangedValue> Changes,
        IReadOnlyList<SwitchedRule> Switches
    );

    /// <summary>一个参数的变更</summary>
    /// <param name="Parameter">参数编码</param>
    /// <param name="Before">登记时所知的届时原值</param>
    /// <param name="After">新值</param>
    internal sealed record ChangedValue(string Parameter, string Before, string After);

    /// <summary>一项内部控制的停用或者恢复</summary>
    /// <param name="Rule">规则编码</param>
    /// <param name="IsOff">true 为停用，false 为恢复</param>
    internal sealed record SwitchedRule(string Rule, bool IsOff);
}

internal sealed class GetEnactmentHandler(
    IRegulationDatabase database,
    ParametersInForce parameters,
    RequestContext context
) : IRequestHandler<GetEnactment, Result<GetEnactment.EnactmentDetail>>
{
    public async Task<Result<GetEnactment.EnactmentDetail>> Handle(
        GetEnactment query,
        CancellationToken cancellationToken
    )
    {
        var id = new EnactmentId(query.Id);
        var found = await database
            .Enactments.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (found is null)
        {
            return Error.NotFound(new("规则变更文件", "enactment"));
        }

        return new GetEnactment.EnactmentDetail(
            found.Id.Value,
            found.Number,
            found.Kind,
            Issuers.Of(found.Kind).In(context.Language),
            found.DocumentNumber,
            found.Title,
            found.IssuedOn,
            found.RegisteredOn,
            found.EffectiveFrom,
            parameters.Versions.FirstOrDefault(one => one.Enactment == found.Id.Value)?.Parameters.Version,
            found.Reason,
            found.DocumentSha256,
            found.Reading,
            [
                .. found
                    .Changes.OrderBy(change => change.Parameter, StringComparer.Ordinal)
                    .Select(change => new GetEnactment.ChangedValue(change.Parameter, change.Before, change.After)),
            ],
            [
                .. found
                    .Switches.OrderBy(one => one.Rule, StringComparer.Ordinal)
                    .Select(one => new GetEnactment.SwitchedRule(one.Rule, one.IsOff)),
            ]
        );
    }
}
