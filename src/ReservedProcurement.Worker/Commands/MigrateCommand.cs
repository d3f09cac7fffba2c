using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Worker.Commands;

/// <summary>Brings the database up to date.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Skapar databasens tabeller eller uppdaterar dem till programmets version.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = Installation.Services(parsed);
            var ran = services.GetRequiredService<Migrator>().Migrate();
            var output = parsed.InvocationConfiguration.Output;
            foreach (var script in ran)
            {
                await output.WriteLineAsync(script.AsMemory(), cancellationToken);
            }

            await output.WriteLineAsync(ran.Count == 0 ? "Databasen var redan uppdaterad." : $"Databasen är uppdaterad. Antal skript som kördes: {ran.Count}.");
            return CommandLine.Succeeded;
        });
        return command;
    }
}
