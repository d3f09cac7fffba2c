using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Documents;

public sealed class DocumentChoiceTests
{
    [Test]
    public async Task Choices_BeforeAllIsThere_OnlyMeetingsCanBeWritten_AndTheInvitationIsDue()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);

        var choices = await ChoicesAsync(installation, authority, procurement.Id);

        Assert.That(choices.Where(choice => choice.CanBeWritten).Select(choice => choice.Template.Key), Is.EqualTo(new[] { "inbjudan", "minnesanteckningar" }));
        Assert.That(choices.Where(choice => choice.IsDue).Select(choice => choice.Template.Key), Is.EqualTo(new[] { "inbjudan" }));
    }

    [Test]
    public async Task Choices_AfterTheLastDayForTenders_AreThoseOfOpeningAndAward()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority);

        var onTheLastDay = await ChoicesAsync(installation, authority, procurement, new DateOnly(2026, 11, 2));
        var dayAfter = await ChoicesAsync(installation, authority, procurement, new DateOnly(2026, 11, 3));

        Assert.That(onTheLastDay.Where(choice => choice.IsDue).Select(choice => choice.Template.Group), Has.None.EqualTo(DocumentGroup.AfterTenders).And.Some.EqualTo(DocumentGroup.Tendering));
        Assert.That(dayAfter.Where(choice => choice.IsDue).Select(choice => choice.Template.Key), Is.EqualTo(new[] { "oppningsprotokoll", "tilldelningsbeslut", "dokumentation" }));
    }

    [Test]
    public async Task Choices_Direktupphandling_HasNeitherNoticeNorOpening()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority, Regime.Chapter19a, basis: null);

        var choices = await ChoicesAsync(installation, authority, procurement);

        Assert.That(choices.Select(choice => choice.Template), Has.None.EqualTo(ShippedTemplates.Notice).And.None.EqualTo(ShippedTemplates.Opening).And.Some.EqualTo(ShippedTemplates.Award));
        Assert.That(choices.Where(choice => choice.IsDue).Select(choice => choice.Template.Key), Is.EqualTo(new[] { "det-har-koper-vi", "kravspecifikation", "anbudsformular", "avtalsutkast" }));
    }

    [Test]
    public async Task Write_Chosen_GivesJustThoseInTheOrderOfThePack()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority);

        var pack = (await WriteAsync(installation, authority, procurement, "minnesanteckningar", "det-har-koper-vi")).Must();

        Assert.That(pack.Documents.Select(document => document.TemplateKey), Is.EqualTo(new[] { "det-har-koper-vi", "minnesanteckningar" }));
    }

    [Test]
    public async Task Write_InvitationBeforeAllIsThere_IsWritten_ButNothingElse()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);

        var invitation = await WriteAsync(installation, authority, procurement.Id, "inbjudan");
        var both = await WriteAsync(installation, authority, procurement.Id, "inbjudan", "det-har-koper-vi");

        Assert.That(invitation.Must().Documents, Has.Count.EqualTo(1));
        Assert.That(both.Problem?.Code, Is.EqualTo(DocumentProblems.NotReady));
        Assert.That(await installation.SingleAsync<int>("select count(*) from GeneratedDocuments"), Is.EqualTo(1));
    }

    [Test]
    public async Task Write_NothingChosen_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority);

        var result = await installation.Get<WriteDocumentPackHandler>().HandleAsync(authority.ProcurementOfficer, new WriteDocumentPack(procurement, []), CancellationToken.None);

        Assert.That(result.Problem?.Fields.Select(field => field.Code), Is.EqualTo(new[] { DocumentProblems.NoneChosen }));
    }

    [TestCase("forsakran-reservationsvillkor", TestName = "Write_DeclarationWhenNothingIsReserved_IsRefused")]
    [TestCase("finns-inte", TestName = "Write_UnknownTemplate_IsRefused")]
    public async Task Write_TemplateThatDoesNotBelong_IsRefused(string key)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority, basis: null);

        var result = await WriteAsync(installation, authority, procurement, key);

        Assert.That(result.Problem?.Fields.Select(field => field.Code), Is.EqualTo(new[] { DocumentProblems.NotForThisProcurement }));
    }

    private static async Task<IReadOnlyList<DocumentChoice>> ChoicesAsync(TestInstallation installation, TestAuthority authority, Guid procurement, DateOnly? today = null) =>
        DocumentPacks.ChoicesFor(await installation.ReviewAsync(authority.ProcurementOfficer, procurement), today ?? new DateOnly(2026, 9, 14));

    private static Task<Result<DocumentPack>> WriteAsync(TestInstallation installation, TestAuthority authority, Guid procurement, params string[] templates) =>
        installation.Get<WriteDocumentPackHandler>().HandleAsync(authority.ProcurementOfficer, new WriteDocumentPack(procurement, templates), CancellationToken.None);
}
