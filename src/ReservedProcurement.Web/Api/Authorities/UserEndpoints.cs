using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Authorities;

/// <summary>What is sent to invite or change a user.</summary>
public sealed record UserRequest
{
    public required string Name { get; init; }
    public required string Email { get; init; }
    public string? Phone { get; init; }
    public bool IsInstallationAdministrator { get; init; }
    public IReadOnlyList<Membership> Memberships { get; init; } = [];
}

public sealed record CloseUserRequest(bool IsClosed);

public static class UserEndpoints
{
    public static void MapUsers(this RouteGroupBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("Användare").RequireAuthorization(Policies.Administer);
        users.MapGet("", ListAsync).WithSummary("Lista användare").WithDescription("Användare i de myndigheter som nyckeln administrerar. Med text söks i namn och e-postadress.").Produces<PagedResponse<User>>();
        users.MapGet("/{id:guid}", GetAsync).WithSummary("Visa en användare").Produces<User>();
        users.MapPost("", InviteAsync).WithSummary("Bjud in en användare").WithDescription("Personen får ett mejl med en personlig länk för att välja lösenord. Den som redan har ett konto får de nya rollerna på det.").Produces<UserInvitedResult>(StatusCodes.Status201Created);
        users.MapPut("/{id:guid}", ChangeAsync).WithSummary("Ändra en användares uppgifter och roller").Produces(StatusCodes.Status204NoContent);
        users.MapPut("/{id:guid}/closed", CloseAsync).WithSummary("Stäng eller öppna ett konto").Produces(StatusCodes.Status204NoContent);
        users.MapPost("/{id:guid}/invitation", ResendAsync).WithSummary("Skicka inbjudan igen").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync([AsParameters] PageQuery paging, string? text, ListUsersHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        paging.Problem() is { } problem
            ? ApiProblem.Of(problem, context)
            : (await handler.HandleAsync(context.Actor(), new ListUsers(text), cancellationToken)).ToHttp(users => TypedResults.Ok(paging.Take(users)));

    private static async Task<IResult> GetAsync(Guid id, GetUserHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(user => ApiResults.Ok(user, user.Version));

    private static async Task<IResult> InviteAsync(UserRequest request, InviteUserHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var invitation = new InviteUser
        {
            Name = request.Name,
            Email = request.Email,
            Phone = request.Phone,
            IsInstallationAdministrator = request.IsInstallationAdministrator,
            Memberships = request.Memberships,
        };
        return (await handler.HandleAsync(context.Actor(), invitation, cancellationToken))
            .ToHttp(invited => TypedResults.Created($"{ApiEndpoints.Root}/users/{invited.Id}", invited));
    }

    private static async Task<IResult> ChangeAsync(Guid id, IfMatch ifMatch, UserRequest request, ChangeUserHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var change = new ChangeUser
        {
            Id = id,
            Version = ifMatch.Version,
            Name = request.Name,
            Email = request.Email,
            Phone = request.Phone,
            IsInstallationAdministrator = request.IsInstallationAdministrator,
            Memberships = request.Memberships,
        };
        return (await handler.HandleAsync(context.Actor(), change, cancellationToken)).ToHttp(ApiResults.Saved);
    }

    private static async Task<IResult> CloseAsync(Guid id, IfMatch ifMatch, CloseUserRequest request, CloseUserHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new CloseUser(id, ifMatch.Version, request.IsClosed), cancellationToken)).ToHttp(ApiResults.Saved);

    private static async Task<IResult> ResendAsync(Guid id, ResendInvitationHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();
}
