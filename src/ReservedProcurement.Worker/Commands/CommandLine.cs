using System.CommandLine;
using System.CommandLine.Help;

namespace ReservedProcurement.Worker.Commands;

/// <summary>What an administrator runs in a terminal. Exit code 0: done; 1: refused, or faults were found; 2: the command was written wrongly.</summary>
public static class CommandLine
{
    public const int Succeeded = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not SwedishHelp)
        {
            await error.WriteLineAsync(UsageFault.Sentence(parsed));
            return WrongUsage;
        }

        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            await error.WriteLineAsync(Failure.Sentence(exception));
            return Refused;
        }
    }

    internal static RootCommand Root()
    {
        var root = new RootCommand("Kör jobb och administrerar en installation av Reserverad upphandling.")
        {
            MigrateCommand.Create(),
            RunCommand.Create(),
            TemplatesCommand.Create(),
            TokensCommand.Create(),
        };
        root.Options.Add(Installation.SettingsOption);
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Description = "Visa hjälp.";
                    help.Action = new SwedishHelp();
                    break;
                case VersionOption version:
                    version.Description = "Visa programmets version.";
                    break;
            }
        }

        return root;
    }
}
