using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>A mail to one of those invited that information has been published.</summary>
public sealed record InformationMailDue(Guid InvitationId) : IOutboxMessage
{
    public static string Kind => "information-mail";
}

/// <param name="Number">Which publication of the meeting.</param>
/// <param name="Published">How many entries.</param>
/// <param name="Told">How many get a mail.</param>
/// <param name="PageCode">Of the meeting's public page.</param>
public sealed record InformationPublished(int Number, int Published, int Told, string PageCode);

/// <summary>Tells all at the same time: the entries, the public pages and one mail to each of those invited are written in one transaction.</summary>
internal static class Publications
{
    private const string LastNumberSql = "select coalesce(max(Number), 0) from InformationPublications where MeetingId = @MeetingId";

    private const string InsertSql = "insert into InformationPublications (Id, MeetingId, Number, PublishedAt, PublishedByName) values (@Id, @MeetingId, @Number, @PublishedAt, @PublishedByName)";

    private const string PublishSql = """
        update InformationVersions set PublicationId = @PublicationId
        where Id = @Id and PublicationId is null and Number = (select e.LatestNumber from InformationEntries e where e.Id = InformationVersions.EntryId and e.MeetingId = @MeetingId)
        """;

    private const string WithoutMailSql = """
        select i.Id from MeetingInvitations i
        where i.MeetingId = @MeetingId and not exists (select 1 from InformationMails m where m.PublicationId = @PublicationId and m.InvitationId = i.Id)
        order by i.PartyKey, i.Id
        """;

    private const string InsertMailSql = "insert into InformationMails (Id, PublicationId, InvitationId, CreatedAt) values (@Id, @PublicationId, @InvitationId, @CreatedAt)";

    /// <param name="write">The transaction.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="versions">The versions that were read before. One that is no longer the latest stops the whole.</param>
    public static async Task<Result<InformationPublished>> PublishAsync(WriteTransaction write, Meeting meeting, IReadOnlyCollection<Guid> versions)
    {
        var id = write.NewId();
        var number = await write.SingleAsync<int>(LastNumberSql, new { MeetingId = meeting.Id }) + 1;
        await write.ExecuteAsync(InsertSql, new { Id = id, MeetingId = meeting.Id, Number = number, PublishedAt = write.Now, PublishedByName = write.Actor.Name });
        foreach (var version in versions)
        {
            if (await write.ExecuteAsync(PublishSql, new { PublicationId = id, Id = version, MeetingId = meeting.Id }) == 0)
            {
                return AtMeetingProblems.SomebodyElseWasFirst;
            }
        }

        var code = await InformationPages.OfMeetingAsync(write, meeting.Id);
        if (meeting.ProcurementId is { } procurement)
        {
            await InformationPages.OfProcurementAsync(write, procurement);
        }

        var told = await TellAsync(write, meeting.Id, id);
        await write.AuditAsync(AuditSubject.Meeting, meeting.Id, meeting.Version, "information-published", null, new { Published = versions.Count, Told = told });
        return new InformationPublished(number, versions.Count, told, code);
    }

    /// <summary>A mail to everybody invited who has not had one about this publication.</summary>
    public static async Task<int> TellAsync(WriteTransaction write, Guid meetingId, Guid publicationId)
    {
        var invited = await write.QueryAsync<Guid>(WithoutMailSql, new { MeetingId = meetingId, PublicationId = publicationId });
        foreach (var invitation in invited)
        {
            var id = await write.EnqueueAsync(new InformationMailDue(invitation));
            await write.ExecuteAsync(InsertMailSql, new { Id = id, PublicationId = publicationId, InvitationId = invitation, CreatedAt = write.Now });
        }

        return invited.Count;
    }
}
