using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Meetings.Questions;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings;

public sealed class EqualInformationTests
{
    private static readonly byte[] Pdf = "%PDF-1.7 "u8.ToArray();

    private RecordingMailTransport _mail = null!;
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;
    private Guid _procurement;
    private MeetingSaved _meeting = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _mail = new RecordingMailTransport();
        _installation = await TestInstallation.CreateAsync(services => services.AddScoped<IMailTransport>(_ => _mail));
        _authority = await _installation.AddAuthorityAsync();
        _procurement = (await _installation.AddProcurementAsync(_authority)).Id;
        _meeting = await _installation.AddMeetingAsync(_authority, meeting => meeting with { ProcurementId = _procurement });
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Publish_SeveralEntries_SendsOneMailToEachAndShowsThemToAnybodyWithTheAddress()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 2);
        _installation.GoToAfterTheMeeting();
        await _installation.DispatchAsync();
        var before = _mail.Sent.Count;
        await _installation.TellAsync(_authority, _meeting.Id, "Avtalet gäller i två år.");
        await _installation.TellAsync(_authority, _meeting.Id, "Vi annonserar i mars.");

        var published = await _installation.PublishAsync(_authority, _meeting.Id);
        await _installation.TellAsync(_authority, _meeting.Id, "Det här vet inte alla än.");
        await _installation.DispatchAsync();
        await _installation.DispatchAsync();

        var mails = _mail.Sent.Skip(before).ToList();
        Assert.That((published.Published, published.Told, mails.Count), Is.EqualTo((2, 2, 2)));
        Assert.That(mails[0].TextBody, Does.Contain("Avtalet gäller i två år.").And.Contain("Vi annonserar i mars.").And.Contain($"/dialog/{published.PageCode}"));
        var page = await _installation.PublicPageAsync(published.PageCode);
        Assert.That(page.Meetings.Single().Entries.Select(entry => entry.Latest.Information), Is.EqualTo(new[] { "Avtalet gäller i två år.", "Vi annonserar i mars." }));
        Assert.That((await LogAsync()).Publications.Single().Sent, Is.EqualTo(2));
        Assert.That((await _installation.Get<PublishInformationHandler>().HandleAsync(_authority.Reader, new PublishInformation(_meeting.Id), CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NotAllowed));
        Assert.That((await _installation.Get<ReadPublicInformationHandler>().LookAsync("0000", CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
    }

    [Test]
    public async Task Correct_APublishedEntry_IsANewVersionWithAReasonAndNeverErasesTheFirst()
    {
        _installation.GoToAfterTheMeeting();
        var entry = await _installation.TellAsync(_authority, _meeting.Id, "Tio platser.");
        var code = (await _installation.PublishAsync(_authority, _meeting.Id)).PageCode;

        var unexplained = await CorrectAsync(new CorrectInformation { MeetingId = _meeting.Id, EntryId = entry.Id, Number = 1, Information = "Tolv platser." });
        (await CorrectAsync(new CorrectInformation { MeetingId = _meeting.Id, EntryId = entry.Id, Number = 1, Information = "Tolv platser.", Reason = "Vi räknade fel." })).Must();
        var stale = await CorrectAsync(new CorrectInformation { MeetingId = _meeting.Id, EntryId = entry.Id, Number = 1, Information = "Elva platser.", Reason = "Igen." });
        var between = await _installation.PublicPageAsync(code);
        await _installation.PublishAsync(_authority, _meeting.Id);
        var after = await _installation.PublicPageAsync(code);

        Assert.That(unexplained.FieldCodes(), Is.EqualTo(new[] { "Reason:field.required" }));
        Assert.That(stale.Problem, Is.EqualTo(AtMeetingProblems.SomebodyElseWasFirst));
        Assert.That(between.Meetings[0].Entries[0].Latest.Information, Is.EqualTo("Tio platser."));
        Assert.That(after.Meetings[0].Entries[0].Versions.Select(version => (version.Information, version.Reason)), Is.EqualTo(new[] { ("Tio platser.", null), ("Tolv platser.", "Vi räknade fel.") }));
    }

    [Test]
    public async Task Withdraw_AnEntry_HidesWhatItSaidFromThePublicButNotWhyOrFromTheOfficer()
    {
        _installation.GoToAfterTheMeeting();
        var entry = (await AddAsync(new AddInformation { MeetingId = _meeting.Id, Kind = InformationKind.Shown, Information = "Fel karta.", File = Pdf, FileName = "karta.pdf" })).Must();
        var never = await _installation.TellAsync(_authority, _meeting.Id, "Aldrig sagt.");
        (await CorrectAsync(new CorrectInformation { MeetingId = _meeting.Id, EntryId = never.Id, Number = 1, IsWithdrawn = true, Reason = "Skrevs i fel möte." })).Must();
        var published = await _installation.PublishAsync(_authority, _meeting.Id);
        var read = _installation.Get<ReadPublicInformationHandler>();
        var open = await read.FileAsync(published.PageCode, entry.Latest.FileId!.Value, CancellationToken.None);

        (await CorrectAsync(new CorrectInformation { MeetingId = _meeting.Id, EntryId = entry.Id, Number = 1, IsWithdrawn = true, Reason = "Kartan visade en annan park." })).Must();
        await _installation.PublishAsync(_authority, _meeting.Id);

        var shown = (await _installation.PublicPageAsync(published.PageCode)).Meetings[0].Entries.Single();
        Assert.That(published.Published, Is.EqualTo(1), "What was struck before anybody read it is not told.");
        Assert.That((open.Must().FileName, open.Must().ContentType), Is.EqualTo(("karta.pdf", "application/pdf")));
        Assert.That((shown.Latest.IsWithdrawn, shown.Latest.Reason, shown.Latest.Information, shown.Versions.Count), Is.EqualTo((true, "Kartan visade en annan park.", "", 1)));
        Assert.That((await read.FileAsync(published.PageCode, entry.Latest.FileId!.Value, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
        Assert.That((await LogAsync()).Entries[0].Versions[0].Information, Is.EqualTo("Fel karta."));
    }

    [Test]
    public async Task Question_ThatCameWithAnAnswer_IsTakenUpAnsweredAndPublished()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 1);
        var invitation = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Invitations.Single();
        (await _installation.Get<NoteAnswerHandler>().HandleAsync(_authority.ProcurementOfficer, new NoteAnswer { InvitationId = invitation.Id, Answer = MeetingAnswer.No, Question = "Vi på Part 1 undrar om priset?" }, CancellationToken.None)).Must();
        _installation.GoToAfterTheMeeting();
        var sent = (await QuestionsAsync()).Sent.Single();

        var noted = (await _installation.Get<NoteQuestionHandler>().HandleAsync(
            _authority.ProcurementOfficer, new NoteQuestion { MeetingId = _meeting.Id, InvitationId = sent.InvitationId, Question = "Vad är priset?" }, CancellationToken.None)).Must();
        var answered = (await AnswerAsync(noted, "Det bestämmer anbudet.")).Must();
        var code = (await _installation.PublishAsync(_authority, _meeting.Id)).PageCode;
        var list = await QuestionsAsync();
        var unexplained = await AnswerAsync(list.Items.Single(), "Högst 500 kr.");
        var changed = (await AnswerAsync(list.Items.Single(), "Högst 500 kr.", "Vi har bestämt ett tak.")).Must();

        Assert.That((noted.State, answered.State, list.Items.Single().State, changed.State), Is.EqualTo((QuestionState.Unanswered, QuestionState.Answered, QuestionState.Published, QuestionState.Answered)));
        Assert.That(list.Sent, Is.Empty);
        Assert.That(unexplained.FieldCodes(), Is.EqualTo(new[] { "Reason:field.required" }));
        var shown = (await _installation.PublicPageAsync(code)).Meetings[0].Entries.Single().Latest;
        Assert.That((shown.Information, shown.Answer), Is.EqualTo(("Vad är priset?", "Det bestämmer anbudet.")));
        Assert.That($"{shown}", Does.Not.Contain("Part 1"));
    }

    [Test]
    public async Task Dialogue_OfAProcurement_CountsWhatIsNotToldAndGivesAnAnnexOfTheRest()
    {
        _installation.GoToAfterTheMeeting();
        await _installation.TellAsync(_authority, _meeting.Id, "Avtalet gäller i två år.");
        var before = await DialogueAsync();
        var early = await WriteAnnexAsync();
        await _installation.PublishAsync(_authority, _meeting.Id);
        await _installation.TellAsync(_authority, _meeting.Id, "Hemligt än.");

        var after = await DialogueAsync();
        var pack = (await WriteAnnexAsync()).Must();

        Assert.That((before.Waiting, before.HasPublished, before.Page), Is.EqualTo((1, false, (Uri?)null)));
        Assert.That(early.Problem?.Fields.Single().Code, Is.EqualTo(DocumentProblems.NotForThisProcurement));
        Assert.That((after.Waiting, after.HasPublished), Is.EqualTo((1, true)));
        var file = (await _installation.Get<GetDocumentFileHandler>().HandleAsync(_authority.Reader, pack.Documents.Single().Id, CancellationToken.None)).Must();
        Assert.That(WordFile.Faults(file.Content), Is.Empty);
        Assert.That(WordFile.Text(file.Content), Does.Contain("Avtalet gäller i två år.").And.Contain(after.Page!.AbsoluteUri).And.Not.Contain("Hemligt än."));
        Assert.That((await _installation.PublicPageAsync(after.Page.Segments[^1])).CaseNumber, Is.Not.Null);
        Assert.That((await _installation.Get<GetDialogueHandler>().HandleAsync(TestActors.With(Role.Reader, Guid.CreateVersion7()), _procurement, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
    }

    [TestCase("karta.exe", AtMeetingProblems.WrongFileType)]
    [TestCase("karta.docx", AtMeetingProblems.FileIsNotWhatItSays)]
    [TestCase("karta.png", AtMeetingProblems.FileIsNotWhatItSays)]
    public async Task File_OfAnotherKindThanItsName_IsRefused(string name, string code) =>
        Assert.That((await AddAsync(new AddInformation { MeetingId = _meeting.Id, Information = "Karta", File = Pdf, FileName = name })).FieldCodes(), Is.EqualTo(new[] { $"File:{code}" }));

    [Test]
    public async Task Information_WithAPersonalNumberOrOfALaterDay_IsRefused()
    {
        var person = await AddAsync(new AddInformation { MeetingId = _meeting.Id, Information = "Ring 19121212-1212." });
        var later = await AddAsync(new AddInformation { MeetingId = _meeting.Id, Information = "Snart.", GivenOn = new DateOnly(2026, 12, 24) });

        Assert.That(person.FieldCodes().Single(), Does.StartWith("Information:"));
        Assert.That(later.FieldCodes(), Is.EqualTo(new[] { $"GivenOn:{AtMeetingProblems.GivenLater}" }));
    }

    [Test]
    public async Task TellNewlyInvited_AfterAPublication_SendsOnlyToThem()
    {
        await _installation.InviteOthersAsync(_authority, _meeting, 1);
        await _installation.TellAsync(_authority, _meeting.Id);
        await _installation.PublishAsync(_authority, _meeting.Id);
        var version = (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Meeting.Version;
        await _installation.InviteOthersAsync(_authority, _meeting with { Version = version }, 3);

        var tell = _installation.Get<TellNewlyInvitedHandler>();
        var without = (await LogAsync()).WithoutMail;
        var told = (await tell.HandleAsync(_authority.ProcurementOfficer, new TellNewlyInvited(_meeting.Id), CancellationToken.None)).Must();
        var again = await tell.HandleAsync(_authority.ProcurementOfficer, new TellNewlyInvited(_meeting.Id), CancellationToken.None);

        Assert.That((without, told, again.Problem?.Code), Is.EqualTo((2, 2, AtMeetingProblems.NobodyWithoutMail)));
    }

    private Task<Result<InformationEntry>> AddAsync(AddInformation request) => _installation.Get<AddInformationHandler>().HandleAsync(_authority.ProcurementOfficer, request, CancellationToken.None);

    private Task<Result<InformationEntry>> CorrectAsync(CorrectInformation request) => _installation.Get<CorrectInformationHandler>().HandleAsync(_authority.ProcurementOfficer, request, CancellationToken.None);

    private Task<Result<MeetingQuestion>> AnswerAsync(MeetingQuestion question, string answer, string? reason = null) => _installation.Get<AnswerQuestionHandler>().HandleAsync(
        _authority.ProcurementOfficer,
        new AnswerQuestion { MeetingId = _meeting.Id, Id = question.Id, Version = question.Version, Question = question.Question, Answer = answer, Reason = reason },
        CancellationToken.None);

    private Task<Result<DocumentPack>> WriteAnnexAsync() => _installation.Get<WriteDocumentPackHandler>().HandleAsync(
        _authority.ProcurementOfficer, new WriteDocumentPack(_procurement, [ShippedTemplates.DialogueAnnex.Key]), CancellationToken.None);

    private async Task<QuestionList> QuestionsAsync() => (await _installation.Get<GetQuestionsHandler>().HandleAsync(_authority.Reader, _meeting.Id, CancellationToken.None)).Must();

    private async Task<InformationLog> LogAsync() => (await _installation.Get<GetInformationHandler>().HandleAsync(_authority.Reader, _meeting.Id, CancellationToken.None)).Must();

    private async Task<ProcurementDialogue> DialogueAsync() => (await _installation.Get<GetDialogueHandler>().HandleAsync(_authority.Reader, _procurement, CancellationToken.None)).Must();
}
