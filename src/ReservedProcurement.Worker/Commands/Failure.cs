using System.Data.Common;
using System.Text.Json;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Worker.Commands;

/// <summary>A command was refused; the message is the Swedish sentence to show.</summary>
internal sealed class CommandRefusedException(string sentence) : Exception(sentence)
{
    public static CommandRefusedException From(Problem problem) => new(problem.Fields.Count == 0
        ? Texts.Sentence(problem)
        : string.Join(" ", problem.Fields.Select(Texts.Sentence)));
}

/// <summary>What went wrong, as one Swedish sentence and never a stack trace.</summary>
internal static class Failure
{
    public static string Sentence(Exception exception) => exception switch
    {
        _ when StartFailure.Sentence(exception) is { } sentence => sentence,
        CommandRefusedException => exception.Message,
        WordTemplateException template => template.Message,
        AggregateException { InnerExceptions: [var inner, ..] } => Sentence(inner),
        OperationCanceledException => "Avbröts innan det var klart.",
        FileNotFoundException { FileName: { } file } => $"Filen {file} finns inte.",
        DirectoryNotFoundException or FileNotFoundException => "Filen eller mappen finns inte.",
        UnauthorizedAccessException => "Filen går inte att läsa eller skriva. Kontrollera att kontot har behörighet till den.",
        InvalidDataException { InnerException: FormatException or JsonException } => "Inställningsfilen är inte giltig JSON.",
        IOException => "Filen går inte att läsa eller skriva. Kontrollera sökvägen, att det finns plats på disken och att inget annat program låser filen.",
        DbException => $"Databasen svarade med ett fel ({exception.GetType().Name}). Kontrollera att den är igång och uppdaterad med kommandot migrate.",
        _ => $"Ett oväntat fel inträffade ({exception.GetType().Name}).",
    };
}
