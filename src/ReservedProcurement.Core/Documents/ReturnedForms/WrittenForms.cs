using ReservedProcurement.Core.Persistence;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>A written document that a returned file was made from.</summary>
internal sealed record RecognisedForm(GeneratedDocument Document, byte[] Content, bool IsFoundByLikeness);

/// <summary>The written documents of one procurement, to tell which of them a returned file was made from.</summary>
internal sealed class WrittenForms(Database database, IReadOnlyList<GeneratedDocument> documents)
{
    private const string IdProperty = "Dokument-id";
    private const int MostCompared = 30;
    private const double Alike = 0.6;

    private const string ContentSql = "select Content from GeneratedDocuments where Id = @Id and ProcurementId = @ProcurementId";

    private static readonly string[] FormKeys = [ShippedTemplates.TenderForm.Key, ShippedTemplates.ReservationDeclaration.Key, ShippedTemplates.ProcurementDocument.Key];

    private readonly Dictionary<Guid, byte[]> _contents = [];
    private readonly Dictionary<Guid, HashSet<string>> _names = [];

    public static bool IsForm(GeneratedDocument document) => FormKeys.Contains(document.TemplateKey);

    /// <summary>The number that the document had when it was written; null when the file has lost it.</summary>
    public static Guid? IdOf(FormAnswers answers) =>
        answers.Properties.TryGetValue(IdProperty, out var text) && Guid.TryParse(text, out var id) ? id : null;

    /// <summary>The document with this number, of any pack of the procurement.</summary>
    public async Task<RecognisedForm?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        documents.FirstOrDefault(document => document.Id == id) is { } found
            ? new RecognisedForm(found, await ContentAsync(found, cancellationToken), IsFoundByLikeness: false)
            : null;

    /// <summary>
    /// The form whose questions are most like the file's, the newest of equals; null when none is like enough. A file that has lost the names
    /// of its controls too is compared by where they stand.
    /// </summary>
    public async Task<RecognisedForm?> MostLikeAsync(byte[] file, FormAnswers answers, CancellationToken cancellationToken)
    {
        (GeneratedDocument Document, double Likeness)? best = null;
        foreach (var document in Different())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var asked = await NamesAsync(document, cancellationToken);
            var named = answers.All.Count > 0 ? answers : FormReader.Read(file, await ContentAsync(document, cancellationToken));
            var likeness = Likeness(asked, [.. named.All.Select(answer => answer.Name)]);
            if (likeness >= Alike && likeness > (best?.Likeness ?? 0))
            {
                best = (document, likeness);
            }
        }

        return best is { } found ? new RecognisedForm(found.Document, await ContentAsync(found.Document, cancellationToken), IsFoundByLikeness: true) : null;
    }

    /// <summary>The newest of those that ask the same: same template, same state of the procurement.</summary>
    private IEnumerable<GeneratedDocument> Different() => documents
        .Where(IsForm)
        .OrderByDescending(document => document.CreatedAt)
        .DistinctBy(document => (document.TemplateKey, document.TemplateSha256, document.ProcurementVersion))
        .Take(MostCompared);

    private async Task<HashSet<string>> NamesAsync(GeneratedDocument document, CancellationToken cancellationToken)
    {
        if (!_names.TryGetValue(document.Id, out var names))
        {
            var blank = FormReader.Read(await ContentAsync(document, cancellationToken));
            names = blank.All.Select(answer => answer.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            _names.Add(document.Id, names);
        }

        return names;
    }

    private async Task<byte[]> ContentAsync(GeneratedDocument document, CancellationToken cancellationToken)
    {
        if (!_contents.TryGetValue(document.Id, out var content))
        {
            var row = await database.ReadAsync(session => session.SingleOrDefaultAsync<ContentRow>(ContentSql, new { document.Id, document.ProcurementId }), cancellationToken);
            content = row!.Content;
            _contents.Add(document.Id, content);
        }

        return content;
    }

    /// <summary>How many of the questions that either has both have.</summary>
    private static double Likeness(HashSet<string> asked, HashSet<string> given)
    {
        var both = given.Count(asked.Contains);
        var either = asked.Count + given.Count - both;
        return either == 0 ? 0 : (double)both / either;
    }

    private sealed record ContentRow
    {
        public required byte[] Content { get; init; }
    }
}
