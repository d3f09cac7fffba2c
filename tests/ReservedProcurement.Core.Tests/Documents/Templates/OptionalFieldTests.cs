using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Tests.Sql;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Documents.Templates;

public sealed class OptionalFieldTests
{
    [Test]
    public void All_AndTheTablesForAuthors_SayTheSame()
    {
        var told = Documented().ToList();

        Assert.That(told.Where(field => field.MayBeMissing).Select(field => field.Name), Is.EquivalentTo(OptionalFields.All));
        Assert.That(told.Select(field => field.Name), Is.SupersetOf(OptionalFields.All));
    }

    [Test]
    public void Check_OptionalFieldsWithoutSection_AreListedByTheirWholeNames()
    {
        var own = MadeWordFile.OfText("{{myndighet.organisationsnummer}} {{upphandling.titel}} {{#enhet.namn}}{{enhet.namn}}{{/enhet.namn}}", "{{#delar}}", "{{#krav}}{{text}} {{bevis}}{{#syfte}}{{syfte}}{{/syfte}}{{/krav}}", "{{/delar}}");

        var warning = Warnings(own, ShippedTemplates.MeetingNotes).Single(warning => warning.Code == TemplateWarningCode.MayBeMissing);

        Assert.That(warning.Items.Select(item => item.Name), Is.EqualTo(new[] { "myndighet.organisationsnummer", "delar.krav.bevis" }));
    }

    [TestCase("{{#delar}}{{#reserverad}}{{reservation.rubrik}}{{/reserverad}}{{/delar}}", 0)]
    [TestCase("{{#delar}}{{#harKrav}}{{reservation.rubrik}}{{/harKrav}}{{/delar}}", 1)]
    [TestCase("{{#delar}}{{#beskrivning}}x{{/beskrivning}}{{beskrivning}}{{/delar}}", 1)]
    public void Check_AnotherSection_CountsOnlyWhenItTellsThatTheValueIsThere(string text, int warnings) =>
        Assert.That(Warnings(MadeWordFile.OfText(text), ShippedTemplates.MeetingNotes).Count(warning => warning.Code == TemplateWarningCode.MayBeMissing), Is.EqualTo(warnings));

    [Test]
    public void Check_LogotypeLeftOut_IsToldAndThatThePlaceholderStays()
    {
        var unbound = OwnTemplates.ChangedPart(ShippedTemplates.Rules, "word/header2.xml", ("\"myndighet.logotyp\"", "\"\""));

        Assert.That(Warnings(unbound, ShippedTemplates.Rules).Select(warning => warning.Code), Is.EqualTo(new[] { TemplateWarningCode.PlaceholderLeft }));
        Assert.That(Warnings(MadeWordFile.OfText("{{upphandling.titel}}"), ShippedTemplates.Rules).Select(warning => warning.Code), Does.Contain(TemplateWarningCode.LogotypeLeftOut).And.Not.Contain(TemplateWarningCode.PlaceholderLeft));
    }

    [Test]
    public void Check_DocumentNumberLeftOut_IsToldForFormsOfSuppliers()
    {
        var form = OwnTemplates.ChangedPart(ShippedTemplates.TenderForm, "docProps/custom.xml", ("{{dokument.id}}", "1"));
        var rules = OwnTemplates.ChangedPart(ShippedTemplates.Award, "docProps/custom.xml", ("{{dokument.id}}", "1"));

        Assert.That(Warnings(form, ShippedTemplates.TenderForm).Select(warning => warning.Code), Is.EqualTo(new[] { TemplateWarningCode.DocumentNumberLeftOut }));
        Assert.That(Warnings(rules, ShippedTemplates.Award), Is.Empty);
    }

    [Test]
    public async Task Preview_WithoutWhatMayBeMissing_ShowsEveryUnguardedFieldByItsName()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        List<string> outside = [.. OptionalFields.All.Where(name => !InList(name) && name != "myndighet.logotyp")];
        List<string> inLots = [.. OptionalFields.All.Where(name => name.StartsWith("delar.", StringComparison.Ordinal) && !name.StartsWith("delar.krav.", StringComparison.Ordinal)).Select(name => name["delar.".Length..])];
        var own = OwnTemplates.WithSentence(string.Join(' ', ["{{upphandling.titel}}", .. outside.Select(name => $"{{{{{name}}}}}"), "{{#delar}}", .. inLots.Select(name => $"{{{{{name}}}}}"), "{{#krav}}{{syfte}} {{bevis}}{{/krav}}", "{{/delar}}"]));
        await installation.UploadTemplateAsync(authority, upload => upload with { File = own });

        var file = (await installation.Get<PreviewTemplateHandler>().HandleAsync(authority.Reader, new PreviewTemplate(authority.Id, OwnTemplates.Template.Key, 1, IsBare: true), CancellationToken.None)).Must();
        var text = WordFile.Text(file.Content);

        Assert.That(outside.Concat(inLots).Concat(["syfte", "bevis"]).Where(name => !text.Contains($"[{name} saknas]", StringComparison.Ordinal)), Is.Empty);
        Assert.That(text, Does.Contain("Exempel: det som måste finnas").And.Not.Contain("[upphandling.titel"));
    }

    [Test]
    public async Task Write_SeveralTemplatesThatLackValues_NamesAllInOneMessage()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority);
        await installation.UploadTemplateAsync(authority, upload => upload with { File = MadeWordFile.OfText("{{upphandling.odeladSkal}} {{upphandling.langstaTid}}", "{{upphandling.odeladSkal}}") });
        await installation.UploadTemplateAsync(authority, upload => upload with { Key = ShippedTemplates.Specification.Key, File = MadeWordFile.OfText("{{upphandling.langstaTid}}") });
        await installation.ActivateTemplateAsync(authority, 1);
        await installation.ActivateTemplateAsync(authority, 1, ShippedTemplates.Specification);

        var written = await installation.Get<WriteDocumentPackHandler>().HandleAsync(authority.ProcurementOfficer, new WriteDocumentPack(procurement), CancellationToken.None);

        Assert.That(written.Problem?.Code, Is.EqualTo(DocumentProblems.TemplatesDoNotFit));
        Assert.That(written.Problem?.Arguments[0], Is.EqualTo(2));
        Assert.That(written.Problem?.Arguments[1], Is.EqualTo(
            $"{ShippedTemplates.Rules.Title}: Fälten \"upphandling.odeladSkal\" och \"upphandling.langstaTid\" saknar värde. {ShippedTemplates.Specification.Title}: Fältet \"upphandling.langstaTid\" saknar värde."));
    }

    private static bool InList(string name) => Array.Exists(["delar.", "grunder.", "underlag.", "punkter.", "attgora.", "dialog.", "dialogmoten."], list => name.StartsWith(list, StringComparison.Ordinal));

    private static IReadOnlyList<TemplateWarning> Warnings(byte[] own, ShippedTemplate shipped) =>
        TemplateRules.Check(own, CheckedTemplate.Of(own), shipped, CheckedTemplate.Of(shipped.File)).Warnings;

    /// <summary>The rows of the tables in the authors' guide. A dash in the first cell is for each list around the field.</summary>
    private static IEnumerable<(string Name, bool MayBeMissing)> Documented()
    {
        List<string> lists = [];
        var rows = File.ReadLines(Path.Combine(ProductSql.Root, "templates", "README.md"))
            .SkipWhile(line => line != "## Fälten").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|') && line.Contains('`', StringComparison.Ordinal));
        foreach (var row in rows)
        {
            var cells = row.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            var names = cells[0].Split('`').Where((_, index) => index % 2 == 1).ToList();
            var depth = cells[0].Split('`')[0].Count(character => character == '—');
            var isList = depth == 0 && (cells[0].Contains('—', StringComparison.Ordinal) || names is ["delar" or "bilagor"]);
            if (isList || names is ["krav"])
            {
                lists = [.. lists.Take(depth), names[0]];
                names.RemoveAt(0);
                depth++;
            }

            var prefix = depth == 0 ? "" : $"{string.Join('.', lists.Take(depth))}.";
            var mayBeMissing = cells.Length < 3 ? names.TrueForAll(name => name.StartsWith("regler.", StringComparison.Ordinal)) : cells[2].Length > 0;
            foreach (var name in names)
            {
                yield return (prefix + name, mayBeMissing);
            }
        }
    }
}
