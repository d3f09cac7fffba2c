using ReservedProcurement.Core.Authorities.SignIn;

namespace ReservedProcurement.Web;

/// <summary>On an installation without users: makes the first administrator and shows the one-time password, once, to whoever started the program.</summary>
public sealed class FirstStart(CreateFirstAdministratorHandler create) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await create.HandleAsync(cancellationToken) is { } administrator)
        {
            await Console.Out.WriteLineAsync($"""

                Det finns inga användare än. Logga in som första administratör:
                  E-postadress  {administrator.Email}
                  Lösenord      {administrator.Password}
                Lösenordet visas bara nu. Byt det på sidan Ditt konto.

                """);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
