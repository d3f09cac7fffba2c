using System.Security.Cryptography;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.PlainLanguage.Comparing;

public sealed record FileToCompare(string Name, byte[] Content);

/// <summary>Measures ordinary documents of the municipality and keeps their figures beside a procurement, all or none of them.</summary>
public sealed record AddComparedDocuments(Guid ProcurementId, IReadOnlyList<FileToCompare> Files)
{
    public const int MostAtOnce = 10;
    public const int MostPerProcurement = 30;
}

public sealed class AddComparedDocumentsHandler(Database database, MeasureFileHandler measure)
{
    private const int WordsKept = 20;

    private const string KeptSql = "select Sha256 from ComparedDocuments where ProcurementId = @ProcurementId";

    private const string InsertSql = """
        insert into ComparedDocuments (Id, ProcurementId, FileName, Size, Sha256, Words, WordsInSentences, Sentences, LongWords, LongSentences, Officialese, Passives,
            MustSentences, ShouldSentences, Pages, PagesAreEstimated, Shown, AddedAt, AddedByName)
        values (@Id, @ProcurementId, @FileName, @Size, @Sha256, @Words, @WordsInSentences, @Sentences, @LongWords, @LongSentences, @Officialese, @Passives,
            @MustSentences, @ShouldSentences, @Pages, @PagesAreEstimated, @Shown, @AddedAt, @AddedByName)
        """;

    public async Task<Result<IReadOnlyList<ComparedDocument>>> HandleAsync(Actor actor, AddComparedDocuments request, CancellationToken cancellationToken)
    {
        // Reading a file takes time, so it is done only for those who may add it, and outside the transaction.
        var allowed = await database.ReadAsync(session => LoadProcurement.ToEditAsync(session, actor, request.ProcurementId), cancellationToken);
        if (!allowed.Succeeded)
        {
            return allowed.Problem;
        }

        var measured = Measure(request.Files, cancellationToken);
        return measured.Succeeded
            ? await database.WriteAsync<IReadOnlyList<ComparedDocument>>(
                actor,
                write => KeepAsync(write, request.ProcurementId, measured.Value),
                cancellationToken,
                onDuplicate: PlainLanguageProblems.Of(PlainLanguageProblems.OnFiles(PlainLanguageProblems.ComparedTwice, measured.Value[0].FileName)))
            : measured.Problem;
    }

    private Result<List<Measured>> Measure(IReadOnlyList<FileToCompare> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            return PlainLanguageProblems.Of(PlainLanguageProblems.OnFiles(PlainLanguageProblems.NoFileChosen));
        }

        if (files.Count > AddComparedDocuments.MostAtOnce)
        {
            return PlainLanguageProblems.Of(PlainLanguageProblems.OnFiles(PlainLanguageProblems.TooManyAtOnce, AddComparedDocuments.MostAtOnce));
        }

        List<Measured> measured = [];
        List<FieldProblem> refused = [];
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = SentFileName.Tidy(file.Name);
            if (PersonalNumbers.OccurIn(name))
            {
                refused.Add(PlainLanguageProblems.OnFiles(PlainLanguageProblems.PersonalNumberInFileName));
                continue;
            }

            if (file.Content.Length > MeasureFileHandler.LargestFile)
            {
                refused.Add(PlainLanguageProblems.OnFiles(PlainLanguageProblems.ComparedTooLarge, name, SwedishNumber.Size(file.Content.Length), SwedishNumber.Size(MeasureFileHandler.LargestFile)));
                continue;
            }

            var card = measure.Handle(file.Content);
            if (card.Succeeded)
            {
                measured.Add(new Measured(name, file.Content.Length, Convert.ToHexStringLower(SHA256.HashData(file.Content)), card.Value));
            }
            else
            {
                refused.Add(PlainLanguageProblems.CannotCompare(name, Reason(card.Problem.Fields[0])));
            }
        }

        return refused.Count == 0 ? measured : PlainLanguageProblems.Of([.. refused]);
    }

    private static async Task<Result<IReadOnlyList<ComparedDocument>>> KeepAsync(WriteTransaction write, Guid procurementId, List<Measured> files)
    {
        var procurement = await LoadProcurement.ToEditAsync(write, write.Actor, procurementId);
        if (!procurement.Succeeded)
        {
            return procurement.Problem;
        }

        var kept = (await write.QueryAsync<string>(KeptSql, new { ProcurementId = procurementId })).ToHashSet(StringComparer.Ordinal);
        if (kept.Count + files.Count > AddComparedDocuments.MostPerProcurement)
        {
            return PlainLanguageProblems.Of(PlainLanguageProblems.OnFiles(PlainLanguageProblems.TooManyCompared, AddComparedDocuments.MostPerProcurement));
        }

        if (files.FirstOrDefault(file => !kept.Add(file.Sha256)) is { } twice)
        {
            return PlainLanguageProblems.Of(PlainLanguageProblems.OnFiles(PlainLanguageProblems.ComparedTwice, twice.FileName));
        }

        List<ComparedDocument> documents = [];
        foreach (var file in files)
        {
            var document = file.ToDocument(write, procurementId);
            await write.ExecuteAsync(InsertSql, ComparedDocumentRow.Of(document));
            documents.Add(document);
        }

        await write.AuditAsync(
            AuditSubject.Procurement,
            procurementId,
            procurement.Value.Version,
            "comparison-added",
            null,
            new { ComparedDocuments = string.Join(", ", documents.Select(document => document.FileName)) });
        return documents;
    }

    /// <summary>The sentence that says why, without the field's name before it.</summary>
    private static string Reason(FieldProblem problem) =>
        problem.Code == PlainLanguageProblems.NotReadable ? (string)problem.Arguments[0]! : Texts.Sentence(problem);

    private sealed record Measured(string FileName, int Size, string Sha256, PlainLanguageCard Card)
    {
        public ComparedDocument ToDocument(WriteTransaction write, Guid procurementId) => new()
        {
            Id = write.NewId(),
            ProcurementId = procurementId,
            FileName = FileName,
            Size = Size,
            Sha256 = Sha256,
            Figures = Card.Figures,

            // What somebody else wrote is kept as it is, but numbers that point out a person have no business here.
            LongestSentences = [.. Card.LongestSentences.Where(sentence => !PersonalNumbers.OccurIn(sentence.Text))],
            Officialese = [.. Card.Officialese.Take(WordsKept)],
            AddedAt = write.Now,
            AddedByName = write.Actor.Name,
        };
    }
}
