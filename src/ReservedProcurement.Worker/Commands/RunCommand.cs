using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Worker.Commands;

/// <summary>Does the jobs until the process is asked to stop.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Kör jobben: skickar och hämtar e-post och städar. Fortsätter tills processen stoppas, till exempel med Ctrl+C.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = Installation.Settings(parsed);
            var builder = Host.CreateApplicationBuilder();
            builder.Configuration.AddConfiguration(settings);

            // That new keys lie unencrypted without a certificate is a choice, described with the settings.
            builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
            builder.Services.AddCore(builder.Configuration);
            builder.Services.AddWorker(builder.Configuration);
            using var host = builder.Build();

            // Before the host starts: what fails inside it is logged with a stack trace.
            host.Services.GetService<IStartupValidator>()?.Validate();
            host.Services.GetRequiredService<Migrator>().PrepareForStart();
            await host.RunAsync(cancellationToken);
            return CommandLine.Succeeded;
        });
        return command;
    }
}
