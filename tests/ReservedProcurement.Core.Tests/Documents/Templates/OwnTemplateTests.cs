using System.Security.Cryptography;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Documents.Templates;

public sealed class OwnTemplateTests
{
    private const string CountSql = "select count(*) from TemplateVersions";

    [Test]
    public async Task Upload_WithoutFaults_IsKeptAsADraftThatIsNotUsed()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var file = OwnTemplates.WithSentence("Så här gör du.");

        var uploaded = await installation.UploadTemplateAsync(authority, upload => upload with { File = file, FileName = @"C:\Mallar\regler <v2>.docx", Note = "  Kortare.  " });
        var template = await installation.TemplateAsync(authority.Reader, authority);

        Assert.That(uploaded.Number, Is.EqualTo(1));
        Assert.That(uploaded.Check.Warnings, Is.Empty);
        Assert.That(template.ActiveNumber, Is.Zero);
        Assert.That(template.Versions.Select(version => version.Name), Is.EqualTo(new[] { "egen version 1", $"medföljande version {OwnTemplates.Template.Version}" }));
        Assert.That(template.Versions[0], Is.EqualTo(new TemplateVersion
        {
            Number = 1,
            ShippedVersion = OwnTemplates.Template.Version,
            FileName = "regler v2.docx",
            Note = "Kortare.",
            Size = file.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
            CreatedAt = installation.Clock.GetUtcNow(),
            CreatedByName = authority.Administrator.Name,
        }));
    }

    [Test]
    public async Task Upload_WithFaults_TellsThemAllAndKeepsNothing()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var file = MadeWordFile.OfText("{{upphandling.tittel}}", "{{#delar}}{{titel}}", "{{myndighet.nam}} {{upphandling.varde|pund}}");

        var result = await UploadAsync(installation, authority.Administrator, OwnTemplates.Upload(authority, file));

        Assert.That(result.Problem?.Code, Is.EqualTo(TemplateProblems.HasFaults));
        var sentences = result.Problem!.Fields.Select(Core.Language.Texts.Sentence).ToList();
        Assert.That(sentences, Has.Count.EqualTo(5));
        Assert.That(sentences[0], Does.Contain("stycke 1").And.Contain("upphandling.tittel").And.Contain("Menade du \"upphandling.titel\"?"));
        Assert.That(sentences, Has.Some.Contains("delar").And.Some.Contains("myndighet.nam").And.Some.Contains("pund").And.Some.Contains("\"upphandling.varde\" finns inte"));
        Assert.That(await installation.SingleAsync<int>(CountSql), Is.Zero);
        Assert.That((await installation.TemplateAsync(authority.Reader, authority)).Id, Is.Null);
    }

    [Test]
    public async Task Upload_NoFileOrTooLargeOrNoWordFile_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var upload = OwnTemplates.Upload(authority);

        var none = await UploadAsync(installation, authority.Administrator, upload with { File = null });
        var large = await UploadAsync(installation, authority.Administrator, upload with { File = new byte[UploadTemplateHandler.LargestFile + 1] });
        var other = await UploadAsync(installation, authority.Administrator, upload with { File = "hej"u8.ToArray() });
        var longNote = await UploadAsync(installation, authority.Administrator, upload with { Note = new string('x', 1001) });

        Assert.That(none.FieldCodes(), Is.EqualTo(new[] { $"File:{FileProblems.Missing}" }));
        Assert.That(large.FieldCodes(), Is.EqualTo(new[] { $"File:{FileProblems.TooLarge}" }));
        Assert.That(other.FieldCodes(), Is.EqualTo(new[] { $"File:{TemplateProblems.Fault}" }));
        Assert.That(longNote.FieldCodes(), Is.EqualTo(new[] { "Note:field.too-long" }));
        Assert.That(await installation.SingleAsync<int>(CountSql), Is.Zero);
    }

    [Test]
    public async Task Upload_SameAsShippedOrAsAVersion_IsRefusedByName()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.UploadTemplateAsync(authority);

        var shipped = await UploadAsync(installation, authority.Administrator, OwnTemplates.Upload(authority, OwnTemplates.Template.File));
        var own = await UploadAsync(installation, authority.Administrator, OwnTemplates.Upload(authority));

        Assert.That(shipped.Problem!.Fields.Single().Arguments.Single(), Is.EqualTo($"medföljande version {OwnTemplates.Template.Version}"));
        Assert.That(own.Problem!.Fields.Single().Arguments.Single(), Is.EqualTo("egen version 1"));
    }

    [Test]
    public async Task Upload_MoreThanTheMost_IsRefusedUntilOneIsRemoved_AndNumbersAreNeverUsedAgain()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        for (var number = 1; number <= TemplateRules.MostVersions; number++)
        {
            await installation.UploadTemplateAsync(authority, upload => upload with { File = OwnTemplates.WithSentence($"Regler {number}.") });
        }

        var oneMore = OwnTemplates.Upload(authority, OwnTemplates.WithSentence("En till."));
        var refused = await UploadAsync(installation, authority.Administrator, oneMore);
        var template = await installation.TemplateAsync(authority.Administrator, authority);
        (await RemoveAsync(installation, authority.Administrator, authority, TemplateRules.MostVersions, template.Version)).Must();
        var taken = await UploadAsync(installation, authority.Administrator, oneMore);

        Assert.That(refused.Problem?.Code, Is.EqualTo(TemplateProblems.TooManyVersions));
        Assert.That(taken.Must().Number, Is.EqualTo(TemplateRules.MostVersions + 1));
    }

    [Test]
    public async Task UploadActivateAndRemove_ByOthers_AreForbiddenOrNotFound()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var other = await installation.AddAuthorityAsync("Låtsasköpings kommun");
        await installation.UploadTemplateAsync(authority);
        foreach (var (actor, kind) in new[] { (authority.ProcurementOfficer, ProblemKind.Forbidden), (authority.Reader, ProblemKind.Forbidden), (other.Administrator, ProblemKind.NotFound) })
        {
            var upload = await UploadAsync(installation, actor, OwnTemplates.Upload(authority, OwnTemplates.WithSentence("Nytt.")));
            var check = installation.Get<CheckTemplateHandler>().Handle(actor, new CheckTemplate(authority.Id, OwnTemplates.Template.Key, OwnTemplates.Template.File));
            var activate = await ActivateAsync(installation, actor, authority, 1, 1);
            var remove = await RemoveAsync(installation, actor, authority, 1, 1);

            Assert.That(new[] { upload.Problem?.Kind, check.Problem?.Kind, activate.Problem?.Kind, remove.Problem?.Kind }, Is.All.EqualTo(kind));
        }
    }

    [Test]
    public async Task Reading_TemplatesOfOtherAuthority_AreNotFound()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var stranger = (await installation.AddAuthorityAsync("Låtsasköpings kommun")).Administrator;
        await installation.UploadTemplateAsync(authority);
        var key = OwnTemplates.Template.Key;

        var list = await installation.Get<ListTemplatesHandler>().HandleAsync(stranger, authority.Id, CancellationToken.None);
        var template = await installation.Get<GetTemplateHandler>().HandleAsync(stranger, authority.Id, key, CancellationToken.None);
        var file = await installation.Get<GetTemplateFileHandler>().HandleAsync(stranger, authority.Id, key, 1, CancellationToken.None);
        var preview = await installation.Get<PreviewTemplateHandler>().HandleAsync(stranger, new PreviewTemplate(authority.Id, key, 1), CancellationToken.None);
        var check = await installation.Get<CheckTemplateHandler>().OfVersionAsync(stranger, authority.Id, key, 1, CancellationToken.None);
        var nowhere = await installation.Get<ListTemplatesHandler>().HandleAsync(TestActors.InstallationAdministrator, Guid.CreateVersion7(), CancellationToken.None);

        Assert.That(
            new[] { list.Problem?.Kind, template.Problem?.Kind, file.Problem?.Kind, preview.Problem?.Kind, check.Problem?.Kind, nowhere.Problem?.Kind },
            Is.All.EqualTo(ProblemKind.NotFound));
    }

    [Test]
    public async Task Activate_OwnVersionAndBack_IsListedAndStandsInTheHistory()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.UploadTemplateAsync(authority);

        await installation.ActivateTemplateAsync(authority, 1);
        var own = (await ListAsync(installation, authority)).Single(template => template.Key == OwnTemplates.Template.Key);
        await installation.ActivateTemplateAsync(authority, 0);
        var shipped = (await ListAsync(installation, authority)).Single(template => template.Key == OwnTemplates.Template.Key);

        Assert.That((own.InUse.Name, own.ChosenByName, own.OwnVersions, own.IsBehind, own.Faults.Count), Is.EqualTo(("egen version 1", "Testa Testsson", 1, false, 0)));
        Assert.That((shipped.InUse.IsShipped, shipped.OwnVersions), Is.EqualTo((true, 1)));
        var details = await installation.TemplateAsync(authority.Reader, authority);
        var history = await installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.Template, details.Id!.Value, CancellationToken.None);
        Assert.That(history.Select(entry => entry.Action), Is.EqualTo(new[] { "template-activated", "template-activated", "template-uploaded" }));
        Assert.That(history[0].Changes.Single(), Is.EqualTo(new FieldChange("ActiveVersion", "egen version 1", $"medföljande version {OwnTemplates.Template.Version}")));
    }

    [Test]
    public async Task Activate_TheOneInUse_ChangesNothing()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.UploadTemplateAsync(authority);
        await installation.ActivateTemplateAsync(authority, 1);

        Assert.That((await ActivateAsync(installation, authority.Administrator, authority, 1, 2)).Must(), Is.EqualTo(2));
        Assert.That((await installation.TemplateAsync(authority.Reader, authority)).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task Activate_FromAnOldPage_IsRefusedAndTellsWhoCameBetween()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var seen = (await installation.UploadTemplateAsync(authority)).Version;
        await installation.UploadTemplateAsync(authority, upload => upload with { File = OwnTemplates.WithSentence("En annans.") });

        var activate = await ActivateAsync(installation, authority.Administrator, authority, 1, seen);
        var remove = await RemoveAsync(installation, authority.Administrator, authority, 1, seen);

        Assert.That(activate.Problem?.Code, Is.EqualTo(CommonProblems.Stale));
        Assert.That(activate.Problem?.Arguments[0], Is.EqualTo("Testa Testsson"));
        Assert.That(remove.Problem?.Code, Is.EqualTo(CommonProblems.Stale));
    }

    [Test]
    public async Task Activate_VersionOrTemplateThatDoesNotExist_IsNotFound()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();

        var version = await ActivateAsync(installation, authority.Administrator, authority, 7, 0);
        var template = await installation.Get<ActivateTemplateHandler>().HandleAsync(authority.Administrator, new ActivateTemplate(authority.Id, "finns-inte", 0, 0), CancellationToken.None);

        Assert.That(new[] { version.Problem?.Kind, template.Problem?.Kind }, Is.All.EqualTo(ProblemKind.NotFound));
    }

    [Test]
    public async Task List_NothingDone_IsTheShippedTemplatesInOrder()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();

        var list = await ListAsync(installation, authority);

        Assert.That(list.Select(template => template.Key), Is.EqualTo(ShippedTemplates.All.Select(template => template.Key)));
        Assert.That(list.All(template => template.InUse.IsShipped && template is { IsBehind: false, Faults.Count: 0, OwnVersions: 0 }), Is.True);
    }

    [Test]
    public async Task List_ShippedTemplateHasChangedSince_SaysSo()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.UploadTemplateAsync(authority);
        await installation.ActivateTemplateAsync(authority, 1);

        await installation.ExecuteAsync("update TemplateVersions set BasedOn = '0'");

        Assert.That((await ListAsync(installation, authority)).Where(template => template.IsBehind).Select(template => template.Key), Is.EqualTo(new[] { OwnTemplates.Template.Key }));
    }

    [Test]
    public async Task File_OfAVersion_IsWhatCameInUnderANameOfOurs()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.UploadTemplateAsync(authority, upload => upload with { FileName = "../../etc/passwd\r\nX: y.docx" });
        var files = installation.Get<GetTemplateFileHandler>();

        var own = (await files.HandleAsync(authority.Reader, authority.Id, OwnTemplates.Template.Key, 1, CancellationToken.None)).Must();
        var shipped = (await files.HandleAsync(authority.Reader, authority.Id, OwnTemplates.Template.Key, 0, CancellationToken.None)).Must();

        Assert.That(own.FileName, Is.EqualTo("Upphandlingsföreskrifter egen version 1.docx"));
        Assert.That(own.Content, Is.EqualTo(OwnTemplates.Upload(authority).File));
        Assert.That(shipped.Content, Is.EqualTo(OwnTemplates.Template.File));
    }

    private static Task<Result<UploadedTemplate>> UploadAsync(TestInstallation installation, Actor actor, UploadTemplate upload) =>
        installation.Get<UploadTemplateHandler>().HandleAsync(actor, upload, CancellationToken.None);

    private static Task<Result<int>> ActivateAsync(TestInstallation installation, Actor actor, TestAuthority authority, int number, int version) =>
        installation.Get<ActivateTemplateHandler>().HandleAsync(actor, new ActivateTemplate(authority.Id, OwnTemplates.Template.Key, number, version), CancellationToken.None);

    private static Task<Result<int>> RemoveAsync(TestInstallation installation, Actor actor, TestAuthority authority, int number, int version) =>
        installation.Get<RemoveTemplateVersionHandler>().HandleAsync(actor, new RemoveTemplateVersion(authority.Id, OwnTemplates.Template.Key, number, version), CancellationToken.None);

    private static async Task<IReadOnlyList<TemplateOverview>> ListAsync(TestInstallation installation, TestAuthority authority) =>
        (await installation.Get<ListTemplatesHandler>().HandleAsync(authority.Reader, authority.Id, CancellationToken.None)).Must();
}
