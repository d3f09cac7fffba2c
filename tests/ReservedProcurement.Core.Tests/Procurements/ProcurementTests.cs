using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class ProcurementTests
{
    [Test]
    public async Task Create_ThreeFields_AreEnoughAndAreKept()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();

        var saved = await installation.AddProcurementAsync(authority, procurement => procurement with { CaseNumber = " EXK 2026/77 ", UnitId = null });

        var review = await installation.ReviewAsync(authority.Reader, saved.Id);
        Assert.That(review.Procurement, Has.Property("CaseNumber").EqualTo("EXK 2026/77").And.Property("Version").EqualTo(1).And.Property("AuthorityName").EqualTo("Exempelstads kommun"));
        Assert.That(review.IsReadyForDocuments, Is.False);
        Assert.That(review.LawDate, Is.EqualTo(new DateOnly(2026, 9, 14)), "today until a notice is planned");
    }

    [Test]
    public async Task Change_AllFields_AreKeptAsWritten()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var saved = await installation.AddProcurementAsync(authority);
        var complete = TestProcurements.CompleteProcurement(authority) with { UndividedReason = "Rad ett\r\nRad två", TendersUntilTime = "9.05", ContactPhone = "0000-00 00 00" };

        var changed = (await ChangeAsync(installation, authority.ProcurementOfficer, saved, complete)).Must();

        var after = (await installation.ReviewAsync(authority.Reader, saved.Id)).Procurement;
        Assert.That(changed.Version, Is.EqualTo(2));
        Assert.That(ProcurementContent.Of(after), Is.EqualTo(new ProcurementContent
        {
            CaseNumber = complete.CaseNumber,
            Title = complete.Title,
            UnitId = complete.UnitId,
            Description = complete.Description,
            ContactName = complete.ContactName,
            ContactEmail = complete.ContactEmail,
            ContactPhone = complete.ContactPhone,
            PublishOn = complete.PublishOn,
            QuestionsUntil = complete.QuestionsUntil,
            AnswersBy = complete.AnswersBy,
            TendersUntil = complete.TendersUntil,
            TendersUntilTime = "09:05",
            TendersValidUntil = complete.TendersValidUntil,
            ContractStartsOn = complete.ContractStartsOn,
            HowToSubmit = complete.HowToSubmit,
            Evaluation = complete.Evaluation,
            CountingRule = complete.CountingRule,
            UndividedReason = "Rad ett\nRad två",
        }));
        Assert.That((await installation.ReviewAsync(authority.Reader, saved.Id)).LawDate, Is.EqualTo(complete.PublishOn));
    }

    [Test]
    public async Task Create_SameCaseNumberInTheAuthority_IsRefusedWhateverTheCase()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var other = await installation.AddAuthorityAsync("Grannköpings kommun");
        await installation.AddProcurementAsync(authority, procurement => procurement with { CaseNumber = "EXK 1" });

        var again = await CreateAsync(installation, authority.ProcurementOfficer, TestProcurements.Procurement(authority) with { CaseNumber = "exk 1" });
        var elsewhere = await CreateAsync(installation, other.ProcurementOfficer, TestProcurements.Procurement(other) with { CaseNumber = "EXK 1" });

        Assert.That(again.FieldCodes(), Is.EqualTo(new[] { "CaseNumber:procurements.case-number-taken" }));
        Assert.That(elsewhere.Succeeded, Is.True);
    }

    [Test]
    public async Task Create_BadFields_AreAllNamed()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();

        var result = await CreateAsync(installation, authority.ProcurementOfficer, TestProcurements.CompleteProcurement(authority) with
        {
            CaseNumber = " ",
            Title = new string('å', 201),
            ContactEmail = "åsa",
            TendersUntilTime = "25:00",
            Description = "tecken \u0001",
            AnswersBy = new DateOnly(2026, 11, 3),
            TendersValidUntil = new DateOnly(2026, 11, 2),
            ContractStartsOn = new DateOnly(2026, 11, 2),
        });

        Assert.That(result.FieldCodes(), Is.EquivalentTo(new[]
        {
            "CaseNumber:field.required", "Title:field.too-long", "ContactEmail:field.email", "TendersUntilTime:procurements.wrong-time", "Description:field.no-control-characters",
            "TendersUntil:procurements.dates-out-of-order", "TendersValidUntil:procurements.dates-out-of-order", "ContractStartsOn:procurements.dates-out-of-order",
        }));
        Assert.That(await installation.SingleAsync<int>("select count(*) from Procurements"), Is.Zero);
    }

    [Test]
    public async Task Create_AnswersOnTheSameDayAsTenders_KeepOrder()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var day = new DateOnly(2026, 11, 2);

        var result = await CreateAsync(installation, authority.ProcurementOfficer, TestProcurements.CompleteProcurement(authority) with { QuestionsUntil = day, AnswersBy = day, TendersUntil = day });

        Assert.That(result.Succeeded, Is.True);
    }

    [Test]
    public async Task Create_UnitOfAnotherAuthorityOrClosed_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var other = await installation.AddAuthorityAsync("Grannköpings kommun");
        (await installation.Get<ChangeUnitHandler>().HandleAsync(TestActors.InstallationAdministrator, new ChangeUnit(authority.UnitId, 1, "Stängd", true), CancellationToken.None)).Must();

        var foreign = await CreateAsync(installation, authority.ProcurementOfficer, TestProcurements.Procurement(authority) with { UnitId = other.UnitId });
        var closed = await CreateAsync(installation, authority.ProcurementOfficer, TestProcurements.Procurement(authority));

        Assert.That(foreign.FieldCodes(), Is.EqualTo(new[] { "UnitId:procurements.unknown-unit" }));
        Assert.That(closed.FieldCodes(), Is.EqualTo(new[] { "UnitId:procurements.unknown-unit" }));
    }

    [Test]
    public async Task Change_StaleVersion_TellsWhoWhatAndWhenAndSavesNothing()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var saved = await installation.AddProcurementAsync(authority);
        (await ChangeAsync(installation, authority.ProcurementOfficer, saved, TestProcurements.Procurement(authority) with { Title = "Ny titel" })).Must();

        var stale = await ChangeAsync(installation, authority.ProcurementOfficer, saved, TestProcurements.Procurement(authority) with { Title = "Min titel" });

        Assert.That(stale.Problem?.Kind, Is.EqualTo(ProblemKind.Conflict));
        Assert.That(Texts.Sentence(stale.Problem!), Does.Contain("Testa Testsson").And.Contain("2026-09-14 09:30").And.Contain("Titel"));
        Assert.That((await installation.ReviewAsync(authority.Reader, saved.Id)).Procurement.Title, Is.EqualTo("Ny titel"));
    }

    [Test]
    public async Task Change_ManyAtOnceFromOneVersion_OneWins()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var saved = await installation.AddProcurementAsync(authority);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() =>
            ChangeAsync(installation, authority.ProcurementOfficer, saved, TestProcurements.Procurement(authority) with { Title = $"Titel {number}" }))));

        Assert.That(results.Count(result => result.Succeeded), Is.EqualTo(1));
        Assert.That(results.Where(result => !result.Succeeded).Select(result => result.Problem!.Kind), Is.All.EqualTo(ProblemKind.Conflict));
    }

    [Test]
    public async Task Change_History_HoldsBeforeAndAfter()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var saved = await installation.AddProcurementAsync(authority, procurement => procurement with { Title = "Före" });
        (await ChangeAsync(installation, authority.ProcurementOfficer, saved, TestProcurements.Procurement(authority) with { Title = "Efter" })).Must();

        var history = await installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.Procurement, saved.Id, CancellationToken.None);

        Assert.That(history.Select(entry => entry.Action), Is.EqualTo(new[] { "changed", "created" }));
        Assert.That(history[0].Changes, Does.Contain(new FieldChange("Title", "Före", "Efter")));
    }

    [TestCase(Role.Reader, false)]
    [TestCase(Role.Reporter, false)]
    [TestCase(Role.ProcurementOfficer, true)]
    [TestCase(Role.Administrator, true)]
    public async Task Roles_InTheAuthority_DecideWhoMayChange(Role role, bool may)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var saved = await installation.AddProcurementAsync(authority);
        var actor = TestActors.With(role, authority.Id);
        ProblemKind? expected = may ? null : ProblemKind.Forbidden;

        Assert.That((await CreateAsync(installation, actor, TestProcurements.Procurement(authority))).Problem?.Kind, Is.EqualTo(expected));
        Assert.That((await ChangeAsync(installation, actor, saved, TestProcurements.Procurement(authority))).Problem?.Kind, Is.EqualTo(expected));
        Assert.That((await installation.ReviewAsync(actor, saved.Id)).MayEdit, Is.EqualTo(may));
    }

    [TestCase(Role.Reader)]
    [TestCase(Role.ProcurementOfficer)]
    [TestCase(Role.Administrator)]
    public async Task Roles_InAnotherAuthority_KnowNothingOfIt(Role role)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var other = await installation.AddAuthorityAsync("Grannköpings kommun");
        var saved = await installation.AddProcurementAsync(authority);
        var stranger = TestActors.With(role, other.Id);

        Assert.That((await installation.Get<GetProcurementHandler>().HandleAsync(stranger, saved.Id, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await ChangeAsync(installation, stranger, saved, TestProcurements.Procurement(authority))).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await CreateAsync(installation, stranger, TestProcurements.Procurement(authority))).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await installation.Get<FindProcurementsHandler>().HandleAsync(stranger, new FindProcurements(), CancellationToken.None)).Must().Total, Is.Zero);
    }

    private static Task<Result<ProcurementSaved>> CreateAsync(TestInstallation installation, Actor actor, CreateProcurement request) =>
        installation.Get<CreateProcurementHandler>().HandleAsync(actor, request, CancellationToken.None);

    private static Task<Result<ProcurementSaved>> ChangeAsync(TestInstallation installation, Actor actor, ProcurementSaved saved, CreateProcurement content) =>
        installation.Get<ChangeProcurementHandler>().HandleAsync(
            actor,
            new ChangeProcurement(content) { Id = saved.Id, Version = saved.Version },
            CancellationToken.None);
}
