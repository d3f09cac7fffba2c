using CsCheck;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings.Programmes;

public sealed class BidSchoolTests
{
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _installation = await TestInstallation.CreateAsync();
        _authority = await _installation.AddAuthorityAsync();
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Progress_CountsWhoSaidYes_OnceTheMeetingHasBeen()
    {
        var (alfa, beta) = (await AddEnterpriseAsync("Alfa"), await AddEnterpriseAsync("Beta"));
        var school = await SchoolAsync();
        var meeting = await InvitedMeetingAsync((alfa, MeetingAnswer.Yes), (beta, MeetingAnswer.No));
        await SaveAsync(school, "Räkna", position: null);
        await SaveAsync(school, "Läsa", position: 1, meeting);

        var before = await DetailsAsync(school);
        _installation.Clock.Advance(TimeSpan.FromDays(80));
        var after = await DetailsAsync(school);

        Assert.That(before.Modules.Select(module => (module.Position, module.Title)), Is.EqualTo(new[] { (1, "Läsa"), (2, "Räkna") }));
        Assert.That(before.Figures, Is.EqualTo(new BidSchoolFigures(2, 0, 0, 0, 0, 0)));
        Assert.That(after.Figures, Is.EqualTo(new BidSchoolFigures(2, 1, 0, 0, 0, 0)));
        Assert.That(after.Shown.Select(one => (one.Name, one.NextStep, one.NextModule?.Title)), Is.EqualTo(new[] { ("Alfa", BidSchoolNextStep.Attend, "Räkna"), ("Beta", BidSchoolNextStep.Attend, "Läsa") }));
    }

    [Test]
    public async Task Steps_AreNotedWithTheirSource_AndUndone_WithBothInTheHistory()
    {
        var alfa = await AddEnterpriseAsync("Alfa");
        var school = await SchoolAsync();
        (await NoteAsync(school, alfa, BidSchoolStep.FirstTender)).Must();
        var twice = await NoteAsync(school, alfa, BidSchoolStep.FirstTender);
        (await NoteAsync(school, alfa, BidSchoolStep.FirstWin)).Must();
        var noted = await DetailsAsync(school);

        (await _installation.Get<NoteStepHandler>().UndoAsync(_authority.ProcurementOfficer, new UndoStep(school, alfa, BidSchoolStep.FirstWin), CancellationToken.None)).Must();

        Assert.That(twice.Problem?.Code, Is.EqualTo(BidSchoolProblems.StepNoted));
        Assert.That((noted.Figures.Tendered, noted.Figures.Won, noted.Shown.Single().NextStep, noted.Shown.Single().Steps[0].Source), Is.EqualTo((1, 1, BidSchoolNextStep.Done, "Öppningsprotokoll")));
        Assert.That((await DetailsAsync(school)).Shown.Single().NextStep, Is.EqualTo(BidSchoolNextStep.Win));
        var history = await _installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.BidSchool, school, CancellationToken.None);
        Assert.That(history.Select(entry => entry.Action), Is.EquivalentTo(new[] { "created", "step-noted", "step-noted", "step-undone" }));
    }

    [Test]
    public async Task Step_ThatCannotBe_IsRefused()
    {
        var school = await SchoolAsync();
        var alfa = await AddEnterpriseAsync("Alfa");
        var note = _installation.Get<NoteStepHandler>();
        var empty = await note.HandleAsync(_authority.ProcurementOfficer, new NoteStep { BidSchoolId = school, SocialEnterpriseId = alfa }, CancellationToken.None);
        var person = await NoteAsync(school, alfa, BidSchoolStep.Asked, source: "Ringde 850709-9805");
        var tomorrow = await NoteAsync(school, alfa, BidSchoolStep.Asked, new DateOnly(2026, 9, 15));
        var nobody = await NoteAsync(school, Guid.CreateVersion7(), BidSchoolStep.Asked);

        Assert.That(empty.FieldCodes(), Is.EquivalentTo(new[] { "Step:field.required", "TakenOn:field.required", "Source:field.required" }));
        Assert.That(person.FieldCodes().Single(), Does.StartWith("Source:"));
        Assert.That(tomorrow.FieldCodes(), Is.EqualTo(new[] { $"TakenOn:{BidSchoolProblems.DayToCome}" }));
        Assert.That(nobody.FieldCodes(), Is.EqualTo(new[] { $"SocialEnterpriseId:{BidSchoolProblems.UnknownEnterprise}" }));
    }

    [Test]
    public async Task Enterprise_WithANotedStep_StaysInTheRegister_AndShowsItThere()
    {
        var alfa = await AddEnterpriseAsync("Alfa");
        var school = await SchoolAsync();
        (await NoteAsync(school, alfa, BidSchoolStep.Asked)).Must();
        var other = await _installation.AddAuthorityAsync("Låtsasköpings kommun");
        var get = _installation.Get<GetBidSchoolHandler>();

        var own = await get.OfEnterpriseAsync(_authority.Reader, alfa, CancellationToken.None);
        var strangers = await get.OfEnterpriseAsync(other.Reader, alfa, CancellationToken.None);
        var removed = await _installation.Get<RemoveSocialEnterpriseHandler>().HandleAsync(_authority.ProcurementOfficer, new RemoveSocialEnterprise(alfa, 1), CancellationToken.None);

        Assert.That((own.Single().BidSchool.Name, own.Single().Progress.Steps.Single().Step), Is.EqualTo(("Anbudsskola för ASF", BidSchoolStep.Asked)));
        Assert.That(strangers, Is.Empty);
        Assert.That(removed.Problem?.Kind, Is.EqualTo(ProblemKind.Refused));
    }

    [Test]
    public async Task Module_RemovedLeavesTheMeetingAndClosesTheGap_AndStrangersMeetingsAreUnknown()
    {
        var school = await SchoolAsync();
        var meeting = (await _installation.AddMeetingAsync(_authority)).Id;
        await SaveAsync(school, "Läsa", null, meeting);
        await SaveAsync(school, "Räkna", null);
        var other = await _installation.AddAuthorityAsync("Låtsasköpings kommun");
        var strange = (await _installation.AddMeetingAsync(other)).Id;
        var details = await DetailsAsync(school);
        var save = _installation.Get<SaveModuleHandler>();

        var unknown = await save.HandleAsync(_authority.ProcurementOfficer, new SaveModule { BidSchoolId = school, Version = details.BidSchool.Version, Title = "Vinna", MeetingIds = [strange] }, CancellationToken.None);
        (await save.RemoveAsync(_authority.ProcurementOfficer, new RemoveModule(school, details.BidSchool.Version, details.Modules[0].Id), CancellationToken.None)).Must();

        Assert.That(unknown.FieldCodes(), Is.EqualTo(new[] { $"MeetingIds:{BidSchoolProblems.UnknownMeeting}" }));
        Assert.That((await DetailsAsync(school)).Modules.Select(module => (module.Position, module.Title)), Is.EqualTo(new[] { (1, "Räkna") }));
        Assert.That((await _installation.MeetingDetailsAsync(_authority, meeting)).Meeting.Id, Is.EqualTo(meeting));
        Assert.That((await _installation.Get<GetBidSchoolHandler>().HandleAsync(other.Reader, school, new ProgressFilter(), CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
    }

    /// <summary>Whatever is noted in whatever order, a further step never sets an enterprise back.</summary>
    [Test]
    public void NextStep_WithOneStepMore_IsNeverEarlier() =>
        Gen.Select(Gen.Enum<BidSchoolStep>().Array[0, 3], Gen.Enum<BidSchoolStep>(), Gen.Bool).Sample((steps, more, modulesLeft) =>
            ProgressRules.Next([.. steps, more], modulesLeft) >= ProgressRules.Next(steps, modulesLeft)
            && ProgressRules.Next(steps, hasModulesLeft: false) >= ProgressRules.Next(steps, hasModulesLeft: true));

    private async Task<Guid> AddEnterpriseAsync(string name) =>
        (await _installation.AddSocialEnterpriseAsync(enterprise => enterprise with { Name = name, Contacts = [new ContactContent { Email = $"{name.ToLowerInvariant()}@foretag.example" }] })).Id;

    private async Task<Guid> SchoolAsync() => (await _installation.Get<SaveBidSchoolHandler>().CreateAsync(
        _authority.ProcurementOfficer, new CreateBidSchool { AuthorityId = _authority.Id, Name = "Anbudsskola för ASF" }, CancellationToken.None)).Must().Id;

    private async Task SaveAsync(Guid school, string title, int? position, params Guid[] meetings) => (await _installation.Get<SaveModuleHandler>().HandleAsync(
        _authority.ProcurementOfficer,
        new SaveModule { BidSchoolId = school, Version = (await DetailsAsync(school)).BidSchool.Version, Title = title, Position = position, MeetingIds = meetings },
        CancellationToken.None)).Must();

    private async Task<Guid> InvitedMeetingAsync(params (Guid Enterprise, MeetingAnswer Answer)[] answers)
    {
        var meeting = await _installation.AddMeetingAsync(_authority);
        (await _installation.Get<InviteToMeetingHandler>().HandleAsync(
            _authority.ProcurementOfficer, new InviteToMeeting { MeetingId = meeting.Id, Version = 1, SocialEnterpriseIds = [.. answers.Select(answer => answer.Enterprise)] }, CancellationToken.None)).Must();
        foreach (var invitation in (await _installation.MeetingDetailsAsync(_authority, meeting.Id)).Invitations)
        {
            var answer = answers.Single(one => one.Enterprise == invitation.SocialEnterpriseId).Answer;
            (await _installation.Get<NoteAnswerHandler>().HandleAsync(_authority.ProcurementOfficer, new NoteAnswer { InvitationId = invitation.Id, Answer = answer }, CancellationToken.None)).Must();
        }

        return meeting.Id;
    }

    private Task<Result<BidSchoolSaved>> NoteAsync(Guid school, Guid enterprise, BidSchoolStep step, DateOnly? day = null, string source = "Öppningsprotokoll") => _installation.Get<NoteStepHandler>().HandleAsync(
        _authority.ProcurementOfficer,
        new NoteStep { BidSchoolId = school, SocialEnterpriseId = enterprise, Step = step, TakenOn = day ?? new DateOnly(2026, 9, 10), Source = source },
        CancellationToken.None);

    private async Task<BidSchoolDetails> DetailsAsync(Guid id) => (await _installation.Get<GetBidSchoolHandler>().HandleAsync(_authority.Reader, id, new ProgressFilter(), CancellationToken.None)).Must();
}
