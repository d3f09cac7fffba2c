using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Register;

/// <summary>
/// Takes an enterprise out of the register for good, for what was entered by mistake. What stood in it remains in the history.
/// One that has been invited to a meeting, deliberately not, or has come to one, stays: the meeting's record of who was treated how must hold.
/// </summary>
public sealed record RemoveSocialEnterprise(Guid Id, int Version);

public sealed class RemoveSocialEnterpriseHandler(Database database)
{
    private const string DeleteSql = "delete from SocialEnterprises where Id = @Id and Version = @Version";

    private const string MeetingsSql = """
        select (select count(*) from MeetingInvitations where SocialEnterpriseId = @Id) + (select count(*) from MeetingExclusions where SocialEnterpriseId = @Id)
            + (select count(*) from MeetingAttendances where SocialEnterpriseId = @Id)
            + (select count(*) from DatePollParties where SocialEnterpriseId = @Id) + (select count(*) from BidSchoolSteps where SocialEnterpriseId = @Id)
        """;

    public async Task<Result<Done>> HandleAsync(Actor actor, RemoveSocialEnterprise request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.EditRegister))
        {
            return CommonProblems.NotAllowed;
        }

        return await database.WriteAsync<Done>(
            actor,
            async write =>
            {
                if (await SocialEnterpriseRows.FindAsync(write, request.Id) is not { } existing)
                {
                    return CommonProblems.NoSuchRecord;
                }

                if (existing.Version != request.Version)
                {
                    return await write.StaleAsync(AuditSubject.SocialEnterprise, request.Id, request.Version);
                }

                if (await write.SingleAsync<int>(MeetingsSql, new { request.Id }) > 0)
                {
                    return RegisterProblems.IsInvitedToMeeting;
                }

                await SocialEnterpriseParts.RemoveAllAsync(write, existing);
                if (await write.ExecuteAsync(DeleteSql, new { request.Id, request.Version }) == 0)
                {
                    return await write.StaleAsync(AuditSubject.SocialEnterprise, request.Id, request.Version);
                }

                await write.AuditAsync(AuditSubject.SocialEnterprise, request.Id, request.Version + 1, "removed", SocialEnterpriseSnapshot.Of(existing), null);
                return Done.Value;
            },
            cancellationToken);
    }
}
