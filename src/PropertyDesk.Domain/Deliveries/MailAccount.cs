using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Deliveries;

/// <summary>The mail server through which a company sends. Its password is kept encrypted and never shown again.</summary>
public sealed class MailAccount : CompanyOwned
{
    private MailAccount()
    {
    }

    public MailAccount(Company company)
        : base(company.Id)
    {
    }

    public string Host { get; private set; } = "";

    public int Port { get; private set; }

    public MailSecurity Security { get; private set; }

    public string? UserName { get; private set; }

    public string? ProtectedPassword { get; private set; }

    public string FromAddress { get; private set; } = "";

    public string FromName { get; private set; } = "";

    public string? ReplyTo { get; private set; }

    public bool IsOn { get; private set; }

    public string ChangedBy { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    /// <param name="password">Encrypted; null keeps what is there.</param>
    /// <exception cref="RuleViolation">Something is missing, or a password would go in clear over the line.</exception>
    public void Change(MailServer server, string? password, bool isOn, string by, DateTimeOffset now)
    {
        (Host, FromAddress, FromName) = (Require.Text(server.Host, "邮件服务器", 200), Require.Text(server.FromAddress, "发件地址", 200), Require.Text(server.FromName, "发件人名称", 60));
        Port = server.Port is >= 1 and <= 65535 ? server.Port : throw new RuleViolation("端口须为 1 到 65535。", field: "Port");
        (Security, ReplyTo) = (server.Security, Require.OptionalText(server.ReplyTo, "回复地址", 200));
        UserName = Require.OptionalText(server.UserName, "用户名", 200);
        ProtectedPassword = UserName is null ? null : password ?? ProtectedPassword ?? throw new RuleViolation("请填写{0}。", ["密码"], "Password");
        if (UserName is not null && Security == MailSecurity.None)
        {
            throw new RuleViolation("不加密的连接不能带用户名和密码，请选择 TLS。", field: "Security");
        }

        (IsOn, ChangedBy, ChangedAt) = (isOn, by, now);
    }
}

/// <summary>Where mail goes out and under which name; nothing of it is secret.</summary>
public sealed record MailServer(string? Host, int Port, MailSecurity Security, string? UserName, string? FromAddress, string? FromName, string? ReplyTo);

/// <summary>How the line to the mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>From the first byte (port 465).</summary>
    Tls,

    /// <summary>Begun in clear and then encrypted, or not used at all (port 587).</summary>
    StartTls,

    /// <summary>In clear: a relay in the same network only.</summary>
    None,
}
