using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Sending;

/// <param name="MeetingId">Whose mails.</param>
/// <param name="InvitationIds">Only to these receivers, or null for all.</param>
public sealed record RestartSending(Guid MeetingId, IReadOnlyList<Guid>? InvitationIds = null);

/// <summary>Sends mails after all that were stopped. Each keeps its identity, and says what holds when it goes.</summary>
public sealed class RestartSendingHandler(Database database, RestartSendingHandler.Validator validator, IOutboxSignal signal)
{
    private const string StoppedSql = """
        select m.Id, m.InvitationId
        from MeetingMails m
        join MeetingInvitations i on i.Id = m.InvitationId
        join OutboxMessages o on o.Id = m.Id
        where i.MeetingId = @MeetingId and o.Status = 'Stopped' and m.SentAt is null
        order by m.CreatedAt, m.Id
        """;

    // One at a time: a list of ids would run into the engines' limits for parameters.
    private const string RestartSql = """
        update OutboxMessages set Status = 'Waiting', DueAt = @Now, Attempts = 0, LastError = null
        where Id = @Id and Status = 'Stopped'
        """;

    public async Task<Result<SendingChanged>> HandleAsync(Actor actor, RestartSending request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        var chosen = request.InvitationIds?.ToHashSet();
        var restarted = await ChangeSending.WriteAsync(
            database,
            actor,
            request.MeetingId,
            "sending-restarted",
            async write =>
            {
                var mails = 0;
                foreach (var stopped in await write.QueryAsync<StoppedRow>(StoppedSql, new { request.MeetingId }))
                {
                    if (chosen is null || chosen.Contains(stopped.InvitationId))
                    {
                        mails += await write.ExecuteAsync(RestartSql, new { stopped.Id, write.Now });
                    }
                }

                return mails > 0 ? mails : SendingProblems.HasNothingStopped;
            },
            cancellationToken);
        if (restarted.Succeeded)
        {
            signal.MessagesWaiting();
        }

        return restarted;
    }

    private sealed record StoppedRow
    {
        public required Guid Id { get; init; }
        public required Guid InvitationId { get; init; }
    }

    public sealed class Validator : AbstractValidator<RestartSending>
    {
        public Validator() => RuleFor(request => request.InvitationIds)
            .Must(ids => ids is null || ids.Count <= InviteToMeetingHandler.MostAtOnce).WithErrorCode(MeetingProblems.TooMany);
    }
}
