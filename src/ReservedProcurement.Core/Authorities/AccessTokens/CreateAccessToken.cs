using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.AccessTokens;

/// <param name="UserId">Whose token. Other than one's own only by the system's own command line.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Role">The most it may do.</param>
/// <param name="Days">How long it works, at most 366.</param>
public sealed record CreateAccessToken(Guid UserId, string Name, Role Role, int Days = 90);

/// <param name="Id">The token's id.</param>
/// <param name="Secret">The token. Shown this once.</param>
/// <param name="ExpiresAt">When it stops working.</param>
public sealed record AccessTokenCreated(Guid Id, string Secret, DateTimeOffset ExpiresAt);

public sealed class CreateAccessTokenHandler(Database database, CreateAccessTokenHandler.Validator validator)
{
    private const string InsertSql = """
        insert into AccessTokens (Id, UserId, Name, Role, Hash, Hint, CreatedAt, ExpiresAt)
        values (@Id, @UserId, @Name, @Role, @Hash, @Hint, @CreatedAt, @ExpiresAt)
        """;

    public async Task<Result<AccessTokenCreated>> HandleAsync(Actor actor, CreateAccessToken request, CancellationToken cancellationToken)
    {
        // A token cannot make another token: one that leaked must not be able to outlive its own end.
        if (actor.Via == "api" || (actor.UserId != request.UserId && actor != Actor.System))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<AccessTokenCreated>(
            actor,
            async write =>
            {
                var user = await UserSql.ByIdAsync(write, request.UserId);
                if (user is null or { IsClosed: true })
                {
                    return CommonProblems.NoSuchRecord;
                }

                if (!MayHave(user, request.Role))
                {
                    return Problem.OnField(nameof(request.Role), AccessTokenProblems.RoleNotHeld);
                }

                var id = write.NewId();
                var secret = AccessTokenSecret.New();
                var expiresAt = write.Now.AddDays(request.Days);
                await write.ExecuteAsync(
                    InsertSql,
                    new
                    {
                        Id = id,
                        request.UserId,
                        Name = request.Name.Trim(),
                        Role = request.Role.ToString(),
                        Hash = AccessTokenSecret.Hash(secret),
                        Hint = AccessTokenSecret.Hint(secret),
                        CreatedAt = write.Now,
                        ExpiresAt = expiresAt,
                    });
                await write.AuditAsync(AuditSubject.AccessToken, id, 1, "created", null, new { request.Name, request.Role, ExpiresAt = expiresAt });
                return new AccessTokenCreated(id, secret, expiresAt);
            },
            cancellationToken);
    }

    private static bool MayHave(User user, Role role) =>
        role == Role.Reader || user.IsInstallationAdministrator || user.Memberships.Any(membership => membership.Role == role || membership.Role == Role.Administrator);

    public sealed class Validator : AbstractValidator<CreateAccessToken>
    {
        public Validator()
        {
            RuleFor(request => request.Name).NotEmpty().SingleLine(200);
            RuleFor(request => request.Role).IsInEnum();
            RuleFor(request => request.Days).InclusiveBetween(1, 366);
        }
    }
}

public static class AccessTokenProblems
{
    public const string RoleNotHeld = "token.role-not-held";
}
