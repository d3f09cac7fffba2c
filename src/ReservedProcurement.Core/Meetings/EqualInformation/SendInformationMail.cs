using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>Sends one mail about one publication.</summary>
public sealed class SendInformationMailHandler(Database database, PublicAddress address, MailComposer composer, IMailTransport transport) : IOutboxHandler<InformationMailDue>
{
    private const string MailSql = """
        select m.PublicationId, i.MeetingId, i.PartyName, i.RecipientName, i.Email, p.Code
        from InformationMails m
        join MeetingInvitations i on i.Id = m.InvitationId
        join InformationPages p on p.SubjectId = i.MeetingId
        where m.Id = @Id
        """;

    private const string NewsSql = """
        select e.Kind, v.Number, v.Information, v.Reason, v.IsWithdrawn
        from InformationVersions v
        join InformationEntries e on e.Id = v.EntryId
        where v.PublicationId = @PublicationId
        order by case when e.Kind = 'Minutes' then 0 else 1 end, e.CreatedAt, e.Id
        """;

    private const string SentSql = "update InformationMails set SentAt = @Now where Id = @Id";

    public async Task HandleAsync(InformationMailDue message, Guid messageId, CancellationToken cancellationToken)
    {
        var text = await database.ReadAsync(
            async session => await session.SingleOrDefaultAsync<MailRow>(MailSql, new { Id = messageId }) is { } mail && await MeetingRows.ByIdAsync(session, mail.MeetingId) is { } meeting
                ? new InformationMailText(
                    meeting,
                    mail.RecipientName ?? mail.PartyName,
                    mail.Email,
                    await session.QueryAsync<InformationNews>(NewsSql, new { mail.PublicationId }),
                    address.Page($"{InformationPages.Path}/{mail.Code}"))
                : null,
            cancellationToken);
        if (text is null)
        {
            return;
        }

        await transport.SendAsync(composer.Compose(text.Content(), messageId), cancellationToken);

        // The server has the mail now, so this is noted even when the process is asked to stop.
        await database.WriteAsync<int>(Actor.System, async write => await write.ExecuteAsync(SentSql, new { Id = messageId, write.Now }), CancellationToken.None);
    }

    private sealed record MailRow
    {
        public required Guid PublicationId { get; init; }
        public required Guid MeetingId { get; init; }
        public required string PartyName { get; init; }
        public string? RecipientName { get; init; }
        public required string Email { get; init; }
        public required string Code { get; init; }
    }
}
