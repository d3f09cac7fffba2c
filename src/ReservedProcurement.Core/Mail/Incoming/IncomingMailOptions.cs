using MailKit.Security;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail.Incoming;

/// <summary>Configuration section <c>Mail:Incoming</c>: the mailbox that answers come to, which is <see cref="MailOptions.ReplyTo"/>. Nothing is fetched without a host.</summary>
public sealed class IncomingMailOptions
{
    public const string Section = "Mail:Incoming";

    public string? Host { get; set; }

    /// <summary>When left out: 993 with SslOnConnect, 143 otherwise.</summary>
    public int? Port { get; set; }

    public MailSecurity Security { get; set; } = MailSecurity.SslOnConnect;

    /// <summary>Mail and password in the clear over a network; for a server that can do nothing else.</summary>
    public bool AllowUnencrypted { get; set; }

    public bool CheckCertificateRevocation { get; set; } = true;

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>The folder that is read.</summary>
    public string Folder { get; set; } = "INBOX";

    /// <summary>Where handled mails are moved. Without it they stay, marked as read and with the keyword <c>$Reserverad</c>.</summary>
    public string? HandledFolder { get; set; }

    public int IntervalMinutes { get; set; } = 2;

    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>A larger mail is listed by its sender and subject alone.</summary>
    public int LargestMegabytes { get; set; } = 15;

    /// <summary>What stands in a mail, and who sent it, is removed after this many days. That it came, and what came of it, stays.</summary>
    public int KeepTextDays { get; set; } = 180;

    /// <summary>
    /// Each invitation gets an address of its own to answer to, such as <c>svar+m0190…@exempelstad.se</c>. Demands a server that delivers them all to the same mailbox.
    /// </summary>
    public bool PersonalAddresses { get; set; }

    /// <summary>Whether reports of mails that did not arrive are asked to come to this mailbox. Not every server lets mail be sent so.</summary>
    public bool ReturnHere { get; set; } = true;

    internal bool IsOn => !string.IsNullOrWhiteSpace(Host);

    internal int PortOrUsual => Port ?? (Security == MailSecurity.SslOnConnect ? 993 : 143);

    internal SecureSocketOptions SocketOptions => Security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.SslOnConnect => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    internal long LargestBytes => LargestMegabytes * 1024L * 1024L;
}

internal sealed class IncomingMailOptionsValidator(IOptions<MailOptions> mail) : IValidateOptions<IncomingMailOptions>
{
    public ValidateOptionsResult Validate(string? name, IncomingMailOptions options)
    {
        var faults = Faults(options).Select(fault => Texts.Sentence(fault)).ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<Problem> Faults(IncomingMailOptions options)
    {
        if (OutOfRange(options).FirstOrDefault() is { } outOfRange)
        {
            yield return outOfRange;
        }

        if (!options.IsOn)
        {
            yield break;
        }

        if (string.IsNullOrEmpty(mail.Value.ReplyTo))
        {
            yield return Fault(IncomingMailProblems.NoReplyTo);
        }

        if (string.IsNullOrEmpty(options.UserName) || string.IsNullOrEmpty(options.Password))
        {
            yield return Fault(IncomingMailProblems.NoCredential);
        }

        if (string.IsNullOrWhiteSpace(options.Folder) || string.Equals(options.Folder, options.HandledFolder, StringComparison.OrdinalIgnoreCase))
        {
            yield return Fault(IncomingMailProblems.SameFolder);
        }

        if (options is { Security: MailSecurity.None, AllowUnencrypted: false } && !MailOptionsValidator.IsThisMachine(options.Host))
        {
            yield return Fault(IncomingMailProblems.Unencrypted);
        }
    }

    private static IEnumerable<Problem> OutOfRange(IncomingMailOptions options)
    {
        (string Name, int Value, int Least, int Most)[] numbers =
        [
            (nameof(options.Port), options.PortOrUsual, 1, 65535),
            (nameof(options.IntervalMinutes), options.IntervalMinutes, 1, 1440),
            (nameof(options.TimeoutSeconds), options.TimeoutSeconds, 1, 100),
            (nameof(options.LargestMegabytes), options.LargestMegabytes, 1, 50),
            (nameof(options.KeepTextDays), options.KeepTextDays, 1, 3650),
        ];
        return numbers.Where(number => number.Value < number.Least || number.Value > number.Most)
            .Select(number => Fault(IncomingMailProblems.OutOfRange, number.Name, number.Least, number.Most));
    }

    private static Problem Fault(string code, params object?[] arguments) => Problem.Of(code, ProblemKind.Refused, arguments);
}
