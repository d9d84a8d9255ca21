using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SmartCity.BuildingBlocks.Persistence;

/// <summary>
/// A projection that tells a complex value, such as an amount, makes Entity Framework read and track the whole row. Told
/// by its columns, no more than these are read. It is asked once for each query, when that is compiled.
/// </summary>
internal sealed class ComplexValuesInProjections : IQueryExpressionInterceptor
{
    public static ComplexValuesInProjections Instance { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
        eventData.Context is { } context ? new ByColumns(context.Model).Visit(queryExpression) : queryExpression;

    private sealed class ByColumns(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitNew(NewExpression node) =>
            node.Update(node.Arguments.Select(argument => Told(Visit(argument))));

        protected override MemberAssignment VisitMemberAssignment(MemberAssignment node) =>
            node.Update(Told(Visit(node.Expression)));

        private Expression Told(Expression value)
        {
            if (
                value is not MemberExpression { Expression.Type: { } owner, Member.Name: { } name }
                || model.FindEntityType(owner)?.FindComplexProperty(name) is not { } property
                || property.ClrType != value.Type
                || !value.Type.IsValueType
                || property.ComplexType.GetComplexProperties().Any()
            )
            {
                return value;
            }

            return Expression.MemberInit(
                Expression.New(value.Type),
                property
                    .ComplexType.GetProperties()
                    .Select(column =>
                        Expression.Bind(column.PropertyInfo!, Expression.Property(value, column.PropertyInfo!))
                    )
            );
        }
    }
}
