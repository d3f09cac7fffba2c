using System.CommandLine;
using System.CommandLine.Parsing;
using ReservedProcurement.Core.Authorities;

namespace ReservedProcurement.Worker.Commands;

/// <summary>What is wrong with how a command was written, as one Swedish sentence.</summary>
internal static class UsageFault
{
    public static string Sentence(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return $"{Fault(parsed, command)} Kör med --help för att se hur kommandot skrivs.";
    }

    private static string Fault(ParseResult parsed, Command command)
    {
        if (parsed.UnmatchedTokens.Count > 0)
        {
            return command.Subcommands.Count > 0
                ? $"Kommandot \"{parsed.UnmatchedTokens[0]}\" finns inte. Välj bland {Choices(command)}."
                : $"\"{parsed.UnmatchedTokens[0]}\" hör inte hemma i kommandot {command.Name}.";
        }

        if (command.Subcommands.Count > 0)
        {
            return $"Ange ett kommando: {Choices(command)}.";
        }

        return parsed.Errors[0].SymbolResult switch
        {
            OptionResult { IdentifierToken: null } => Missing(parsed, command),
            OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name} måste följas av ett värde.",
            OptionResult { Option: Option<Role> } => parsed.Errors[0].Message,
            OptionResult option => $"\"{option.Tokens[^1].Value}\" går inte att använda som värde för {option.Option.Name}.",
            ArgumentResult { Tokens.Count: > 0 } argument => $"\"{argument.Tokens[^1].Value}\" går inte att använda.",
            _ => Missing(parsed, command),
        };
    }

    private static string Missing(ParseResult parsed, Command command)
    {
        // The library's own sentences are in English; what it found is told anew here.
        var missing = command.Arguments.Where(argument => parsed.GetResult(argument) is null or { Tokens.Count: 0 }).Select(argument => $"<{argument.HelpName ?? argument.Name}>")
            .Concat(command.Options.Where(option => option.Required && parsed.GetResult(option) is null or { Implicit: true, Option.Required: true }).Select(option => option.Name))
            .ToArray();
        return missing.Length == 0 ? $"Kommandot {command.Name} är felskrivet." : $"{string.Join(" och ", missing)} måste anges.";
    }

    private static string Choices(Command command) => string.Join(", ", command.Subcommands.Select(sub => sub.Name));
}
