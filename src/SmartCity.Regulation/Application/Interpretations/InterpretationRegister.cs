using Microsoft.EntityFrameworkCore;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Interpretations;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Application.Interpretations;

/// <summary>An interpretation as it stands from a day on.</summary>
/// <param name="Enactment">The act that gave it these words; null for those of the beginning.</param>
internal sealed record StandingInterpretation(
    string Number,
    IReadOnlyList<int> Articles,
    string Question,
    string Reading,
    DateOnly EffectiveFrom,
    Guid? Enactment,
    string? DocumentNumber
);

/// <summary>Every interpretation with all of its wordings: those of the beginning, and what the office has enacted since.</summary>
internal sealed class InterpretationRegister(
    IRegulationDatabase database,
    Promulgation promulgation,
    RuleRegister rules
)
{
    /// <summary>By number, and of one number the earliest first, those to come included.</summary>
    public async Task<IReadOnlyList<StandingInterpretation>> ReadAsync(CancellationToken cancellationToken)
    {
        var enacted = await database
            .Enactments.AsNoTracking()
            .Where(one => one.Kind == ParameterAct.Interpretation)
            .ToListAsync(cancellationToken);
        return
        [
            .. InitialInterpretation
                .All.Select(one => new StandingInterpretation(
                    one.Number,
                    one.Articles,
                    one.Question,
                    one.Reading,
                    promulgation.On,
                    null,
                    null
                ))
                .Concat(
                    enacted
                        .OrderBy(one => one.EffectiveFrom)
                        .ThenBy(one => one.Number)
                        .Select(one => new StandingInterpretation(
                            one.Reading!.Number,
                            one.Reading.Articles,
                            one.Reading.Question,
                            one.Reading.Words,
                            one.EffectiveFrom,
                            one.Id.Value,
                            one.DocumentNumber
                        ))
                )
                .OrderBy(one => one.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>The codes of the rules that rest on it or cite it.</summary>
    public IReadOnlyList<string> RulesOf(string number) =>
        [
            .. rules
                .Rules.Where(one => one.Rule.Basis.Interpretation == number || one.Rule.AlsoCites.Contains(number))
                .Select(one => one.Rule.Code),
        ];
}
