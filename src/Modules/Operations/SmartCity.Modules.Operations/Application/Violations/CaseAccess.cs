using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>Who may read a violation case, and who may act on it; lists and details ask the same expression.</summary>
internal static class CaseAccess
{
    /// <summary>The unit concerned, the office and those who oversee it.</summary>
    public static Expression<Func<ViolationCase, bool>> ReadableBy(Actor actor)
    {
        if (!OperationsAccess.IsOfTheCity(actor))
        {
            return _ => false;
        }

        if (OperationsAccess.SeesAll(actor))
        {
            return _ => true;
        }

        var units = Roles.UnitsActedFor(actor);
        return violation => units.Contains(violation.Subject);
    }

    /// <summary>For acts of the office; the authority table lets nobody else send them.</summary>
    public static ObjectAuthority<ViolationCase> OfTheOffice { get; } = new(MayRead, (_, _) => null);

    /// <summary>For acts of the unit concerned.</summary>
    public static ObjectAuthority<ViolationCase> OfTheSubject { get; } =
        new(
            MayRead,
            (actor, violation) =>
                actor.IsOf(violation.Subject.Value)
                    ? null
                    : Error.WrongAuthority(
                        new("当事单位", "the unit concerned"),
                        violation.Article == CaseArticle.Article42 ? 42 : 43
                    )
        );

    private static bool MayRead(Actor actor, ViolationCase violation) =>
        ReadableBy(actor).Compile(preferInterpretation: true)(violation);
}
