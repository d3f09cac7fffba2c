using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Register;

public sealed record GetSocialEnterprise(Guid Id);

/// <summary>
/// One enterprise. A sole trader's number is the owner's personal identity number; only those who keep the register need it,
/// so every other reader is told that it is a sole trader and no more.
/// </summary>
public sealed class GetSocialEnterpriseHandler(Database database)
{
    public async Task<Result<SocialEnterprise>> HandleAsync(Actor actor, GetSocialEnterprise request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        var enterprise = await database.ReadAsync(session => SocialEnterpriseRows.FindAsync(session, request.Id), cancellationToken);
        if (enterprise is null)
        {
            return CommonProblems.NoSuchRecord;
        }

        return actor.MayAnywhere(Permission.EditRegister) ? enterprise : enterprise.WithoutPersonalNumber();
    }
}
