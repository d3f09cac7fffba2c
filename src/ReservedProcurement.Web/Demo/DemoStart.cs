using System.Net;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Web.Demo;

/// <summary>
/// The switch <c>--demo</c>: fills an empty database with a fictional municipality and prints an account per role.
/// The passwords are new at every start and the pages are served to this computer alone, so a demonstration never becomes an open door.
/// </summary>
public sealed class DemoStart(ListAuthoritiesHandler authorities, ListUsersHandler users, DemoMunicipality municipality, DemoAccounts accounts)
{
    public const string Switch = "--demo";

    /// <summary>Null when the demonstration is ready, otherwise why it is not.</summary>
    public static async Task<string?> RefusalAsync(WebApplication app)
    {
        var addresses = app.Configuration[WebHostDefaults.ServerUrlsKey] ?? "";
        return IsLoopback(addresses) && !app.Configuration.GetSection("Kestrel:Endpoints").Exists() && string.IsNullOrEmpty(app.Configuration["http_ports"])
            ? await app.Services.GetRequiredService<DemoStart>().PrepareAsync(CancellationToken.None)
            : "Exempelstad visas bara på den här datorn. Ta bort inställningen av adresser, eller ange en som börjar med http://localhost.";
    }

    private async Task<string?> PrepareAsync(CancellationToken cancellationToken)
    {
        var existing = await authorities.HandleAsync(Actor.System, cancellationToken);
        if (existing.Count == 0 && (await users.HandleAsync(Actor.System, new ListUsers(), cancellationToken)).Value.Count == 0)
        {
            await municipality.FillAsync(cancellationToken);
        }
        else if (existing.All(authority => authority.Name != DemoMunicipality.AuthorityName))
        {
            return "Databasen innehåller redan uppgifter. Exempelstad fylls bara i en tom databas: ange en annan mapp med --Data:Path.";
        }

        await Console.Out.WriteLineAsync("\nExempelstad är påhittad. Sidorna visas bara på den här datorn. Logga in som:\n");
        foreach (var (user, password) in await accounts.RenewPasswordsAsync(cancellationToken))
        {
            var role = Texts.Name(user.Memberships.Select(membership => membership.Role).FirstOrDefault());
            await Console.Out.WriteLineAsync($"  {role,-15} {user.Email,-36} {password}");
        }

        await Console.Out.WriteLineAsync();
        return null;
    }

    /// <summary>Whether every address is on this computer.</summary>
    private static bool IsLoopback(string addresses) => addresses
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip))));
}
