using System.CommandLine;
using System.CommandLine.Invocation;

namespace ReservedProcurement.Worker.Commands;

/// <summary>Help in Swedish; the library's own has no Swedish words.</summary>
internal sealed class SwedishHelp : SynchronousCommandLineAction
{
    private const string Program = "ReservedProcurement.Worker";
    private const int Gap = 3;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        var options = Options(command);

        Section(output, "Beskrivning", [(command.Description ?? "", "")]);
        Section(output, "Användning", [(Usage(command, options), "")]);
        Section(output, "Kommandon", [.. command.Subcommands.Select(sub => (sub.Name, sub.Description ?? ""))]);
        Section(output, "Argument", [.. command.Arguments.Select(argument => (Placeholder(argument.HelpName, argument.Name), argument.Description ?? ""))]);
        Section(output, "Väljare", [.. options.Select(option => (Names(option), Description(option)))]);
        return CommandLine.Succeeded;
    }

    private static Option[] Options(Command command) =>
    [
        .. command.Options,
        .. Ancestors(command).SelectMany(ancestor => ancestor.Options).Where(option => option.Recursive),
    ];

    private static IEnumerable<Command> Ancestors(Command command)
    {
        for (var parent = command.Parents.OfType<Command>().FirstOrDefault(); parent is not null; parent = parent.Parents.OfType<Command>().FirstOrDefault())
        {
            yield return parent;
        }
    }

    private static string Usage(Command command, Option[] options)
    {
        List<string> words = [Program, .. Ancestors(command).Reverse().Append(command).Where(named => named is not RootCommand).Select(named => named.Name)];
        if (command.Subcommands.Count > 0)
        {
            words.Add("<kommando>");
        }

        words.AddRange(command.Arguments.Select(argument => Placeholder(argument.HelpName, argument.Name)));
        words.AddRange(options.Where(option => option.Required).Select(option => $"{option.Name} {Placeholder(option.HelpName, option.Name)}"));
        words.Add("[väljare]");
        return string.Join(' ', words);
    }

    private static string Names(Option option)
    {
        var names = string.Join(", ", option.Aliases.Prepend(option.Name).Distinct().Where(name => name is not ("/h" or "-?" or "/?")).OrderBy(name => name.Length));
        return option.HelpName is null ? names : $"{names} {Placeholder(option.HelpName, option.Name)}";
    }

    private static string Description(Option option) => option.Required ? $"{option.Description} Måste anges." : option.Description ?? "";

    private static string Placeholder(string? helpName, string name) => $"<{helpName ?? name.TrimStart('-')}>";

    private static void Section(TextWriter output, string heading, IReadOnlyList<(string Name, string Description)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        output.WriteLine($"{heading}:");
        var width = rows.Max(row => row.Name.Length) + Gap;
        foreach (var (name, description) in rows)
        {
            output.WriteLine($"  {name.PadRight(width)}{description}".TrimEnd());
        }

        output.WriteLine();
    }
}
