using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Owners;

/// <summary>
/// An owner (业主) as one community's archive knows them: a person, an organisation, or the developer. Somebody who owns in
/// two communities has two records; the login joins them.
/// </summary>
public sealed class Owner : CommunityOwned
{
    private Owner()
    {
    }

    public Owner(Community community, string name, OwnerKind kind = OwnerKind.Person)
        : base(community)
    {
        Kind = kind;
        Rename(name);
    }

    public string Name { get; private set; } = "";

    /// <summary>拼音首字母 of the name: what the search box finds them by.</summary>
    public string Initials { get; private set; } = "";

    public OwnerKind Kind { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>The phone's digits from the end, however it is written: a <see cref="SearchKey"/>.</summary>
    public string? SearchPhone { get; private set; }

    public string? Email { get; private set; }

    /// <summary>身份证号, encrypted; readable only through the cipher of personal data.</summary>
    public string? IdNumberCipher { get; private set; }

    /// <summary>The record of the same person into which this one was merged; it is in no list then, and its page says where it went.</summary>
    public Guid? MergedIntoId { get; private set; }

    public void Rename(string name)
    {
        Name = Require.Text(name, "业主姓名");
        Initials = PinyinInitials.Of(Name);
    }

    public void SetContact(string? phone, string? email)
    {
        (Phone, Email) = (Require.OptionalText(phone, "手机号", 40), Require.OptionalText(email, "邮箱", 200));
        SearchPhone = SearchKey.Backwards(Phone);
    }

    /// <summary>At the owner's wish: phone, e-mail and ID number go. The name stays, because the bills and receipts name it.</summary>
    public void EraseContact() => (Phone, SearchPhone, Email, IdNumberCipher) = (null, null, null, null);

    public void SetIdNumber(string? cipher) => IdNumberCipher = cipher;

    /// <exception cref="RuleViolation">The two cannot be one person's.</exception>
    internal void MergeInto(Owner survivor)
    {
        if (survivor.Id == Id || survivor.CommunityId != CommunityId)
        {
            throw new RuleViolation("请选同一个小区里的另一份档案。", field: "With");
        }

        if (MergedIntoId is not null || survivor.MergedIntoId is not null)
        {
            throw new RuleViolation("其中一份档案已经并入别的档案。", field: "With");
        }

        if (Kind == OwnerKind.Developer || survivor.Kind == OwnerKind.Developer)
        {
            throw new RuleViolation("开发商的档案不能合并。", field: "With");
        }

        MergedIntoId = survivor.Id;
    }

    internal void Part() => MergedIntoId = null;
}
