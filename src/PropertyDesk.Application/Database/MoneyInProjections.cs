using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Database;

/// <summary>
/// Lets a query that makes records with amounts read the columns that it shows. Of <c>new BillRow(b.Id, b.Total)</c> EF 10
/// reads the whole bill, and keeps it to look for changes: an amount is a complex type, which it takes out of its entity only
/// where the members of the new object are known (dotnet/efcore#37551, mended in EF 11). Here the amount becomes
/// <c>new Money(b.Total.Fen)</c>. A query is rewritten once, when it is compiled.
/// </summary>
internal sealed class MoneyInProjections : ExpressionVisitor, IQueryExpressionInterceptor
{
    public static readonly MoneyInProjections Instance = new();

    private static readonly PropertyInfo Fen = typeof(Money).GetProperty(nameof(Money.Fen))!;
    private static readonly ConstructorInfo Make = typeof(Money).GetConstructor([Fen.PropertyType])!;

    private MoneyInProjections()
    {
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => Visit(queryExpression);

    // An object with named members, such as an anonymous one, is read by its columns already, and may be compared further on.
    protected override Expression VisitNew(NewExpression node) =>
        node.Members is null ? node.Update(node.Arguments.Select(a => ByItsColumn(Visit(a)))) : base.VisitNew(node);

    private static Expression ByItsColumn(Expression value) =>
        value is MemberExpression { Expression: not null } member && member.Type == typeof(Money) ? Expression.New(Make, [Expression.Property(member, Fen)], Fen) : value;
}
