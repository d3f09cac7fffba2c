using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Authorities.Users;

/// <summary>What the list of users shows, all pages of it, as an Excel file: one row per user and role.</summary>
public sealed record ExportUsers(ListUsers Filter);

public sealed class ExportUsersHandler(Database database, ListUsersHandler list, ListAuthoritiesHandler listAuthorities)
{
    public async Task<Result<ExportedFile>> HandleAsync(Actor actor, ExportUsers request, CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(actor, request.Filter, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        var authorities = (await listAuthorities.HandleAsync(actor, cancellationToken)).ToDictionary(authority => authority.Id, authority => authority.Name);
        var now = database.Clock.GetUtcNow();
        ExcelColumn<(User User, string? Authority, string Role)>[] columns =
        [
            new("Namn", 28, row => row.User.Name),
            new("E-postadress", 34, row => row.User.Email),
            new("Telefon", 18, row => row.User.Phone),
            new("Myndighet", 30, row => row.Authority),
            new("Roll", 36, row => row.Role),
            new("Läge", 14, row => Texts.Name(row.User.StateAt(now))),
            new("Senast inloggad", 18, row => row.User.LastSignInAt is { } at ? SwedishTime.DayAndTime(at) : null),
        ];
        return new ExportedFile(
            $"anvandare-{SwedishTime.Day(SwedishTime.Today(database.Clock))}.xlsx",
            ExcelFile.ContentType,
            ExcelFile.Write("Användare", columns, found.Value.SelectMany(user => Rows(user, authorities))));
    }

    private static IEnumerable<(User User, string? Authority, string Role)> Rows(User user, Dictionary<Guid, string> authorities)
    {
        if (user.IsInstallationAdministrator)
        {
            yield return (user, null, Texts.Field(nameof(User.IsInstallationAdministrator)));
        }

        foreach (var membership in user.Memberships)
        {
            yield return (user, authorities.GetValueOrDefault(membership.AuthorityId), Texts.Name(membership.Role));
        }
    }
}
