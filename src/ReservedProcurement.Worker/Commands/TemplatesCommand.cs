using System.CommandLine;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Language;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Worker.Commands;

/// <summary>For those who write Word templates: see, check and try a template without the web pages.</summary>
internal static class TemplatesCommand
{
    public static Command Create() =>
        new("templates", "Visar, kontrollerar och provar Word-mallar.") { Fields(), Check(), Fill(), LanguageCommand.Create() };

    private static Command Fields()
    {
        var file = TemplateFile();
        var command = new Command("fields", "Visar vilka fält en mall använder.") { file };
        command.SetAction((parsed, _) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            foreach (var field in WordTemplate.Compile(Read(parsed.GetRequiredValue(file))).Fields)
            {
                output.WriteLine(Describe(field));
            }

            return Task.FromResult(CommandLine.Succeeded);
        });
        return command;
    }

    private static Command Check()
    {
        var file = TemplateFile();
        var command = new Command("check", "Kontrollerar att en mall är hel och bara använder fält som finns.") { file };
        command.SetAction(async (parsed, _) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var source = parsed.GetRequiredValue(file);
            var content = Read(source);
            var template = WordTemplate.TryCompile(content, DocumentFields.Schema, out var faults);
            foreach (var fault in faults)
            {
                await output.WriteLineAsync(fault.Message);
            }

            foreach (var note in template?.Notes ?? [])
            {
                await output.WriteLineAsync($"Obs: {note.Message}");
            }

            foreach (var warning in template is null ? [] : Warnings(source, content))
            {
                await output.WriteLineAsync($"Obs: {Texts.Name(warning.Code)}{(warning.Items.Count == 0 ? "" : $" {string.Join(", ", warning.Items.Select(item => item.Name))}")}");
            }

            await output.WriteLineAsync(faults.Count == 0 ? "Mallen är utan fel." : $"Antal fel: {faults.Count}.");
            return faults.Count == 0 ? CommandLine.Succeeded : CommandLine.Refused;
        });
        return command;
    }

    /// <summary>A file that is named as a shipped template is held against it, as when it is uploaded.</summary>
    private static IReadOnlyList<TemplateWarning> Warnings(FileInfo file, byte[] content) =>
        ShippedTemplates.Find(Path.GetFileNameWithoutExtension(file.Name)) is { } shipped
            ? TemplateRules.Check(content, CheckedTemplate.Of(content), shipped, CheckedTemplate.Of(shipped.File)).Warnings
            : [];

    private static Command Fill()
    {
        var file = TemplateFile();
        var data = new Option<FileInfo>("--data") { HelpName = "fil", Description = "JSON-fil med värden. Namnen är fältens namn. Belopp skrivs som tal i kronor.", Required = true };
        var target = new Option<FileInfo>("--out") { HelpName = "fil", Description = "Dokumentet som skrivs. En fil med samma namn ersätts.", Required = true };
        var blank = new Option<bool>("--blank") { Description = "Lämna fält utan värde tomma. Annars skrivs inget dokument när värden saknas." };
        var command = new Command("fill", "Fyller en mall med värden ur en JSON-fil.") { file, data, target, blank };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var source = parsed.GetRequiredValue(file);
            var document = parsed.GetRequiredValue(target);
            if (document.FullName == source.FullName)
            {
                throw new CommandRefusedException("Dokumentet kan inte skrivas över mallen. Välj ett annat namn för --out.");
            }

            var template = WordTemplate.Compile(Read(source));
            var model = TemplateData.Parse(Read(parsed.GetRequiredValue(data)), template.Fields);
            using var filled = new MemoryStream();
            var report = template.Fill(model, filled, new FillOptions { Missing = parsed.GetValue(blank) ? MissingValuePolicy.Blank : MissingValuePolicy.Refuse });

            // Under another name first: a full disk must not leave half a document where a whole one was.
            var unfinished = $"{document.FullName}.{Path.GetRandomFileName()}";
            await File.WriteAllBytesAsync(unfinished, filled.ToArray(), cancellationToken);
            File.Move(unfinished, document.FullName, overwrite: true);
            foreach (var note in report.Notes)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"Obs: {note.Message}");
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Dokumentet är skrivet till {document.FullName}.");
            return CommandLine.Succeeded;
        });
        return command;
    }

    private static Argument<FileInfo> TemplateFile() => new("mall") { Description = "Word-mallen (.docx eller .dotx)." };

    internal static byte[] Read(FileInfo file) => file.Exists
        ? File.ReadAllBytes(file.FullName)
        : throw new CommandRefusedException($"Filen {file.FullName} finns inte.");

    private static string Describe(TemplateField field)
    {
        var written = field.Kind switch
        {
            TemplateFieldKind.Section => $"#{field.Path}",
            TemplateFieldKind.EmptySection => $"^{field.Path}",
            _ => field.Format is null ? field.Path : $"{field.Path}|{field.Format}",
        };
        var within = field.Sections.Count == 0 ? "" : $"  (i {string.Join(" > ", field.Sections)})";
        return $"{written}{within}";
    }
}
