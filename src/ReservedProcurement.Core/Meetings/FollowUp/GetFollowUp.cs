using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.FollowUp.Mails;
using ReservedProcurement.Core.Meetings.FollowUp.Planning;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.FollowUp;

/// <summary>A mail that will go.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Day">The working day it goes.</param>
/// <param name="Receivers">How many would get it as things are now.</param>
public sealed record ComingMail(MeetingMailKind Kind, DateOnly Day, int Receivers);

/// <summary>Mails of one kind that were asked for the same day.</summary>
public sealed record SentMails
{
    public required MeetingMailKind Kind { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>The officer who had them sent; null for what went by itself.</summary>
    public string? AskedByName { get; init; }
    public required int Sent { get; init; }
    public required int Waiting { get; init; }
    public required int Parked { get; init; }

    /// <summary>Not needed any more when it was their turn.</summary>
    public required int Dropped { get; init; }
}

/// <summary>What is sent about a meeting: settings, what is to come, what has been.</summary>
public sealed record FollowUpOverview
{
    public required Meeting Meeting { get; init; }
    public required FollowUpSettings Settings { get; init; }

    /// <summary>Whether the meeting differs from its authority's usual.</summary>
    public required bool IsOwn { get; init; }
    public required OfficeHours Office { get; init; }
    public required IReadOnlyList<ComingMail> Coming { get; init; }
    public required IReadOnlyList<SentMails> Sent { get; init; }
    public string? Material { get; init; }
    public required int Invited { get; init; }
    public required int NotAnswered { get; init; }

    /// <summary>How many would get a reminder sent now.</summary>
    public required int Remindable { get; init; }

    /// <summary>How many would get thanks sent now.</summary>
    public required int Thankable { get; init; }
    public required bool MayEdit { get; init; }
}

public sealed class GetFollowUpHandler(Database database)
{
    private const string SentSql = """
        select m.Kind, m.CreatedAt, m.AskedByName, m.SentAt, o.Status
        from MeetingMails m
        join MeetingInvitations i on i.Id = m.InvitationId
        left join OutboxMessages o on o.Id = m.Id
        where i.MeetingId = @MeetingId
        """;

    public async Task<Result<FollowUpOverview>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => await database.ReadAsync<Result<FollowUpOverview>>(
        async session =>
        {
            var found = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var meeting = found.Value;
            var now = database.Clock.GetUtcNow();
            var today = DateOnly.FromDateTime(SwedishTime.Local(now).DateTime);
            var followUp = await FollowUpSettingsRows.OfMeetingAsync(session, meeting);
            var invitations = await InvitationRows.OfMeetingAsync(session, meetingId);
            var mails = await session.QueryAsync<MailRow>(SentSql, new { MeetingId = meetingId });
            var notAnswered = invitations.Count(invitation => invitation.Answer is null);
            var toRemind = invitations.Count(invitation => invitation is { Answer: null, WantsNoReminders: false });
            var came = (await FollowUpReceivers.CameAsync(session, meeting)).Count;
            var coming = Answers.Seats.Of(invitations, meeting.Capacity).Coming.Count;
            int Receivers(MeetingMailKind kind) => kind switch
            {
                MeetingMailKind.Reminder => toRemind,
                MeetingMailKind.Thanks => came,
                _ => coming,
            };
            return new FollowUpOverview
            {
                Meeting = meeting,
                Settings = followUp.Settings,
                IsOwn = followUp.IsOwn,
                Office = followUp.Office,
                Coming = [.. ToCome(meeting, followUp, now, mails).OrderBy(mail => mail.Day).Select(mail => new ComingMail(mail.Kind, mail.Day, Receivers(mail.Kind)))],
                Sent = Grouped(mails),
                Material = await MaterialRows.OfAsync(session, meetingId),
                Invited = invitations.Count,
                NotAnswered = notAnswered,
                Remindable = meeting.IsCancelled || meeting.StartsAt <= now ? 0 : (await FollowUpReceivers.ToRemindAsync(session, meetingId, today, now)).Count,
                Thankable = meeting.IsCancelled || meeting.EndsAt > now || Surveys.SurveyRules.ClosesAt(meeting) <= now
                    ? 0
                    : (await FollowUpReceivers.ComingWithoutAsync(session, meeting, MeetingMailKind.Thanks, FollowUpMails.OfThanks)).Count,
                MayEdit = actor.May(Permission.EditProcurements, meeting.AuthorityId),
            };
        },
        cancellationToken);

    /// <summary>What lies ahead. What should have gone today and has not is still to come; what was missed on an earlier day is not shown as a promise.</summary>
    private static IEnumerable<PlannedMail> ToCome(Meeting meeting, MeetingFollowUp followUp, DateTimeOffset now, IReadOnlyList<MailRow> mails)
    {
        var today = DateOnly.FromDateTime(SwedishTime.Local(now).DateTime);
        var isOver = TimeOnly.FromDateTime(SwedishTime.Local(now).DateTime) >= FollowUpRules.Time(followUp.Office.OfficeCloses);
        return FollowUpPlan.Of(meeting, followUp.Settings, followUp.Office).Mails.Where(mail =>
            (mail.Day > today || (mail.Day == today && !isOver && !mails.Any(sent => sent.Kind == mail.Kind && sent.Day == today)))
            && (mail.Kind == MeetingMailKind.Thanks || meeting.StartsAt > now));
    }

    private static IReadOnlyList<SentMails> Grouped(IReadOnlyList<MailRow> mails) =>
    [
        .. mails.GroupBy(mail => (mail.Kind, mail.Day, mail.AskedByName))
            .Select(group => new SentMails
            {
                Kind = group.Key.Kind,
                Day = group.Key.Day,
                AskedByName = group.Key.AskedByName,
                Sent = group.Count(mail => mail.State == MailState.Sent),
                Waiting = group.Count(mail => mail.State == MailState.Waiting),
                Parked = group.Count(mail => mail.State == MailState.Parked),
                Dropped = group.Count(mail => mail.State == MailState.Dropped),
            })
            .OrderByDescending(group => group.Day)
            .ThenBy(group => group.Kind),
    ];

    private sealed record MailRow
    {
        public required MeetingMailKind Kind { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public string? AskedByName { get; init; }
        public DateTimeOffset? SentAt { get; init; }
        public Outbox.OutboxStatus? Status { get; init; }

        public DateOnly Day => DateOnly.FromDateTime(SwedishTime.Local(CreatedAt).DateTime);

        public MailState State => SentAt is not null ? MailState.Sent : Status switch
        {
            Outbox.OutboxStatus.Waiting => MailState.Waiting,
            Outbox.OutboxStatus.Parked => MailState.Parked,
            _ => MailState.Dropped,
        };
    }
}
