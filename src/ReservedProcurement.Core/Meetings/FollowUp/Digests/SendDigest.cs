using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.FollowUp.Digests;

/// <summary>Sends one digest as things are then. Nothing is sent when there is nothing to tell, when the receiver has said no, or when the next week's has been due.</summary>
public sealed class SendDigestHandler(Database database, SignedLinks links, PublicAddress address, MailComposer composer, IMailTransport transport) : IOutboxHandler<MeetingDigestDue>
{
    private static readonly TimeSpan LinkHolds = TimeSpan.FromDays(90);

    private const string DigestSql = "select UserId, Name, Email from MeetingDigests where Id = @Id";

    private const string SentSql = "update MeetingDigests set SentAt = @Now where Id = @Id";

    public async Task HandleAsync(MeetingDigestDue message, Guid messageId, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        var week = new DigestWeek(message.WeekStart);
        var text = await database.ReadAsync(session => LoadAsync(session, messageId, week, now), cancellationToken);
        if (text is null || now >= new DigestWeek(week.Start.AddDays(7)).Until)
        {
            return;
        }

        await transport.SendAsync(composer.Compose(text.Content(), messageId), cancellationToken);
        await database.WriteAsync<int>(Actor.System, async write => await write.ExecuteAsync(SentSql, new { Id = messageId, write.Now }), CancellationToken.None);
    }

    private async Task<DigestText?> LoadAsync(SqlSession session, Guid messageId, DigestWeek week, DateTimeOffset now)
    {
        if (await session.SingleOrDefaultAsync<DigestReceiver>(DigestSql, new { Id = messageId }) is not { } receiver || await DigestReceivers.HasRefusedAsync(session, receiver.Email))
        {
            return null;
        }

        var meetings = await DigestContents.OfAsync(session, await DigestReceivers.AuthoritiesAsync(session, receiver.UserId), receiver.Email, week, now);
        return meetings.Count == 0 ? null : new DigestText(receiver, week, meetings, now)
        {
            MeetingsLink = address.Page("/moten"),
            TurnOffLink = address.WeeklyDigest(links.CreateCode(LinkPurposes.WeeklyDigest, Guid.Empty, DigestReceivers.Key(receiver.Email), now + LinkHolds)),
        };
    }
}
