using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>Makes the public page of a procurement when its meetings published before they were linked to it. Otherwise publishing makes it.</summary>
public sealed record OpenProcurementPage(Guid ProcurementId);

public sealed class OpenProcurementPageHandler(Database database, PublicAddress address)
{
    private const string AuthoritySql = "select AuthorityId from Procurements where Id = @ProcurementId";

    private const string PublishedSql = "select count(*) from InformationPublications b join Meetings m on m.Id = b.MeetingId where m.ProcurementId = @ProcurementId";

    public Task<Result<Uri>> HandleAsync(Actor actor, OpenProcurementPage request, CancellationToken cancellationToken) => database.WriteAsync<Uri>(
        actor,
        async write =>
        {
            var key = new { request.ProcurementId };
            if (await write.SingleOrDefaultAsync<Guid?>(AuthoritySql, key) is not { } authority || !actor.May(Permission.Read, authority))
            {
                return CommonProblems.NoSuchRecord;
            }

            if (!actor.May(Permission.EditProcurements, authority))
            {
                return CommonProblems.NotAllowed;
            }

            return await write.SingleAsync<int>(PublishedSql, key) == 0
                ? Problem.Of(AtMeetingProblems.NothingPublished, ProblemKind.Refused)
                : address.Page($"{InformationPages.Path}/{await InformationPages.OfProcurementAsync(write, request.ProcurementId)}");
        },
        cancellationToken,
        AtMeetingProblems.SomebodyElseWasFirst);
}
