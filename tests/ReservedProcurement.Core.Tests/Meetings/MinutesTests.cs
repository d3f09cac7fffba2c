using System.Security.Cryptography;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Attendance;
using ReservedProcurement.Core.Meetings.Minutes;
using ReservedProcurement.Core.Meetings.Minutes.ToDos;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings;

public sealed class MinutesTests
{
    private RecordingMailTransport _mail = null!;
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;
    private MeetingSaved _meeting = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _mail = new RecordingMailTransport();
        _installation = await TestInstallation.CreateAsync(services => services.AddScoped<IMailTransport>(_ => _mail));
        _authority = await _installation.AddAuthorityAsync();
        _meeting = await _installation.AddMeetingAsync(_authority);
        await _installation.InviteOthersAsync(_authority, _meeting, 2);
        _installation.GoToAfterTheMeeting();
        await _installation.DispatchAsync();
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [TestCase("13.15 Vad vi ska köpa", "Vad vi ska köpa")]
    [TestCase("kl. 9:00–9:30 Kaffe", "Kaffe")]
    [TestCase("- Frågor", "Frågor")]
    [TestCase("2. Priser", "Priser")]
    [TestCase("3 rum behövs", "3 rum behövs")]
    [TestCase("14.45", null)]
    public void Heading_OfALineOfTheAgenda_IsWithoutItsTime(string line, string? heading) => Assert.That(MinutesRules.Heading(line), Is.EqualTo(heading));

    [Test]
    public void Heading_OfAnyLine_IsNeverEmptyNorTooLong() =>
        Gen.String.Sample(line => MinutesRules.Heading(line) is null or { Length: > 0 and <= 200 });

    [Test]
    public async Task Publish_ADraft_LocksItKeepsTheFileAndTellsAllInvited()
    {
        await _installation.CheckInAsync(_authority, new CheckIn { MeetingId = _meeting.Id, PartyName = "Part 1", Supervisors = 2 });
        (await AddToDoAsync("Räkna om ytorna")).Must();
        var saved = await _installation.SaveMinutesAsync(_authority, _meeting.Id);

        var published = (await PublishAsync(saved.Version)).Must();
        await _installation.DispatchAsync();

        var file = (await _installation.Get<GetMinutesHandler>().FileAsync(_authority.Reader, _meeting.Id, 1, CancellationToken.None)).Must();
        var text = WordFile.Text(file.Content);
        Assert.That(published.Sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(file.Content))));
        Assert.That(WordFile.Faults(file.Content), Is.Empty);
        Assert.That(text, Does.Contain("Många vill ha mindre delar.").And.Contain("Köpet delas i tre delar.").And.Contain("Räkna om ytorna").And.Contain("Part 1").And.Contain("Enhetschefen").And.Not.Contain("Välj datum"));
        Assert.That((await SaveAgainAsync(saved.Version + 1)).Problem, Is.EqualTo(AtMeetingProblems.IsPublished));
        var mail = _mail.Sent.Where(mail => mail.Subject?.StartsWith("Minnesanteckningar", StringComparison.Ordinal) == true).ToList();
        Assert.That(mail.Select(one => one.To.Mailboxes.Single().Address), Is.EquivalentTo(new[] { "part1@parter.example", "part2@parter.example" }));
        Assert.That(mail.Single(one => one.To.Mailboxes.Single().Address.StartsWith("part1", StringComparison.Ordinal)).TextBody, Does.Contain($"/dialog/{published.PageCode}").And.Not.Contain("Part 2").And.Not.Contain("part2@"));
        var page = await _installation.PublicPageAsync(published.PageCode);
        Assert.That(page.Meetings.Single().Minutes?.Decisions, Is.EqualTo(new[] { "Köpet delas i tre delar." }));
        Assert.That(page.Meetings.Single().ToDos.Single().Task, Is.EqualTo("Räkna om ytorna"));
    }

    [Test]
    public async Task Revise_PublishedMinutes_GivesANextVersionWithItsReasonAndKeepsTheFirst()
    {
        var first = (await PublishAsync((await _installation.SaveMinutesAsync(_authority, _meeting.Id)).Version)).Must();
        _installation.Clock.Advance(TimeSpan.FromHours(1));
        var revise = _installation.Get<ReviseMinutesHandler>();
        var unexplained = await revise.HandleAsync(_authority.ProcurementOfficer, new ReviseMinutes(_meeting.Id, " "), CancellationToken.None);
        var draft = (await revise.HandleAsync(_authority.ProcurementOfficer, new ReviseMinutes(_meeting.Id, "Antalet var fel."), CancellationToken.None)).Must();
        var twice = await revise.HandleAsync(_authority.ProcurementOfficer, new ReviseMinutes(_meeting.Id, "En gång till."), CancellationToken.None);
        var saved = await _installation.SaveMinutesAsync(_authority, _meeting.Id, draft.Version, "Några vill ha mindre delar.");

        var second = (await PublishAsync(saved.Version)).Must();

        var page = (await _installation.PublicPageAsync(second.PageCode)).Meetings.Single();
        Assert.That((unexplained.FieldCodes().Single(), twice.Problem?.Code), Is.EqualTo(("ChangeNote:field.required", AtMeetingProblems.DraftExists)));
        Assert.That((second.Number, second.PageCode), Is.EqualTo((2, first.PageCode)));
        Assert.That((page.Minutes?.ChangeNote, page.Minutes?.Sections[0].Notes), Is.EqualTo(("Antalet var fel.", "Några vill ha mindre delar.")));
        Assert.That(page.MinutesVersions.Select(version => version.Sha256), Is.EqualTo(new[] { second.Sha256, first.Sha256 }));
    }

    [Test]
    public async Task Save_OfAStaleDraftOrWithAPersonalNumber_IsRefused()
    {
        await _installation.SaveMinutesAsync(_authority, _meeting.Id);
        await _installation.SaveMinutesAsync(_authority, _meeting.Id, version: 1);

        var stale = await SaveAgainAsync(1);
        var person = await SaveAgainAsync(2, "Ring 19121212-1212.");
        var reader = await _installation.Get<SaveMinutesHandler>().HandleAsync(_authority.Reader, new SaveMinutes { MeetingId = _meeting.Id, Version = 2 }, CancellationToken.None);

        Assert.That(stale.Problem, Is.EqualTo(AtMeetingProblems.SomebodyElseWasFirst));
        Assert.That(person.FieldCodes().Single(), Does.StartWith("Sections[0].Notes:"));
        Assert.That(reader.Problem, Is.EqualTo(CommonProblems.NotAllowed));
    }

    [Test]
    public async Task ToDo_ThatHasBeenToldOf_CanBeDoneButNotRemoved()
    {
        var (told, mistake) = ((await AddToDoAsync("Räkna om ytorna")).Must(), (await AddToDoAsync("Fel")).Must());
        var remove = _installation.Get<RemoveToDoHandler>();
        (await remove.HandleAsync(_authority.ProcurementOfficer, new RemoveToDo(_meeting.Id, mistake.Id), CancellationToken.None)).Must();
        (await PublishAsync((await _installation.SaveMinutesAsync(_authority, _meeting.Id)).Version)).Must();

        var removed = await remove.HandleAsync(_authority.ProcurementOfficer, new RemoveToDo(_meeting.Id, told.Id), CancellationToken.None);
        var left = await FindAsync(new FindToDos());
        (await _installation.Get<MarkToDoHandler>().HandleAsync(_authority.ProcurementOfficer, new MarkToDo(_meeting.Id, told.Id, true), CancellationToken.None)).Must();

        Assert.That(removed.Problem?.Code, Is.EqualTo(AtMeetingProblems.ToDoTold));
        Assert.That(left.Select(toDo => toDo.Task), Is.EqualTo(new[] { "Räkna om ytorna" }));
        Assert.That(await FindAsync(new FindToDos()), Is.Empty);
        Assert.That((await FindAsync(new FindToDos { IsDone = true, Text = "YTORNA" })).Single().DoneByName, Is.Not.Null);
        Assert.That(await FindAsync(new FindToDos { IsDone = null, Mine = true }), Is.Empty);
    }

    private async Task<IReadOnlyList<ToDo>> FindAsync(FindToDos request) => (await _installation.Get<FindToDosHandler>().HandleAsync(_authority.ProcurementOfficer, request, CancellationToken.None)).Must();

    private Task<Result<ToDo>> AddToDoAsync(string task) => _installation.Get<AddToDoHandler>().HandleAsync(
        _authority.ProcurementOfficer, new AddToDo { MeetingId = _meeting.Id, Task = task, Responsible = "Parkenheten", DueOn = new DateOnly(2026, 12, 1) }, CancellationToken.None);

    private Task<Result<MinutesSaved>> SaveAgainAsync(int version, string notes = "Nytt.") => _installation.Get<SaveMinutesHandler>().HandleAsync(
        _authority.ProcurementOfficer, new SaveMinutes { MeetingId = _meeting.Id, Version = version, Sections = [new MinutesSection("Punkt", notes)] }, CancellationToken.None);

    private Task<Result<MinutesPublished>> PublishAsync(int version) =>
        _installation.Get<PublishMinutesHandler>().HandleAsync(_authority.ProcurementOfficer, new PublishMinutes(_meeting.Id, version, "Enhetschefen"), CancellationToken.None);
}
