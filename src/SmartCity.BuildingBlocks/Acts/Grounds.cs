using System.Linq.Expressions;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>
/// Several grounds on which an actor may read an object, any of which is enough: as one condition on an object that was
/// loaded, and as a filter of a list. Both come from the same expressions.
/// </summary>
/// <remarks>
/// A database that is asked for the newest fifty on one ground or another goes through all rows and asks the grounds of
/// each. It finds the rows of each ground by its index, so a list takes their keys together first. That is for grounds
/// that few rows give; one that lets through a large part of the table is better asked of each row.
/// </remarks>
public sealed class Grounds<T>(params IReadOnlyList<Expression<Func<T, bool>>> any)
    where T : class
{
    /// <summary>Any of the grounds, as one condition.</summary>
    public Expression<Func<T, bool>> AsCondition() =>
        any.Aggregate(
            (either, or) =>
                Expression.Lambda<Func<T, bool>>(
                    Expression.OrElse(either.Body, new Renaming(or.Parameters[0], either.Parameters[0]).Visit(or.Body)),
                    either.Parameters[0]
                )
        );

    /// <summary>Those of the rows that any of the grounds lets through.</summary>
    /// <param name="key">What tells two rows apart.</param>
    public IQueryable<T> Filter<TKey>(IQueryable<T> rows, Expression<Func<T, TKey>> key)
    {
        var keys = any.Select(ground => rows.Where(ground).Select(key)).Aggregate(Queryable.Concat);
        Expression<Func<TKey, bool>> isAmong = one => keys.Contains(one);
        // A parameter of its own: the key's stands within the keys' query, which is a part of this condition.
        var row = Expression.Parameter(typeof(T), "row");
        var keyOfRow = new Renaming(key.Parameters[0], row).Visit(key.Body);
        var condition = new Renaming(isAmong.Parameters[0], keyOfRow).Visit(isAmong.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(condition, row));
    }

    private sealed class Renaming(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
