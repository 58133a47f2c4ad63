using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Database;

/// <summary>Words for the model of owned rows: links are composite, so that none can lead into another company.</summary>
public static class OwnedModel
{
    /// <summary>A link (CompanyId, <paramref name="key"/>) to another owned row; deleting the target is refused.</summary>
    public static void Link<T, TTarget>(this EntityTypeBuilder<T> row, Expression<Func<T, TTarget?>>? navigation, string key)
        where T : CompanyOwned
        where TTarget : CompanyOwned =>
        row.HasOne(navigation).WithMany()
            .HasForeignKey(nameof(CompanyOwned.CompanyId), key)
            .OnDelete(DeleteBehavior.Restrict);

    /// <summary>A link without a navigation.</summary>
    public static void Link<T, TTarget>(this EntityTypeBuilder<T> row, string key)
        where T : CompanyOwned
        where TTarget : CompanyOwned => row.Link<T, TTarget>(null, key);

    /// <summary>Children of a row, loaded through its list.</summary>
    public static void Children<T, TChild>(this EntityTypeBuilder<T> row, Expression<Func<T, IEnumerable<TChild>?>> list, Expression<Func<TChild, T?>>? parent, string key)
        where T : CompanyOwned
        where TChild : CompanyOwned
    {
        row.HasMany(list).WithOne(parent!)
            .HasForeignKey(nameof(CompanyOwned.CompanyId), key)
            .OnDelete(DeleteBehavior.Restrict);
        row.Navigation(Name(list)).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    /// <summary>A unique index within the company.</summary>
    public static IndexBuilder<T> UniqueInCompany<T>(this EntityTypeBuilder<T> row, params string[] properties)
        where T : CompanyOwned =>
        row.HasIndex([nameof(CompanyOwned.CompanyId), .. properties]).IsUnique();

    private static string Name(LambdaExpression list) => ((MemberExpression)list.Body).Member.Name;
}
