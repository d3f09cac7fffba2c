using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Users;

public sealed record ChangeUser : UserEntry
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
}

/// <summary>
/// Changes a colleague's facts and roles. An administrator of one authority changes the roles there and leaves the person's roles elsewhere as they are.
/// </summary>
public sealed class ChangeUserHandler(Database database, UserEntryValidator validator)
{
    private const string UpdateSql = """
        update Users
        set Name = @Name, NameKey = @NameKey, Email = @Email, EmailKey = @EmailKey, Phone = @Phone,
            IsInstallationAdministrator = @IsInstallationAdministrator, Version = Version + 1
        where Id = @Id and Version = @Version
        """;

    public async Task<Result<int>> HandleAsync(Actor actor, ChangeUser request, CancellationToken cancellationToken)
    {
        if (validator.Problem<UserEntry>(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<int>(
            actor,
            async write =>
            {
                var before = await UserSql.ByIdAsync(write, request.Id);
                if (before is null || !UserRules.Manages(actor, before))
                {
                    return CommonProblems.NoSuchRecord;
                }

                var after = before with
                {
                    Name = request.Name.Trim(),
                    Email = request.Email.Trim(),
                    Phone = PhoneAfter(actor, before, request),
                    IsInstallationAdministrator = request.IsInstallationAdministrator,
                    Memberships = [.. request.Memberships, .. Elsewhere(actor, before, request)],
                };
                if (await RefusalAsync(write, actor, before, after) is { } refusal)
                {
                    return refusal;
                }

                var changed = await write.ExecuteAsync(
                    UpdateSql,
                    new
                    {
                        request.Id,
                        request.Version,
                        after.Name,
                        NameKey = UserRules.NameKey(after.Name),
                        after.Email,
                        EmailKey = UserRules.EmailKey(after.Email),
                        after.Phone,
                        after.IsInstallationAdministrator,
                    });
                if (changed == 0)
                {
                    return await write.StaleAsync(AuditSubject.User, request.Id, request.Version);
                }

                await UserSql.ReplaceMembershipsAsync(write, request.Id, after.Memberships);
                return await write.AuditAsync(AuditSubject.User, request.Id, request.Version + 1, "changed", UserFacts.Of(before), UserFacts.Of(after));
            },
            cancellationToken,
            onDuplicate: UserProblems.EmailIsTaken(request.Email));
    }

    /// <summary>One who is not shown the number does not take it away by leaving it out.</summary>
    private static string? PhoneAfter(Actor actor, User before, ChangeUser request) =>
        AuthorityRules.Trimmed(request.Phone) ?? (UserRules.ManagesWholly(actor, before) ? null : before.Phone);

    private static IEnumerable<Membership> Elsewhere(Actor actor, User before, ChangeUser request) => before.Memberships
        .Where(membership => !actor.May(Permission.Administer, membership.AuthorityId))
        .ExceptBy(request.Memberships.Select(membership => membership.AuthorityId), membership => membership.AuthorityId);

    private static async Task<Problem?> RefusalAsync(WriteTransaction write, Actor actor, User before, User after)
    {
        var given = after.Memberships.Except(before.Memberships).Concat(before.Memberships.Except(after.Memberships));
        if (before.IsInstallationAdministrator != after.IsInstallationAdministrator && !actor.MayAdministerInstallation
            || given.Any(membership => !actor.May(Permission.Administer, membership.AuthorityId)))
        {
            return CommonProblems.NotAllowed;
        }

        var factsChanged = (before.Name, before.Email, before.Phone) != (after.Name, after.Email, after.Phone);
        if (factsChanged && !UserRules.ManagesWholly(actor, before))
        {
            return Problem.Of(UserProblems.SharedWithOthers, ProblemKind.Refused);
        }

        if (!await UserSql.AllExistAsync(write, [.. after.Memberships.Select(membership => membership.AuthorityId)]))
        {
            return Problem.OnField(nameof(UserEntry.Memberships), UserProblems.UnknownAuthority);
        }

        if (!after.IsInstallationAdministrator && await UserSql.IsLastAdministratorAsync(write, before))
        {
            return UserProblems.LastAdministratorMustRemain;
        }

        var emailKey = UserRules.EmailKey(after.Email);
        return emailKey != UserRules.EmailKey(before.Email) && await UserSql.ByEmailAsync(write, emailKey) is not null
            ? UserProblems.EmailIsTaken(after.Email)
            : null;
    }
}
