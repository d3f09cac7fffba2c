using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Sending;

/// <summary>Shows how a sending goes, in counts only, so that it may be asked often.</summary>
public sealed class GetSendingHandler(Database database)
{
    private const string RoundsSql = """
        select m.Kind as MailKind, min(m.CreatedAt) as CreatedAt, count(*) as Mails, max(m.SentAt) as LastSentAt,
            sum(case when m.SentAt is not null then 1 else 0 end) as Sent,
            sum(case when m.SentAt is null and o.Status = 'Waiting' then 1 else 0 end) as Waiting,
            sum(case when m.SentAt is null and o.Status = 'Parked' then 1 else 0 end) as Parked,
            sum(case when m.SentAt is null and o.Status = 'Stopped' then 1 else 0 end) as Stopped
        from MeetingMails m
        join MeetingInvitations i on i.Id = m.InvitationId
        left join OutboxMessages o on o.Id = m.Id
        where i.MeetingId = @MeetingId
        group by m.Kind, m.CalendarSequence
        order by max(m.CreatedAt) desc, m.CalendarSequence desc, m.Kind
        """;

    private const string SentSinceSql = """
        select count(*) from MeetingMails m
        join MeetingInvitations i on i.Id = m.InvitationId
        where i.MeetingId = @MeetingId and m.SentAt > @SinceAt
        """;

    private const string StoppedSql = """
        select i.Id as InvitationId, i.PartyName, i.Email, m.Kind as MailKind
        from MeetingMails m
        join MeetingInvitations i on i.Id = m.InvitationId
        join OutboxMessages o on o.Id = m.Id
        where i.MeetingId = @MeetingId and o.Status = 'Stopped' and m.SentAt is null
        order by i.PartyKey, i.Id, m.CreatedAt
        """;

    private const string HoldSql = "select HeldAt, HeldByName from OutboxHolds where SendingId = @MeetingId";

    public async Task<Result<MeetingSending>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => await database.ReadAsync<Result<MeetingSending>>(
        async session =>
        {
            var found = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var hold = await session.SingleOrDefaultAsync<HoldRow>(HoldSql, new { MeetingId = meetingId });
            return new MeetingSending
            {
                Rounds = await session.QueryAsync<SendingRound>(RoundsSql, new { MeetingId = meetingId }),
                PausedAt = hold?.HeldAt,
                PausedByName = hold?.HeldByName,
                SentLastMinute = await session.SingleAsync<int>(SentSinceSql, new { MeetingId = meetingId, SinceAt = database.Clock.GetUtcNow().AddMinutes(-1) }),
            };
        },
        cancellationToken);

    /// <summary>Whom the stopped mails were for.</summary>
    public async Task<Result<IReadOnlyList<StoppedMail>>> StoppedAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => await database.ReadAsync<Result<IReadOnlyList<StoppedMail>>>(
        async session =>
        {
            var found = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            return found.Succeeded
                ? Result<IReadOnlyList<StoppedMail>>.Of(await session.QueryAsync<StoppedMail>(StoppedSql, new { MeetingId = meetingId }))
                : found.Problem;
        },
        cancellationToken);

    private sealed record HoldRow
    {
        public required DateTimeOffset HeldAt { get; init; }
        public required string HeldByName { get; init; }
    }
}
