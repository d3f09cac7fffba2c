using System.Net;
using MailKit.Security;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail.Transports;

public enum MailTransportKind
{
    /// <summary>Mail is written as <c>.eml</c> files under <c>Data:Path</c> and never leaves the machine.</summary>
    File,
    Smtp,
}

public enum MailSecurity
{
    /// <summary>Begins in the clear and must turn to TLS before anything is said.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    SslOnConnect,

    /// <summary>In the clear: only to the machine itself, unless <see cref="MailOptions.AllowUnencrypted"/> says otherwise.</summary>
    None,
}

/// <summary>Configuration section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public MailTransportKind Transport { get; set; } = MailTransportKind.File;

    public string? Host { get; set; }

    /// <summary>When left out: 587 with StartTls, 465 with SslOnConnect, 25 with None.</summary>
    public int? Port { get; set; }

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Mail and password in the clear over a network; for a server that can do nothing else.</summary>
    public bool AllowUnencrypted { get; set; }

    /// <summary>Whether the server's certificate is looked up in its issuer's list of revoked ones; that needs a way out to the issuer.</summary>
    public bool CheckCertificateRevocation { get; set; } = true;

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>The address that mail comes from; required with a mail server.</summary>
    public string? From { get; set; }

    public string FromName { get; set; } = "Reserverad upphandling";

    public string? ReplyTo { get; set; }

    /// <summary>How long one step of the conversation with the mail server may take.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>How many connections one process sends over at the same time.</summary>
    public int Connections { get; set; } = 1;

    /// <summary>A PEM file with the certificate of the organisation's own certificate authority, trusted for the mail server and nothing else.</summary>
    public string? TrustedCertificate { get; set; }

    public MailPace Pace { get; set; } = new();

    internal string FromOrUsual => string.IsNullOrEmpty(From) ? "svara-inte@exempelstad.invalid" : From;

    internal int PortOrUsual => Port ?? Security switch
    {
        MailSecurity.StartTls => 587,
        MailSecurity.SslOnConnect => 465,
        _ => 25,
    };

    internal SecureSocketOptions SocketOptions => Security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.SslOnConnect => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}

/// <summary>The most mails of sendings to many, such as invitations; what one person waits for is outside it. Without values there is no limit.</summary>
public sealed class MailPace
{
    /// <summary>Per clock hour, all domains together: for a mail server that takes so many.</summary>
    public int? PerHour { get; set; }

    /// <summary>Per clock minute and receiving domain.</summary>
    public int? PerDomainPerMinute { get; set; }

    /// <summary>Per clock minute for domains by name, instead of <see cref="PerDomainPerMinute"/>.</summary>
    public Dictionary<string, int> Domains { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal bool IsUnlimited => PerHour is null && PerDomainPerMinute is null && Domains.Count == 0;

    internal int? PerMinute(string domain) => Domains.TryGetValue(domain, out var most) ? most : PerDomainPerMinute;
}

internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    private const int MostConnections = 20;
    private const int FastestPace = 1_000_000;

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = Faults(options).Select(fault => Texts.Sentence(fault)).ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<Problem> Faults(MailOptions options)
    {
        if (!string.IsNullOrEmpty(options.From) && !EmailAddress.IsValid(options.From))
        {
            yield return Fault(MailProblems.SettingNotAnAddress, nameof(options.From), options.From);
        }

        if (!string.IsNullOrEmpty(options.ReplyTo) && !EmailAddress.IsValid(options.ReplyTo))
        {
            yield return Fault(MailProblems.SettingNotAnAddress, nameof(options.ReplyTo), options.ReplyTo);
        }

        if (options.FromName?.Any(char.IsControl) is true)
        {
            yield return Fault(MailProblems.SettingHasControlCharacters, nameof(options.FromName));
        }

        if (options.Connections is < 1 or > MostConnections)
        {
            yield return Fault(MailProblems.SettingOutOfRange, nameof(options.Connections), 1, MostConnections);
        }

        foreach (var fault in PaceFaults(options.Pace))
        {
            yield return fault;
        }

        if (options.Transport != MailTransportKind.Smtp)
        {
            yield break;
        }

        if (options.TrustedCertificate is { Length: > 0 } file && !MailServerTrust.CanRead(file))
        {
            yield return Fault(MailProblems.TrustedCertificateUnusable, file);
        }

        if (string.IsNullOrWhiteSpace(options.Host))
        {
            yield return Fault(MailProblems.SettingMissing, nameof(options.Host));
        }

        if (string.IsNullOrEmpty(options.From))
        {
            yield return Fault(MailProblems.SettingMissing, nameof(options.From));
        }

        if (options.Port is < 1 or > 65535)
        {
            yield return Fault(MailProblems.SettingOutOfRange, nameof(options.Port), 1, 65535);
        }

        if (options.TimeoutSeconds is < 1 or > 100)
        {
            yield return Fault(MailProblems.SettingOutOfRange, nameof(options.TimeoutSeconds), 1, 100);
        }

        if (string.IsNullOrEmpty(options.UserName) != string.IsNullOrEmpty(options.Password))
        {
            yield return Fault(MailProblems.HalfACredential);
        }

        if (options is { Security: MailSecurity.None, AllowUnencrypted: false } && !IsThisMachine(options.Host))
        {
            yield return Fault(MailProblems.UnencryptedMail);
        }
    }

    private static IEnumerable<Problem> PaceFaults(MailPace pace)
    {
        IEnumerable<(string Name, int? Most)> limits =
        [
            ($"{nameof(MailOptions.Pace)}:{nameof(pace.PerHour)}", pace.PerHour),
            ($"{nameof(MailOptions.Pace)}:{nameof(pace.PerDomainPerMinute)}", pace.PerDomainPerMinute),
            .. pace.Domains.Select(domain => ($"{nameof(MailOptions.Pace)}:{nameof(pace.Domains)}:{domain.Key}", (int?)domain.Value)),
        ];
        foreach (var (name, _) in limits.Where(limit => limit.Most is < 1 or > FastestPace))
        {
            yield return Fault(MailProblems.SettingOutOfRange, name, 1, FastestPace);
        }

        foreach (var domain in pace.Domains.Keys.Where(domain => !EmailAddress.IsValid($"a@{domain}")))
        {
            yield return Fault(MailProblems.SettingNotADomain, domain);
        }
    }

    internal static bool IsThisMachine(string? host) =>
        host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static Problem Fault(string code, params object?[] arguments) => Problem.Of(code, ProblemKind.Refused, arguments);
}
