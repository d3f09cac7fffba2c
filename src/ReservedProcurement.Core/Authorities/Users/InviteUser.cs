using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Users;

public sealed record InviteUser : UserEntry;

/// <param name="Id">The user.</param>
/// <param name="AlreadyExisted">The person had an account; the new roles were added to it.</param>
public sealed record UserInvitedResult(Guid Id, bool AlreadyExisted);

/// <summary>
/// Invites a colleague, who gets a personal link by mail to choose a password. Somebody who already works for another authority
/// in the installation keeps that account and gets the new roles on it.
/// </summary>
public sealed class InviteUserHandler(Database database, UserEntryValidator validator)
{
    private const string InsertSql = """
        insert into Users (Id, Name, NameKey, Email, EmailKey, Phone, IsInstallationAdministrator, IsClosed, PasswordHash, SecurityStamp, FailedSignIns, CreatedAt, Version)
        values (@Id, @Name, @NameKey, @Email, @EmailKey, @Phone, @IsInstallationAdministrator, 0, null, @SecurityStamp, 0, @CreatedAt, 1)
        """;

    private const string AddRolesSql = """
        update Users set IsInstallationAdministrator = @IsInstallationAdministrator, Version = Version + 1
        where Id = @Id and Version = @Version
        """;

    public async Task<Result<UserInvitedResult>> HandleAsync(Actor actor, InviteUser request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Administer) || !UserRules.MayGive(actor, request))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem<UserEntry>(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<UserInvitedResult>(
            actor,
            async write =>
            {
                if (!await UserSql.AllExistAsync(write, [.. request.Memberships.Select(membership => membership.AuthorityId)]))
                {
                    return Problem.OnField(nameof(UserEntry.Memberships), UserProblems.UnknownAuthority);
                }

                var existing = await UserSql.ByEmailAsync(write, UserRules.EmailKey(request.Email));
                return existing is null ? await InviteNewAsync(write, request) : await AddRolesAsync(write, existing, request);
            },
            cancellationToken,
            onDuplicate: UserProblems.EmailIsTaken(request.Email));
    }

    private static async Task<Result<UserInvitedResult>> InviteNewAsync(WriteTransaction write, InviteUser request)
    {
        var user = new User
        {
            Id = write.NewId(),
            Name = request.Name.Trim(),
            Email = request.Email.Trim(),
            Phone = AuthorityRules.Trimmed(request.Phone),
            IsInstallationAdministrator = request.IsInstallationAdministrator,
            IsClosed = false,
            HasPassword = false,
            Version = 1,
            Memberships = request.Memberships,
        };
        await write.ExecuteAsync(
            InsertSql,
            new
            {
                user.Id,
                user.Name,
                NameKey = UserRules.NameKey(user.Name),
                user.Email,
                EmailKey = UserRules.EmailKey(user.Email),
                user.Phone,
                user.IsInstallationAdministrator,
                SecurityStamp = SignIn.SecurityStamp.New(),
                CreatedAt = write.Now,
            });
        await UserSql.ReplaceMembershipsAsync(write, user.Id, user.Memberships);
        await write.AuditAsync(AuditSubject.User, user.Id, 1, "invited", null, UserFacts.Of(user));
        await write.EnqueueAsync(new UserInvited(user.Id));
        return new UserInvitedResult(user.Id, AlreadyExisted: false);
    }

    private static async Task<Result<UserInvitedResult>> AddRolesAsync(WriteTransaction write, User existing, InviteUser request)
    {
        if (existing.IsClosed)
        {
            return Problem.OnField(nameof(UserEntry.Email), UserProblems.Closed, existing.Email);
        }

        if (existing.HasPassword && request.Memberships.Any(given => existing.Memberships.Any(has => has.AuthorityId == given.AuthorityId)))
        {
            return Problem.OnField(nameof(UserEntry.Email), UserProblems.AlreadyMember, existing.Email);
        }

        var after = existing with
        {
            IsInstallationAdministrator = existing.IsInstallationAdministrator || request.IsInstallationAdministrator,
            Memberships = [.. request.Memberships, .. existing.Memberships.ExceptBy(request.Memberships.Select(membership => membership.AuthorityId), membership => membership.AuthorityId)],
        };
        if (await write.ExecuteAsync(AddRolesSql, new { existing.Id, existing.Version, after.IsInstallationAdministrator }) == 0)
        {
            return await write.StaleAsync(AuditSubject.User, existing.Id, existing.Version);
        }

        await UserSql.ReplaceMembershipsAsync(write, existing.Id, after.Memberships);
        await write.AuditAsync(AuditSubject.User, existing.Id, existing.Version + 1, "changed", UserFacts.Of(existing), UserFacts.Of(after));
        if (existing.HasPassword)
        {
            await write.EnqueueAsync(new RolesGiven(existing.Id, [.. request.Memberships.Select(membership => membership.AuthorityId)]));
        }
        else
        {
            await write.EnqueueAsync(new UserInvited(existing.Id));
        }

        return new UserInvitedResult(existing.Id, AlreadyExisted: true);
    }
}
