using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Meetings.Incoming.Bounces;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Incoming;

/// <summary>The invitation that a mail belongs to, and what led there.</summary>
internal sealed record MatchedInvitation
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string Email { get; init; }

    /// <summary>It has been sent to more than one address, so a bounce may be of an earlier one.</summary>
    public required bool IsMoved { get; init; }
    public MailMatch By { get; init; }

    /// <summary>Only who has had the invitation knows what the mail holds.</summary>
    public bool IsCertain => By is MailMatch.Calendar or MailMatch.Address or MailMatch.Thread;
}

/// <summary>
/// Ids of invitations and of mails are long random numbers that only the receiver has been sent, so whoever brings one has had the invitation: that is the same proof as the personal link,
/// and a stronger one than the sender's address, which anybody can write.
/// </summary>
internal static class MatchInvitation
{
    private const int RecentDays = 60;
    private const int BounceDays = 14;

    private const string Columns = """
        select i.Id, i.MeetingId, m.AuthorityId, i.Email,
            case when exists (select 1 from MeetingMails x where x.InvitationId = i.Id and x.Round > 0) then 1 else 0 end as IsMoved
        from MeetingInvitations i
        join Meetings m on m.Id = i.MeetingId

        """;

    private const string ByIdSql = Columns + "where i.Id = @Id";

    private const string ByMailSql = Columns + "where i.Id = (select s.InvitationId from MeetingMails s where s.Id = @Id)";

    private const string ByAddressSql = Columns + """
        where i.Id = (
            select InvitationId from (
                select s.InvitationId, row_number() over (order by s.SentAt desc, s.Id desc) as Latest
                from MeetingMails s
                join MeetingInvitations a on a.Id = s.InvitationId
                where a.EmailKey = @EmailKey and s.SentAt >= @Since
            ) sent
            where Latest = 1)
        """;

    private const string OnlyAuthoritySql = "select Id from Authorities where (select count(*) from Authorities) = 1";

    public static async Task<MatchedInvitation?> ByIdAsync(SqlSession session, Guid id, MailMatch by) =>
        await session.SingleOrDefaultAsync<MatchedInvitation>(ByIdSql, new { Id = id }) is { } found ? found with { By = by } : null;

    public static async Task<MatchedInvitation?> FindAsync(WriteTransaction write, ReadMail mail, CalendarReply? reply)
    {
        if (reply?.InvitationId is { } uid && await ByIdAsync(write, uid, MailMatch.Calendar) is { } byCalendar)
        {
            return byCalendar;
        }

        foreach (var code in mail.AddressCodes)
        {
            if (await ByIdAsync(write, code, MailMatch.Address) is { } byAddress)
            {
                return byAddress;
            }
        }

        foreach (var id in mail.MessageIds)
        {
            if (await write.SingleOrDefaultAsync<MatchedInvitation>(ByMailSql, new { Id = id }) is { } byThread)
            {
                return byThread with { By = MailMatch.Thread };
            }
        }

        // Nothing but an address: enough to show the mail in its place, never to answer for somebody.
        return mail.Kind == IncomingMailKind.Bounce
            ? await LatestAsync(write, mail.Report?.Recipient, BounceDays, MailMatch.Recipient)
            : await LatestAsync(write, mail.SenderEmail, RecentDays, MailMatch.Sender);
    }

    /// <summary>Whose a mail is that belongs to no invitation: the authority's, when there is only one.</summary>
    public static Task<Guid?> OnlyAuthorityAsync(SqlSession session) => session.SingleOrDefaultAsync<Guid?>(OnlyAuthoritySql);

    private static async Task<MatchedInvitation?> LatestAsync(WriteTransaction write, string? address, int days, MailMatch by) => address is not null
        && await write.SingleOrDefaultAsync<MatchedInvitation>(ByAddressSql, new { EmailKey = MailBounces.Key(address), Since = write.Now.AddDays(-days) }) is { } found
            ? found with { By = by }
            : null;
}
