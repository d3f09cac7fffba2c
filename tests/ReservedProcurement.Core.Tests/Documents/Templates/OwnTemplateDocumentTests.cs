using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Documents.Templates;

/// <summary>Documents that are written, or only looked at, from an authority's own versions.</summary>
public sealed class OwnTemplateDocumentTests
{
    /// <summary>A template that stands for one from before a field was taken away: it compiles, but uses a name that no longer exists.</summary>
    private static readonly byte[] Outgrown = MadeWordFile.OfText("{{upphandling.gammaltFalt}}");

    [Test]
    public async Task Pack_OwnVersionInUse_IsWrittenFromItAndRemembersWhich()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority);
        await installation.UploadTemplateAsync(authority, upload => upload with { File = OwnTemplates.WithSentence("Så här lämnar du anbud till oss.") });

        var before = (await WriteAsync(installation, authority, procurement)).Must().Documents.Single();
        await installation.ActivateTemplateAsync(authority, 1);
        var after = (await WriteAsync(installation, authority, procurement)).Must().Documents.Single();
        await installation.ActivateTemplateAsync(authority, 0);
        var back = (await WriteAsync(installation, authority, procurement)).Must().Documents.Single();

        Assert.That((before.TemplateVersion, after.TemplateVersion, back.TemplateVersion), Is.EqualTo((OwnTemplates.Template.Version, "egen 1", OwnTemplates.Template.Version)));
        Assert.That(after.TemplateSha256, Is.EqualTo((await installation.TemplateAsync(authority.Reader, authority)).Versions[0].Sha256));
        var texts = new List<string>();
        foreach (var document in new[] { before, after, back })
        {
            texts.Add(WordFile.Text((await installation.Get<GetDocumentFileHandler>().HandleAsync(authority.Reader, document.Id, CancellationToken.None)).Must().Content));
        }

        Assert.That(texts[0], Does.Contain(OwnTemplates.Sentence));
        Assert.That(texts[1], Does.Contain("Så här lämnar du anbud till oss.").And.Contain("mallversion egen 1").And.Not.Contain(OwnTemplates.Sentence));
        Assert.That(texts[2], Does.Contain(OwnTemplates.Sentence));
    }

    [Test]
    public async Task Pack_OfAnotherAuthority_IsWrittenFromTheShippedTemplate()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var other = await installation.AddAuthorityAsync("Låtsasköpings kommun");
        await installation.UploadTemplateAsync(authority);
        await installation.ActivateTemplateAsync(authority, 1);

        var document = (await WriteAsync(installation, other, await installation.AddReadyProcurementAsync(other))).Must().Documents.Single();

        Assert.That(document.TemplateSha256, Is.EqualTo(OwnTemplates.Template.Sha256));
    }

    [Test]
    public async Task OwnVersionThatNoLongerFits_IsListedWithItsFaultsAndWritesNothing()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority);
        await installation.UploadTemplateAsync(authority);
        await installation.ActivateTemplateAsync(authority, 1);
        await installation.ExecuteAsync("update TemplateVersions set Content = @Outgrown, Sha256 = 'x'", new { Outgrown });

        var written = await WriteAsync(installation, authority, procurement);
        var preview = await installation.Get<PreviewTemplateHandler>().HandleAsync(authority.Reader, new PreviewTemplate(authority.Id, OwnTemplates.Template.Key, 1), CancellationToken.None);
        var list = (await installation.Get<ListTemplatesHandler>().HandleAsync(authority.Reader, authority.Id, CancellationToken.None)).Must();
        await installation.ActivateTemplateAsync(authority, 0);
        var version = (await installation.TemplateAsync(authority.Administrator, authority)).Version;
        var again = await installation.Get<ActivateTemplateHandler>().HandleAsync(authority.Administrator, new ActivateTemplate(authority.Id, OwnTemplates.Template.Key, 1, version), CancellationToken.None);

        Assert.That(written.Problem?.Code, Is.EqualTo(DocumentProblems.TemplateDoesNotFit));
        Assert.That(written.Problem?.Arguments[0], Is.EqualTo(OwnTemplates.Template.Title));
        Assert.That(written.Problem?.Arguments[1], Does.Contain("gammaltFalt"));
        Assert.That(preview.Problem?.Code, Is.EqualTo(DocumentProblems.TemplateDoesNotFit));
        Assert.That(list.Where(template => template.Faults.Count > 0).Select(template => template.Key), Is.EqualTo(new[] { OwnTemplates.Template.Key }));
        Assert.That(again.Problem?.Code, Is.EqualTo(TemplateProblems.NoLongerFits));
    }

    [Test]
    public async Task Remove_VersionInUseOrWithWrittenDocuments_IsRefused_AndADraftGoesAway()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.UploadTemplateAsync(authority);
        await installation.UploadTemplateAsync(authority, upload => upload with { File = OwnTemplates.WithSentence("Utkast.") });
        await installation.ActivateTemplateAsync(authority, 1);

        var inUse = await RemoveAsync(installation, authority, 1);
        (await WriteAsync(installation, authority, await installation.AddReadyProcurementAsync(authority))).Must();
        await installation.ActivateTemplateAsync(authority, 0);
        var written = await RemoveAsync(installation, authority, 1);
        (await RemoveAsync(installation, authority, 2)).Must();

        Assert.That(inUse.Problem?.Code, Is.EqualTo(TemplateProblems.InUse));
        Assert.That(written.Problem?.Code, Is.EqualTo(TemplateProblems.HasWritten));
        Assert.That((await installation.TemplateAsync(authority.Reader, authority)).Versions.Select(version => version.Number), Is.EqualTo(new[] { 1, 0 }));
    }

    [Test]
    public async Task Preview_EveryShippedTemplate_ShowsTheMadeUpProcurementWithoutAnyFieldLacking([ValueSource(typeof(ShippedTemplates), nameof(ShippedTemplates.All))] ShippedTemplate template)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();

        var preview = (await installation.Get<PreviewTemplateHandler>().HandleAsync(authority.Reader, new PreviewTemplate(authority.Id, template.Key, 0), CancellationToken.None)).Must();
        var text = WordFile.Text(preview.Content);

        Assert.That(preview.FileName, Does.StartWith("Förhandsvisning ").And.EndsWith(".docx"));
        Assert.That(WordFile.Faults(preview.Content), Is.Empty);
        Assert.That(text, Does.Contain("Exempel: arbetsträning").And.Not.Contain("{{"));
        Assert.That(text, Does.Not.Contain("[upphandling").And.Not.Contain("[regler").And.Not.Contain("[myndighet").And.Not.Contain("[delar"));
    }

    [Test]
    public async Task Preview_FieldWithoutValue_ShowsItsNameInsteadOfRefusing()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.UploadTemplateAsync(authority, upload => upload with { File = OwnTemplates.WithSentence("Skäl: {{upphandling.odeladSkal}}") });

        var preview = (await installation.Get<PreviewTemplateHandler>().HandleAsync(authority.Reader, new PreviewTemplate(authority.Id, OwnTemplates.Template.Key, 1), CancellationToken.None)).Must();

        Assert.That(WordFile.Text(preview.Content), Does.Contain("upphandling.odeladSkal"));
    }

    [Test]
    public async Task Preview_OwnProcurement_IsFilledFromIt_AndOneOfAnotherAuthorityIsNotFound()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var other = await installation.AddAuthorityAsync("Låtsasköpings kommun");
        var own = await installation.AddReadyProcurementAsync(authority);
        var others = await installation.AddReadyProcurementAsync(other);
        var both = TestActors.InstallationAdministrator;
        var handler = installation.Get<PreviewTemplateHandler>();

        var preview = (await handler.HandleAsync(both, new PreviewTemplate(authority.Id, OwnTemplates.Template.Key, 0, own), CancellationToken.None)).Must();
        var refused = await handler.HandleAsync(both, new PreviewTemplate(authority.Id, OwnTemplates.Template.Key, 0, others), CancellationToken.None);

        Assert.That(WordFile.Text(preview.Content), Does.Contain("Arbetsträningsplatser"));
        Assert.That(refused.Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
    }

    [Test]
    public async Task Sample_AnyDay_HasDaysInOrderAndFollowsTheRulesThatAreProposed([Values("2026-01-01", "2026-06-30", "2026-12-31")] string day)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var values = await installation.Get<Database>().ReadAsync(DatedValues.LoadAsync, CancellationToken.None);
        var procurement = SampleProcurement.Of(DateOnly.Parse(day, Core.Language.Texts.Swedish));

        var review = GetProcurementHandler.Review(procurement, values, installation.Clock, mayEdit: false);

        Assert.That(review.Proposal.Regime, Is.EqualTo(procurement.Regime));
        Assert.That(review.Missing.Select(missing => missing.Sentence), Is.Empty);
        Assert.That(OrganisationNumber.TryParse(SampleProcurement.Authority.OrganisationNumber, out _), Is.True);
        Assert.That(procurement.Lots.Select(lot => CpvCatalogue.Swedish.Find(lot.MainCpv!.Value.Code)), Has.None.Null);
        Assert.That(
            new[] { procurement.PublishOn, procurement.QuestionsUntil, procurement.AnswersBy, procurement.TendersUntil, procurement.TendersUntil?.AddDays(30), procurement.ContractStartsOn, procurement.TendersValidUntil },
            Is.Ordered.And.Unique);
    }

    private static Task<Result<DocumentPack>> WriteAsync(TestInstallation installation, TestAuthority authority, Guid procurement) =>
        installation.Get<WriteDocumentPackHandler>().HandleAsync(authority.ProcurementOfficer, new WriteDocumentPack(procurement, [OwnTemplates.Template.Key]), CancellationToken.None);

    private static async Task<Result<int>> RemoveAsync(TestInstallation installation, TestAuthority authority, int number)
    {
        var version = (await installation.TemplateAsync(authority.Administrator, authority)).Version;
        return await installation.Get<RemoveTemplateVersionHandler>().HandleAsync(authority.Administrator, new RemoveTemplateVersion(authority.Id, OwnTemplates.Template.Key, number, version), CancellationToken.None);
    }
}
