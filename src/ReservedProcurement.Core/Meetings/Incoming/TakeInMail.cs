using System.Text.Json;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Meetings.Incoming.Bounces;
using ReservedProcurement.Core.Meetings.Incoming.Proposals;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Incoming;

/// <summary>Takes one mail: finds whose it is, does what it asks for where that is certain, and puts it in the inbox. All in one transaction, and once for each mail however often it is read.</summary>
public sealed class TakeInMail(Database database)
{
    private const string KnownSql = "select count(*) from IncomingMails where MailKey = @MailKey";

    private const string InsertSql = """
        insert into IncomingMails (Id, MailKey, Mailbox, MailboxKey, ReceivedAt, TakenAt, Kind, AuthorityId, MeetingId, InvitationId, MatchedBy,
            SenderName, SenderEmail, Subject, SearchKey, Body, Attachments, Outcome, ReadAt, HandledAt)
        values (@Id, @MailKey, @Mailbox, @MailboxKey, @ReceivedAt, @TakenAt, @Kind, @AuthorityId, @MeetingId, @InvitationId, @MatchedBy,
            @SenderName, @SenderEmail, @Subject, @SearchKey, @Body, @Attachments, @Outcome, @ReadAt, @HandledAt)
        """;

    private const string AnswerSql = "update IncomingMails set AnswerId = @AnswerId where Id = @Id";

    private const int LongestSearch = 4000;

    private static readonly Problem AlreadyTaken = CommonProblems.NoSuchRecord;

    /// <returns>The mail's id; a problem when it had been taken before.</returns>
    public Task<Result<Guid>> HandleAsync(ReadMail mail, MailOrigin origin, CancellationToken cancellationToken) =>
        database.WriteAsync(Actor.System, write => TakeAsync(write, mail, origin), cancellationToken, onDuplicate: AlreadyTaken);

    private static async Task<Result<Guid>> TakeAsync(WriteTransaction write, ReadMail mail, MailOrigin origin)
    {
        if (await write.SingleAsync<int>(KnownSql, new { mail.MailKey }) > 0)
        {
            return AlreadyTaken;
        }

        var receivedAt = Instants.ToStored(origin.ReceivedAt is { } at && at < write.Now ? at : write.Now);
        var reply = mail.CalendarText is { } text ? CalendarReplyReader.Read(text) : null;
        mail = WithComment(mail, reply);
        var matched = await MatchInvitation.FindAsync(write, mail, reply);
        var id = write.NewId();
        var (outcome, answerId) = await EffectAsync(write, id, mail, reply, matched, receivedAt);
        await AddAsync(write, id, mail, origin, matched, receivedAt, outcome);
        if (matched is not null && reply is not null)
        {
            await CalendarReplies.KeepAsync(write, id, matched, mail, reply, outcome);
            if (outcome == IncomingOutcome.Proposed)
            {
                await TimeProposals.AddAsync(write, id, matched, reply);
            }
        }

        if (mail.Report is { Severity: not null } report && outcome == IncomingOutcome.BounceNoted)
        {
            await MailBounces.AddAsync(write, id, matched?.Id, BouncedAddress(matched, report)!, report, receivedAt);
        }

        if (answerId is not null)
        {
            await write.ExecuteAsync(AnswerSql, new { Id = id, AnswerId = answerId });
        }

        await ClearAsync(write, mail);
        return id;
    }

    private static async Task<(IncomingOutcome, Guid?)> EffectAsync(WriteTransaction write, Guid id, ReadMail mail, CalendarReply? reply, MatchedInvitation? matched, DateTimeOffset receivedAt)
    {
        switch (mail.Kind)
        {
            case IncomingMailKind.CalendarReply when reply is not null && matched is { IsCertain: true }:
                return await CalendarReplies.TakeAsync(write, matched, mail, reply, receivedAt);
            case IncomingMailKind.TimeProposal when reply is not null && matched is { IsCertain: true }:
                return (await TimeProposals.JudgeAsync(write, matched, reply, receivedAt), null);
            case IncomingMailKind.Bounce when mail.Report is { } report && BouncedAddress(matched, report) is not null:
                return (IncomingOutcome.BounceNoted, null);
            case IncomingMailKind.AutoReply when mail.Report is { Severity: null }:
                return (IncomingOutcome.Delivered, null);
            default:
                return (IncomingOutcome.None, null);
        }
    }

    /// <summary>The address that was written to. A report may name the one that mail is passed on to instead. Where nothing was sent of ours, nothing is noted.</summary>
    internal static string? BouncedAddress(MatchedInvitation? matched, DeliveryReport report) => matched is null ? null : matched.IsMoved ? report.Recipient : matched.Email;

    private static Task AddAsync(WriteTransaction write, Guid id, ReadMail mail, MailOrigin origin, MatchedInvitation? matched, DateTimeOffset receivedAt, IncomingOutcome outcome) =>
        AddAsync(write, id, mail, origin, matched, receivedAt, outcome, IsSettled(mail, outcome));

    private static async Task AddAsync(
        WriteTransaction write, Guid id, ReadMail mail, MailOrigin origin, MatchedInvitation? matched, DateTimeOffset receivedAt, IncomingOutcome outcome, bool isSettled)
    {
        var search = SwedishText.Key($"{mail.SenderName} {mail.SenderEmail} {mail.Subject} {mail.Body}");
        await write.ExecuteAsync(
            InsertSql,
            new
            {
                Id = id,
                mail.MailKey,
                origin.Mailbox,
                MailboxKey = origin.Key,
                ReceivedAt = receivedAt,
                TakenAt = write.Now,
                Kind = mail.Kind.ToString(),
                AuthorityId = matched?.AuthorityId ?? await MatchInvitation.OnlyAuthorityAsync(write),
                matched?.MeetingId,
                InvitationId = matched?.Id,
                MatchedBy = (matched?.By ?? MailMatch.None).ToString(),
                mail.SenderName,
                mail.SenderEmail,
                mail.Subject,
                SearchKey = search.Length > LongestSearch ? search[..LongestSearch] : search,
                mail.Body,
                Attachments = mail.Attachments.Count == 0 ? null : JsonSerializer.Serialize(mail.Attachments),
                Outcome = outcome.ToString(),
                ReadAt = isSettled ? write.Now : (DateTimeOffset?)null,
                HandledAt = isSettled ? write.Now : (DateTimeOffset?)null,
            });
    }

    /// <summary>What somebody wrote in the calendar stands only in its object in many programs; in the inbox it is what the mail says.</summary>
    private static ReadMail WithComment(ReadMail mail, CalendarReply? reply) => reply?.Comment is { } comment && mail.Body?.Contains(comment, StringComparison.Ordinal) != true
        ? mail with { Body = PersonalNumbers.Hide(PlainMailText.Tidy($"{comment}\n\n{mail.Body}")) }
        : mail;

    /// <summary>Nothing in it is left for a person to do.</summary>
    private static bool IsSettled(ReadMail mail, IncomingOutcome outcome) => outcome switch
    {
        IncomingOutcome.Repeated or IncomingOutcome.OlderReply or IncomingOutcome.Delivered => true,
        IncomingOutcome.Answered => mail.CalendarText is { } text && CalendarReplyReader.Read(text).Comment is null,
        IncomingOutcome.BounceNoted => mail.Report?.Severity == BounceSeverity.Delayed,
        _ => mail.Kind == IncomingMailKind.AutoReply,
    };

    /// <summary>Whoever writes from an address reads mail there; and a server may say that a mail arrived.</summary>
    private static async Task ClearAsync(WriteTransaction write, ReadMail mail)
    {
        var heardFrom = mail.Kind switch
        {
            IncomingMailKind.Message or IncomingMailKind.CalendarReply or IncomingMailKind.TimeProposal => mail.SenderEmail,
            IncomingMailKind.AutoReply when mail.Report is { Severity: null } arrived => arrived.Recipient,
            _ => null,
        };
        if (heardFrom is not null)
        {
            await MailBounces.ClearAsync(write, heardFrom);
        }
    }
}
