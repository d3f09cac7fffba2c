using Microsoft.Extensions.Options;
using MimeKit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail;

/// <summary>One mail in a file; its id is that of the outbox message it was written for.</summary>
public sealed record SentMail(Guid Id, DateTimeOffset At, string To, string Subject);

/// <summary>One mail with its plain text, and the whole of it as a file to open in a mail program.</summary>
public sealed record SentMailContent(SentMail Mail, string Text, byte[] File);

/// <summary>The mails that were written as files instead of being sent, newest first. There are none to show when a mail server is used.</summary>
public sealed class ListSentMailHandler(IOptions<MailOptions> options, FileMailTransport files)
{
    public const int PageSize = 50;

    private readonly bool _available = options.Value.Transport == MailTransportKind.File;

    /// <param name="actor">Must administer the installation: the mails hold personal links.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Result<IReadOnlyList<SentMail>>> HandleAsync(Actor actor, int page, CancellationToken cancellationToken)
    {
        if (Refusal(actor) is { } problem)
        {
            return problem;
        }

        // The ids sort by time.
        var ids = Directory.Exists(files.Folder)
            ? Directory.EnumerateFiles(files.Folder, $"*{FileMailTransport.Extension}")
                .Select(file => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file), "N", out var id) ? id : (Guid?)null)
                .OfType<Guid>()
                .OrderByDescending(id => id.ToString("N"), StringComparer.Ordinal)
                .Skip((Math.Max(1, page) - 1) * PageSize)
                .Take(PageSize)
            : [];
        var mails = new List<SentMail>();
        foreach (var id in ids)
        {
            if (await ReadAsync(id, cancellationToken) is { } read)
            {
                mails.Add(read.Mail);
            }
        }

        return Result<IReadOnlyList<SentMail>>.Of(mails);
    }

    public async Task<Result<SentMailContent>> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (Refusal(actor) is { } problem)
        {
            return problem;
        }

        return await ReadAsync(id, cancellationToken) is { } read ? read : CommonProblems.NoSuchRecord;
    }

    private Problem? Refusal(Actor actor) => !actor.MayAdministerInstallation
        ? CommonProblems.NotAllowed
        : _available ? null : Problem.Of(MailProblems.NoFiles, ProblemKind.NotFound);

    private async Task<SentMailContent?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            var file = await File.ReadAllBytesAsync(Path.Combine(files.Folder, $"{id:N}{FileMailTransport.Extension}"), cancellationToken);
            var message = await MimeMessage.LoadAsync(new MemoryStream(file), cancellationToken);
            var mail = new SentMail(id, message.Date, string.Join(", ", message.To.Mailboxes.Select(mailbox => mailbox.Address)), message.Subject ?? "");
            return new SentMailContent(mail, message.TextBody ?? "", file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or FormatException)
        {
            // Taken away by hand between the listing and the reading, or not a mail at all.
            return null;
        }
    }
}
