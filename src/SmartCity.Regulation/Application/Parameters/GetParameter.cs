using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Parameters;

/// <summary>One parameter: its value on a day, and every value that it had or will have.</summary>
/// <param name="On">The day; null for today.</param>
internal sealed record GetParameter(string Code, DateOnly? On = null) : IQuery<GetParameter.ParameterDetail>
{
    /// <summary>参数</summary>
    /// <param name="Code">参数编码，全系统唯一</param>
    /// <param name="Article">条</param>
    /// <param name="Meaning">含义和单位</param>
    /// <param name="Kind">值的种类</param>
    /// <param name="ChangedBy">由哪种文件变更</param>
    /// <param name="Module">使用它的模块</param>
    /// <param name="Least">可取的最小值；无大小之分的为空</param>
    /// <param name="Most">可取的最大值；无大小之分的为空</param>
    /// <param name="On">所查日期</param>
    /// <param name="Value">所查日期的值</param>
    /// <param name="RuleVersion">所查日期的规则版本</param>
    /// <param name="Values">历次的值，先生效的在前，包括将要生效的</param>
    internal sealed record ParameterDetail(
        string Code,
        int Article,
        string Meaning,
        ParameterKind Kind,
        ParameterAct ChangedBy,
        string Module,
        string? Least,
        string? Most,
        DateOnly On,
        string Value,
        int RuleVersion,
        IReadOnlyList<DatedValue> Values
    );

    /// <summary>自某日起的值</summary>
    /// <param name="Value">值</param>
    /// <param name="EffectiveFrom">生效日期</param>
    /// <param name="RuleVersion">规则版本</param>
    /// <param name="IsToCome">今天尚未生效</param>
    /// <param name="Enactment">变更文件的系统编号；发布时的值为空</param>
    /// <param name="DocumentNumber">变更文件的文号；发布时的值为空</param>
    internal sealed record DatedValue(
        string Value,
        DateOnly EffectiveFrom,
        int RuleVersion,
        bool IsToCome,
        Guid? Enactment,
        string? DocumentNumber
    );
}

internal sealed class GetParameterValidator : AbstractValidator<GetParameter>
{
    public GetParameterValidator() => RuleFor(query => query.On).PlausibleDate();
}

internal sealed class GetParameterHandler(
    IRegulationDatabase database,
    RuleRegister register,
    ParametersInForce parameters,
    Promulgation promulgation,
    ILegalClock clock
) : IRequestHandler<GetParameter, Result<GetParameter.ParameterDetail>>
{
    public async Task<Result<GetParameter.ParameterDetail>> Handle(
        GetParameter query,
        CancellationToken cancellationToken
    )
    {
        if (register.FindParameter(query.Code) is not { Parameter: var parameter, Module: var module })
        {
            return Error.NotFound(new("参数", "parameter"));
        }

        var documents = await database
            .Enactments.AsNoTracking()
            .Where(one => one.Changes.Any(change => change.Parameter == parameter.Code))
            .Select(one => new { one.Id, one.DocumentNumber })
            .ToDictionaryAsync(one => one.Id.Value, one => one.DocumentNumber, cancellationToken);
        var on = query.On ?? clock.Today;
        var inForce = parameters.On(on);
        return new GetParameter.ParameterDetail(
            parameter.Code,
            parameter.Article,
            parameter.Meaning,
            parameter.Kind,
            parameter.ChangedBy,
            module,
            parameter.Least,
            parameter.Most,
            on,
            parameter.Write(inForce.Of(parameter)),
            inForce.Version,
            [
                .. parameters
                    .Versions.Where(one => one.Enactment is not { } act || documents.ContainsKey(act))
                    .Select(one => new GetParameter.DatedValue(
                        parameter.Write(one.Parameters.Of(parameter)),
                        one.EffectiveFrom ?? promulgation.On,
                        one.Parameters.Version,
                        one.EffectiveFrom > clock.Today,
                        one.Enactment,
                        one.Enactment is { } act ? documents[act] : null
                    )),
            ]
        );
    }
}
