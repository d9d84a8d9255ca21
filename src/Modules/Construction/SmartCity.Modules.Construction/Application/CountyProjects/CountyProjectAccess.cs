using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

/// <summary>Who may read a county project; lists, details and acts ask the same expression.</summary>
internal static class CountyProjectAccess
{
    /// <summary>The county's own office; the city's office and those who oversee it, every county's (articles 5, 12).</summary>
    public static Expression<Func<CountyProject, bool>> ReadableBy(Actor actor)
    {
        if (actor.Role == Roles.CountyInformatizationOffice)
        {
            var county = actor.Jurisdiction;
            return project => project.County == county;
        }

        return actor.ReadsOnly || actor.Role == Roles.InformatizationOffice ? _ => true : _ => false;
    }

    /// <summary>Who reads it may do to it what the authority table lets him send; another county's is not there.</summary>
    public static ObjectAuthority<CountyProject> OfThoseWhoRead { get; } =
        new((actor, project) => ReadableBy(actor).Compile(preferInterpretation: true)(project), (_, _) => null);
}
