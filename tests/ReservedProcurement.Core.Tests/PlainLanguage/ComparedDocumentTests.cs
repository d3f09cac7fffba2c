using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.PlainLanguage.Comparing;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.PlainLanguage;

public sealed class ComparedDocumentTests
{
    private const string CountSql = "select count(*) from ComparedDocuments";
    private const string Long = "Leverantören skall tillse att städning utförs på ett sådant sätt att samtliga krav i detta underlag jämte tillhörande bilagor uppfylls under hela den tid som avtalet löper.";

    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;
    private Guid _procurement;

    [SetUp]
    public async Task CreateAsync()
    {
        _installation = await TestInstallation.CreateAsync();
        _authority = await _installation.AddAuthorityAsync();
        _procurement = await _installation.AddReadyProcurementAsync(_authority);
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Add_Files_KeepsTheirFiguresAndNotTheFiles()
    {
        var added = (await AddAsync(File("Föreskrifter.docx", Long, "Vi köper mat."), File(@"C:\Mina dokument\Avtal.docx", "Avtalet gäller i två år."))).Must();
        var compared = (await CompareAsync()).Compared;

        Assert.That(compared, Is.EqualTo(added.OrderBy(document => document.FileName, StringComparer.Ordinal)).Using<ComparedDocument>((left, right) => left.Id == right.Id && left.Figures == right.Figures && left.LongestSentences.SequenceEqual(right.LongestSentences) && left.Officialese.SequenceEqual(right.Officialese) && left.AddedAt == right.AddedAt));
        Assert.That(compared.Select(document => document.FileName), Is.EqualTo(new[] { "Avtal.docx", "Föreskrifter.docx" }));
        var rules = compared[1];
        Assert.That((rules.Figures.Sentences, rules.Figures.LongSentences, rules.Figures.MustSentences, rules.Figures.PagesAreEstimated), Is.EqualTo((2, 1, 1, true)));
        Assert.That(rules.LongestSentences[0].Text, Is.EqualTo(Long));
        Assert.That(rules.Officialese.Select(found => found.Word), Does.Contain("skall").And.Contain("tillse"));
        Assert.That(rules.AddedByName, Is.EqualTo(_authority.ProcurementOfficer.Name));
    }

    [Test]
    public async Task Add_StandsInTheHistory_AndTheProcurementIsAsItWas()
    {
        var before = await _installation.ReviewAsync(_authority.Reader, _procurement);
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));

        var added = (await AddAsync(File("Avtal.docx", "Avtalet gäller i två år."))).Must().Single();
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await RemoveAsync(_authority.ProcurementOfficer, added.Id)).Must(), Is.EqualTo(_procurement));

        Assert.That((await _installation.ReviewAsync(_authority.Reader, _procurement)).Procurement.Version, Is.EqualTo(before.Procurement.Version));
        var history = await _installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.Procurement, _procurement, CancellationToken.None);
        Assert.That(history.Take(2).Select(entry => entry.Action), Is.EqualTo(new[] { "comparison-removed", "comparison-added" }));
        Assert.That(history[0].Changes.Single(), Is.EqualTo(new FieldChange("ComparedDocuments", "Avtal.docx", null)));
        Assert.That(await _installation.SingleAsync<int>(CountSql), Is.Zero);
        Assert.That((await RemoveAsync(_authority.ProcurementOfficer, added.Id)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
    }

    [Test]
    public async Task Add_OneFileThatCannotBeRead_NamesItAndKeepsNone()
    {
        var problem = (await AddAsync(File("Bra.docx", "Vi köper mat."), new FileToCompare("Gammal.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]), new FileToCompare("Tom.docx", MadeWordFile.OfBody("<w:p/>")))).Problem!;

        Assert.That(problem.Fields.Select(field => field.Field), Has.All.EqualTo("Files"));
        Assert.That(problem.Fields.Select(Texts.Sentence), Has.Exactly(1).StartsWith("Word-filer: ”Gammal.doc” går inte att mäta.").And.Exactly(1).StartsWith("Word-filer: ”Tom.docx” går inte att mäta. Filen har ingen text"));
        Assert.That(await _installation.SingleAsync<int>(CountSql), Is.Zero);
    }

    [Test]
    public async Task Add_TheSameFileTwice_IsRefused()
    {
        (await AddAsync(File("Avtal.docx", "Avtalet gäller i två år."))).Must();

        Assert.That(Code(await AddAsync(File("Kopia.docx", "Avtalet gäller i två år."))), Is.EqualTo(PlainLanguageProblems.ComparedTwice));
        Assert.That(Code(await AddAsync(File("Ett.docx", "Vi köper mat."), File("Två.docx", "Vi köper mat."))), Is.EqualTo(PlainLanguageProblems.ComparedTwice));
        Assert.That(await _installation.SingleAsync<int>(CountSql), Is.EqualTo(1));
    }

    [Test]
    public async Task Add_TooManyTooLargeOrNone_IsRefused()
    {
        Assert.That(Code(await AddAsync()), Is.EqualTo(PlainLanguageProblems.NoFileChosen));
        Assert.That(Code(await AddAsync([.. Files(0, AddComparedDocuments.MostAtOnce + 1)])), Is.EqualTo(PlainLanguageProblems.TooManyAtOnce));
        var large = (await AddAsync(new FileToCompare("Stor.docx", new byte[MeasureFileHandler.LargestFile + 1]))).Problem!.Fields.Single();
        Assert.That(Texts.Sentence(large).Replace('\u00a0', ' '), Is.EqualTo("Word-filer: ”Stor.docx” är 20,1 MB. En fil får vara högst 20 MB."));
        for (var round = 0; round < AddComparedDocuments.MostPerProcurement / AddComparedDocuments.MostAtOnce; round++)
        {
            (await AddAsync([.. Files(round * AddComparedDocuments.MostAtOnce, AddComparedDocuments.MostAtOnce)])).Must();
        }

        Assert.That(Code(await AddAsync(File("En till.docx", "En till."))), Is.EqualTo(PlainLanguageProblems.TooManyCompared));
    }

    [Test]
    public async Task Add_NumbersThatPointOutAPerson_AreNotKept()
    {
        Assert.That(Code(await AddAsync(File("Anna 19121212-1212.docx", "Vi köper mat."))), Is.EqualTo(PlainLanguageProblems.PersonalNumberInFileName));

        var kept = (await AddAsync(File("Underlag\u202excod.docx", "Handledaren har personnummer 19121212-1212 och svarar i telefon.", "Vi köper mat och dryck."))).Must().Single();

        Assert.That(kept.FileName, Is.EqualTo("Underlagxcod.docx"));
        Assert.That(kept.LongestSentences.Select(sentence => sentence.Text), Is.EqualTo(new[] { "Vi köper mat och dryck." }));
        Assert.That(kept.Figures.Sentences, Is.EqualTo(2));
    }

    [Test]
    public async Task Add_AReaderOrAnotherAuthority_MayNot()
    {
        var stranger = (await _installation.AddAuthorityAsync("Annanstads kommun")).ProcurementOfficer;
        var added = (await AddAsync(File("Avtal.docx", "Avtalet gäller i två år."))).Must().Single();
        var add = _installation.Get<AddComparedDocumentsHandler>();
        var request = new AddComparedDocuments(_procurement, [File("Mat.docx", "Vi köper mat.")]);

        Assert.That((await add.HandleAsync(_authority.Reader, request, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NotAllowed));
        Assert.That((await add.HandleAsync(stranger, request, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That((await RemoveAsync(_authority.Reader, added.Id)).Problem, Is.EqualTo(CommonProblems.NotAllowed));
        Assert.That((await RemoveAsync(stranger, added.Id)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That((await _installation.Get<ListComparedDocumentsHandler>().HandleAsync(stranger, _procurement, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That((await _installation.Get<CompareDocumentsHandler>().HandleAsync(stranger, new CompareDocuments(_procurement), CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That((await _installation.Get<GetComparedDocumentHandler>().HandleAsync(stranger, added.Id, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That((await _installation.Get<GetComparedDocumentHandler>().HandleAsync(_authority.Reader, added.Id, CancellationToken.None)).Must().FileName, Is.EqualTo("Avtal.docx"));
    }

    [Test]
    public async Task Compare_CountsWhatSuppliersGet_AndNothingTwice()
    {
        (await AddAsync(File("Underlag.docx", [.. Enumerable.Repeat(Long, 300)]))).Must();
        var separate = await WriteAsync("annonstext", "kravspecifikation", "anbudsformular", "upphandlingsdokument-forenklat", "oppningsprotokoll", "avtalsutkast");
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await WriteAsync("upphandlingsdokument-forenklat");

        var newest = await CompareAsync();
        var chosen = await CompareAsync(separate.Id);

        Assert.That(newest.Counted.Select(document => document.TemplateKey), Is.EqualTo(new[] { "upphandlingsdokument-forenklat" }));
        Assert.That(chosen.Counted.Select(document => document.TemplateKey), Is.EqualTo(new[] { "kravspecifikation", "anbudsformular", "avtalsutkast" }));
        Assert.That(chosen.Change!.Measures.Single(change => change.Measure == LanguageMeasure.Words).Ours, Is.EqualTo(chosen.Counted.Sum(document => document.Card!.Figures.Words)));
        Assert.That(chosen.Change.Headline, Does.Match("^Ungefär [0-9]+ sidor i stället för ungefär [0-9]+\\.$"));
    }

    [Test]
    public async Task Compare_WithoutDocumentsOnOneSide_ComparesNothing()
    {
        Assert.That((await CompareAsync()).Change, Is.Null);
        (await AddAsync(File("Avtal.docx", "Avtalet gäller i två år."))).Must();
        Assert.That((await CompareAsync()).Change, Is.Null);
        await WriteAsync("oppningsprotokoll");
        Assert.That((await CompareAsync()).Change, Is.Null);
        Assert.That((await CompareAsync()).Pack, Is.Not.Null);

        var other = await _installation.Get<CompareDocumentsHandler>().HandleAsync(_authority.Reader, new CompareDocuments(_procurement, Guid.CreateVersion7()), CancellationToken.None);
        Assert.That(other.Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
    }

    private static IEnumerable<FileToCompare> Files(int first, int count) => Enumerable.Range(first, count).Select(number => File($"Fil {number}.docx", $"Det här är fil {number}."));

    private static FileToCompare File(string name, params string[] paragraphs) => new(name, MadeWordFile.OfText(paragraphs));

    private static string? Code<T>(Result<T> result) => result.Problem?.Fields.Single().Code;

    private Task<Result<IReadOnlyList<ComparedDocument>>> AddAsync(params FileToCompare[] files) =>
        _installation.Get<AddComparedDocumentsHandler>().HandleAsync(_authority.ProcurementOfficer, new AddComparedDocuments(_procurement, files), CancellationToken.None);

    private Task<Result<Guid>> RemoveAsync(Core.Authorities.Actor actor, Guid id) => _installation.Get<RemoveComparedDocumentHandler>().HandleAsync(actor, id, CancellationToken.None);

    private async Task<DocumentComparison> CompareAsync(Guid? packId = null) =>
        (await _installation.Get<CompareDocumentsHandler>().HandleAsync(_authority.Reader, new CompareDocuments(_procurement, packId), CancellationToken.None)).Must();

    private async Task<DocumentPack> WriteAsync(params string[] templates) =>
        (await _installation.Get<WriteDocumentPackHandler>().HandleAsync(_authority.ProcurementOfficer, new WriteDocumentPack(_procurement, templates), CancellationToken.None)).Must();
}
