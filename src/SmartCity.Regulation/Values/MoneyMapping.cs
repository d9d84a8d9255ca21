using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SmartCity.Regulation.Values;

public static class MoneyMapping
{
    /// <summary>Stores an amount as one column of fen, so that it sums and compares in SQL on every database.</summary>
    public static void Money<TEntity>(
        this EntityTypeBuilder<TEntity> builder,
        Expression<Func<TEntity, Money>> amount,
        string column
    )
        where TEntity : class =>
        builder.ComplexProperty(amount, money => money.Property(one => one.Fen).HasColumnName(column));
}
