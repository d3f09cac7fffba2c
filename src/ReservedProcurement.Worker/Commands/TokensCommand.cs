using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.AccessTokens;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Worker.Commands;

/// <summary>Access tokens for programs that use the API.</summary>
internal static class TokensCommand
{
    private const int UsualDays = 90;

    private static readonly string RoleNames = string.Join(", ", Enum.GetValues<Role>().Select(role => Texts.Name(role).ToLower(Texts.Swedish)));

    public static Command Create()
    {
        var user = new Option<string>("--user") { HelpName = "e-post", Description = "E-postadressen till den användare som nyckeln ska tillhöra.", Required = true };
        var role = new Option<Role>("--role")
        {
            HelpName = "roll",
            Description = $"Det mesta som nyckeln får göra: {RoleNames}.",
            Required = true,
            CustomParser = result =>
            {
                if (FindRole(result.Tokens[0].Value) is { } found)
                {
                    return found;
                }

                result.AddError($"Rollen \"{result.Tokens[0].Value}\" finns inte. Välj bland {RoleNames}.");
                return default;
            },
        };
        var days = new Option<int>("--days") { HelpName = "dagar", Description = $"Hur länge nyckeln gäller, högst 366 dagar. {UsualDays} om inget anges.", DefaultValueFactory = _ => UsualDays };
        var name = new Option<string>("--name") { HelpName = "namn", Description = "Vad nyckeln ska användas till. Visas i listan över nycklar.", DefaultValueFactory = _ => "Skapad från kommandoraden" };

        var create = new Command("create", "Skapar en åtkomstnyckel till API:et och skriver ut den. Nyckeln visas bara den här gången.") { user, role, days, name };
        create.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = Installation.ExistingServices(parsed);
            var owner = await FindUserAsync(services, parsed.GetRequiredValue(user), cancellationToken);
            var created = await services.GetRequiredService<CreateAccessTokenHandler>().HandleAsync(
                Actor.System,
                new CreateAccessToken(owner.Id, parsed.GetValue(name)!, parsed.GetValue(role), parsed.GetValue(days)),
                cancellationToken);
            var token = Value(created);

            // Only the token itself goes to the output, so that a script can keep it.
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"Nyckeln gäller till {SwedishTime.DayAndTime(token.ExpiresAt)}. Spara den nu, den visas inte igen.");
            await parsed.InvocationConfiguration.Output.WriteLineAsync(token.Secret.AsMemory(), cancellationToken);
            return CommandLine.Succeeded;
        });

        return new Command("tokens", "Åtkomstnycklar för program som använder API:et.") { create };
    }

    private static async Task<User> FindUserAsync(ServiceProvider services, string email, CancellationToken cancellationToken)
    {
        var users = Value(await services.GetRequiredService<ListUsersHandler>().HandleAsync(Actor.System, new ListUsers(email), cancellationToken));
        return users.FirstOrDefault(user => string.Equals(user.Email, email.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandRefusedException($"Det finns ingen användare med e-postadressen {email}.");
    }

    /// <summary>By its Swedish name or its name in the API.</summary>
    private static Role? FindRole(string text) => Enum.GetValues<Role>()
        .Where(role => string.Equals(text, role.ToString(), StringComparison.OrdinalIgnoreCase) || string.Equals(text, Texts.Name(role), StringComparison.OrdinalIgnoreCase))
        .Select(role => (Role?)role)
        .FirstOrDefault();

    private static T Value<T>(Result<T> result) => result.Succeeded ? result.Value : throw CommandRefusedException.From(result.Problem);
}
