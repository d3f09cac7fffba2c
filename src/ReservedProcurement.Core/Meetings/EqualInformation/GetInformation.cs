using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>The log of a meeting, all versions of it.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Entries">In the order they were noted.</param>
/// <param name="Publications">The latest first.</param>
/// <param name="Page">The public page; null until something has been published.</param>
/// <param name="WithoutMail">Those invited who have had no mail about the latest publication.</param>
public sealed record InformationLog(Meeting Meeting, IReadOnlyList<InformationEntry> Entries, IReadOnlyList<InformationPublication> Publications, Uri? Page, int WithoutMail)
{
    public required bool MayEdit { get; init; }

    /// <summary>How many are invited, and get a mail when something is published.</summary>
    public required int Invited { get; init; }

    public IEnumerable<InformationEntry> Waiting => Entries.Where(entry => entry.IsWaiting);
}

public sealed class GetInformationHandler(Database database, PublicAddress address)
{
    private const string WithoutMailSql = """
        select count(*) from MeetingInvitations i
        where i.MeetingId = @MeetingId and not exists (select 1 from InformationMails m where m.PublicationId = @PublicationId and m.InvitationId = i.Id)
        """;

    public async Task<Result<InformationLog>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => await database.ReadAsync<Result<InformationLog>>(
        async session =>
        {
            var found = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var publications = await InformationRows.PublicationsAsync(session, meetingId);
            var code = await InformationPages.FindAsync(session, meetingId);
            return new InformationLog(
                found.Value,
                await InformationRows.OfMeetingAsync(session, meetingId),
                publications,
                code is null ? null : address.Page($"{InformationPages.Path}/{code}"),
                publications is [var latest, ..] ? await session.SingleAsync<int>(WithoutMailSql, new { MeetingId = meetingId, PublicationId = latest.Id }) : 0)
            {
                MayEdit = actor.May(Permission.EditProcurements, found.Value.AuthorityId),
                Invited = await InvitationRows.CountAsync(session, meetingId),
            };
        },
        cancellationToken);

    /// <summary>A file of the log, also of a version that is not published.</summary>
    public async Task<Result<DocumentFile>> FileAsync(Actor actor, Guid meetingId, Guid fileId, CancellationToken cancellationToken) => await database.ReadAsync<Result<DocumentFile>>(
        async session =>
        {
            var found = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            return !found.Succeeded ? found.Problem : await InformationFiles.FindAsync(session, meetingId, fileId) is { } file ? file : CommonProblems.NoSuchRecord;
        },
        cancellationToken);
}
