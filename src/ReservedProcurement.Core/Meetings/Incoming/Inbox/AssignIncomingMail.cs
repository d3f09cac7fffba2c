using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings.Incoming.Bounces;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Incoming.Inbox;

/// <param name="Id">The mail.</param>
/// <param name="InvitationId">The invitation it belongs to.</param>
public sealed record AssignIncomingMail(Guid Id, Guid? InvitationId);

/// <summary>Gives a mail to the invitation it belongs to, when the service could not tell or was wrong. A bounce is then noted at that invitation's address.</summary>
public sealed class AssignIncomingMailHandler(Database database)
{
    private const string UpdateSql = """
        update IncomingMails set InvitationId = @InvitationId, MeetingId = @MeetingId, AuthorityId = @AuthorityId, MatchedBy = 'Person', Outcome = @Outcome
        where Id = @Id
        """;

    private const string BounceSql = "select Severity, Reason, StatusCode from MailBounces where IncomingMailId = @Id";

    public async Task<Result<IncomingMail>> HandleAsync(Actor actor, AssignIncomingMail request, CancellationToken cancellationToken) => await database.WriteAsync<IncomingMail>(
        actor,
        async write =>
        {
            var found = await LoadIncomingMail.ToChangeAsync(write, request.Id);
            if (!found.Succeeded)
            {
                return found;
            }

            var mail = found.Value;
            if (mail.AnswerId is not null || mail.MailKind == IncomingMailKind.TimeProposal && mail.Outcome == IncomingOutcome.Proposed)
            {
                return InboxProblems.HasAnswered;
            }

            if (request.InvitationId is not { } invitationId
                || await MatchInvitation.ByIdAsync(write, invitationId, MailMatch.Person) is not { } matched
                || !actor.May(Permission.EditProcurements, matched.AuthorityId))
            {
                return Problem.OnField(nameof(request.InvitationId), InboxProblems.UnknownInvitation);
            }

            var outcome = mail.Outcome;
            if (mail.MailKind == IncomingMailKind.Bounce)
            {
                var noted = await write.SingleOrDefaultAsync<NotedBounce>(BounceSql, new { mail.Id });
                var report = noted is null ? BounceRules.Report(null, mail.Body ?? "", isDelay: false, null) : new DeliveryReport(noted.Severity, noted.Reason, noted.StatusCode, null);
                await MailBounces.AddAsync(write, mail.Id, matched.Id, matched.Email, report, mail.ReceivedAt);
                outcome = IncomingOutcome.BounceNoted;
            }

            await write.ExecuteAsync(UpdateSql, new { mail.Id, InvitationId = matched.Id, matched.MeetingId, matched.AuthorityId, Outcome = outcome.ToString() });
            return await LoadIncomingMail.ToReadAsync(write, actor, mail.Id);
        },
        cancellationToken);

    private sealed record NotedBounce
    {
        public required BounceSeverity Severity { get; init; }
        public required BounceReason Reason { get; init; }
        public string? StatusCode { get; init; }
    }
}
