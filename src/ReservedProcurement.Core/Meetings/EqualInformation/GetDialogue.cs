using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>A meeting about a procurement, and how far what was told there has come.</summary>
public sealed record DialogueMeeting
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required MeetingKind MeetingKind { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public string? Place { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public required int Invited { get; init; }
    public required int Came { get; init; }

    public IReadOnlyList<InformationEntry> Entries { get; init; } = [];

    /// <summary>Questions without an answer, also those that came with answers and have not been taken up.</summary>
    public int Unanswered { get; init; }

    public int Waiting => Entries.Count(entry => entry.IsWaiting);
}

/// <summary>The dialogue before a procurement: its meetings and all that was told.</summary>
/// <param name="Meetings">The first one first.</param>
/// <param name="Page">The public page of the procurement; null until something has been published.</param>
public sealed record ProcurementDialogue(IReadOnlyList<DialogueMeeting> Meetings, Uri? Page)
{
    public required bool MayEdit { get; init; }

    /// <summary>Entries that not all have been told of. Until then not all have the same information, 4 kap. 8 § LOU.</summary>
    public int Waiting => Meetings.Sum(meeting => meeting.Waiting);

    public int Unanswered => Meetings.Sum(meeting => meeting.Unanswered);

    public bool HasPublished => Meetings.Any(meeting => meeting.Entries.Any(entry => entry.LatestPublished is not null));
}

public sealed class GetDialogueHandler(Database database, PublicAddress address)
{
    private const string AuthoritySql = "select AuthorityId from Procurements where Id = @ProcurementId";

    private const string MeetingsSql = """
        select m.Id, m.Title, m.Kind as MeetingKind, m.StartsAt, m.EndsAt, coalesce(m.Place, m.VideoLink) as Place, m.CancelledAt,
            (select count(*) from MeetingInvitations i where i.MeetingId = m.Id) as Invited,
            (select count(*) from MeetingAttendances a where a.MeetingId = m.Id) as Came,
            (select count(*) from MeetingQuestions q where q.MeetingId = m.Id and q.Answer is null)
                + (select count(*) from MeetingInvitations i
                    join (select InvitationId, Question, row_number() over (partition by InvitationId order by AnsweredAt desc, Id desc) as Latest from MeetingAnswers) r
                        on r.InvitationId = i.Id and r.Latest = 1 and r.Question is not null
                    where i.MeetingId = m.Id and not exists (select 1 from MeetingQuestions q where q.InvitationId = i.Id and q.SentText = r.Question)) as Unanswered
        from Meetings m
        where m.ProcurementId = @ProcurementId
        order by m.StartsAt, m.Id
        """;

    public Task<Result<ProcurementDialogue>> HandleAsync(Actor actor, Guid procurementId, CancellationToken cancellationToken) => database.ReadAsync<Result<ProcurementDialogue>>(
        async session =>
        {
            var key = new { ProcurementId = procurementId };
            if (await session.SingleOrDefaultAsync<Guid?>(AuthoritySql, key) is not { } authority || !actor.May(Permission.Read, authority))
            {
                return CommonProblems.NoSuchRecord;
            }

            List<DialogueMeeting> meetings = [];
            foreach (var meeting in await session.QueryAsync<DialogueMeeting>(MeetingsSql, key))
            {
                meetings.Add(meeting with { Entries = await InformationRows.OfMeetingAsync(session, meeting.Id) });
            }

            var code = await InformationPages.FindAsync(session, procurementId);
            return new ProcurementDialogue(meetings, code is null ? null : address.Page($"{InformationPages.Path}/{code}")) { MayEdit = actor.May(Permission.EditProcurements, authority) };
        },
        cancellationToken);
}
