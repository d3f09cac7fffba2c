using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.PlainLanguage;

namespace ReservedProcurement.Worker.Commands;

/// <summary>Measures how easy a Word document is to read.</summary>
internal static class LanguageCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        var file = new Argument<FileInfo>("dokument") { Description = "Word-dokumentet eller mallen (.docx)." };
        var asJson = new Option<bool>("--json") { Description = "Skriv mätningen som JSON." };
        var speed = new Option<int>("--ord-per-minut") { HelpName = "antal", Description = "Läshastighet för lästiden.", DefaultValueFactory = _ => new PlainLanguageOptions().WordsPerMinute };
        speed.Validators.Add(option =>
        {
            if (option.Tokens.Count > 0 && (!int.TryParse(option.Tokens[^1].Value, out var words) || words is < 50 or > 600))
            {
                option.AddError("50–600");
            }
        });
        var command = new Command("language", "Mäter hur lätt ett Word-dokument är att läsa.") { file, asJson, speed };
        command.SetAction(async (parsed, _) =>
        {
            var measure = new MeasureFileHandler(Options.Create(new PlainLanguageOptions { WordsPerMinute = parsed.GetValue(speed) }));
            var measured = measure.Handle(TemplatesCommand.Read(parsed.GetRequiredValue(file)));
            if (!measured.Succeeded)
            {
                throw CommandRefusedException.From(measured.Problem);
            }

            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(asJson))
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(measured.Value, Json));
            }
            else
            {
                await WriteAsync(output, measured.Value);
            }

            return CommandLine.Succeeded;
        });
        return command;
    }

    private static async Task WriteAsync(TextWriter output, PlainLanguageCard card)
    {
        var figures = card.Figures;
        foreach (var (name, value) in new (string, string)[]
        {
            ("Sidor", $"{(figures.PagesAreEstimated ? "cirka " : "")}{figures.Pages}"),
            ("Lästid", $"cirka {card.ReadingMinutes} min ({card.WordsPerMinute} ord i minuten)"),
            ("Ord", $"{SwedishNumber.Whole(figures.Words)}, varav {SwedishNumber.Whole(figures.WordsInSentences)} i meningar"),
            ("Långa ord", SwedishNumber.Whole(figures.LongWords)),
            ("Meningar", SwedishNumber.Whole(figures.Sentences)),
            ("LIX", figures is { WholeLix: { } lix, Band: { } band } ? $"{lix} ({Texts.Name(band)})" : "inga meningar"),
            ("Meningslängd", figures.MeanSentence is { } mean ? $"{mean.ToString("0.0", Texts.Swedish)} ord i snitt" : "inga meningar"),
            ($"Över {PlainLanguageRules.LongSentence} ord", Sentences(figures.LongSentences)),
            ("Byråkratiska ord", $"{figures.Officialese}"),
            ("Passiv form", $"{figures.Passives}"),
            ("Krav", $"{figures.MustSentences} ska-krav och {figures.ShouldSentences} bör-krav"),
        })
        {
            await output.WriteLineAsync($"{name,-18}{value}");
        }

        await SectionAsync(output, "Längsta meningarna", card.LongestSentences.Select(sentence => $"{sentence.Words,3} ord  {sentence.Text}"));
        await SectionAsync(output, "Byråkratiska ord och enklare ord", card.Officialese.Select(found => $"{found.Times,3} {(found.Times == 1 ? "gång  " : "gånger")}  {found.Word} → {found.Plain}"));
        await SectionAsync(output, "Passiv form", card.Passives.Select(passive => $"{passive.Words}: {passive.Sentence}"));
        await output.WriteLineAsync();
        await output.WriteLineAsync("LIX är en fingervisning. Det säger inget om hur svåra orden är.");
    }

    private static string Sentences(int number) => $"{number} {(number == 1 ? "mening" : "meningar")}";

    private static async Task SectionAsync(TextWriter output, string heading, IEnumerable<string> rows)
    {
        var all = rows.ToList();
        if (all.Count > 0)
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync($"{heading}:");
            foreach (var row in all)
            {
                await output.WriteLineAsync($"  {row}");
            }
        }
    }
}
