using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.FollowUp;
using ReservedProcurement.Core.Meetings.FollowUp.Mails;
using ReservedProcurement.Core.Meetings.FollowUp.Surveys;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings.FollowUp;

public sealed class AfterMeetingTests : FollowUpFixture
{
    [Test]
    public async Task DayBefore_GoesTheWorkingDayBeforeToThoseWhoCome_AndAgainWhenTheMeetingIsMoved()
    {
        await ChangeAsync(content => content with { Capacity = 3 });
        await AnswerAsync(1, MeetingAnswer.Yes, 3);
        await AnswerAsync(2, MeetingAnswer.Yes, 2);
        await AnswerAsync(3, MeetingAnswer.No);
        await AnswerAsync(4, MeetingAnswer.Maybe);
        await RunAsync();
        At("2026-11-20");

        var mail = (await RunAsync()).Single();

        Assert.That((mail.To.Mailboxes.Single().Address, mail.Subject), Is.EqualTo(("part1@parter.example", "Vi ses måndag 23 november: Dialogmöte om arbetsträning")));
        Assert.That(mail.TextBody, Does.Contain("hörslinga").And.Contain("13.15 Vad vi ska köpa").And.Contain("Ja, vi kommer: 3 deltagare").And.Contain("Ändra svaret").And.Not.Contain("Svara senast"));
        Assert.That(mail.HtmlBody, Does.Contain("13.00 Välkomna<br>13.15 Vad vi ska köpa"), "Lines stay lines.");
        Assert.That(await RunAsync(), Is.Empty);

        await ChangeAsync(content => content with { Date = new DateOnly(2026, 11, 26) });
        await Installation.DispatchAsync();
        At("2026-11-25");
        Assert.That((await RunAsync()).Single().Subject, Is.EqualTo("Vi ses torsdag 26 november: Dialogmöte om arbetsträning"));
    }

    [Test]
    public async Task Thanks_GoTheWorkingDayAfterToThoseWhoCame_WithMaterialAndQuestions()
    {
        await AnswerAsync(1, MeetingAnswer.Yes);
        await WriteMaterialAsync("Bilderna: https://filer.exempelstad.example/bilder.pdf\nProtokollet kommer i nästa vecka.");
        At("2026-11-23", "15:30");
        Assert.That(await RunAsync(), Is.Empty, "the same day");

        At("2026-11-24");
        var mail = (await RunAsync()).Single();

        Assert.That(mail.Subject, Is.EqualTo("Tack för att ni kom: Dialogmöte om arbetsträning"));
        Assert.That(mail.TextBody, Does.Contain("Bilderna:\nhttps://filer.exempelstad.example/bilder.pdf").And.Contain("Protokollet kommer").And.Contain("/mote/enkat?kod=").And.Contain("ser inte vem som har svarat vad"));
        Assert.That(mail.HtmlBody, Does.Contain("<a href=\"https://filer.exempelstad.example/bilder.pdf\""));
        Assert.That(await RunAsync(), Is.Empty);
    }

    [Test]
    public async Task Thanks_ForAMeetingLongAgo_AreNotSent()
    {
        await AnswerAsync(1, MeetingAnswer.Yes);
        At("2026-12-09");
        Assert.That(await RunAsync(), Is.Empty);
    }

    [Test]
    public async Task Survey_AnsweredByThree_IsShownWithoutWhoAndOnlyOncePerLink()
    {
        for (var party = 1; party <= 4; party++)
        {
            await AnswerAsync(party, MeetingAnswer.Yes);
        }

        At("2026-11-24");
        await RunAsync();
        await AnswerSurveyAsync(1, 5, "Kontakter", "Mer fika");
        await AnswerSurveyAsync(2, 4, "Att det går att lämna anbud tillsammans", null);
        Assert.That(await SurveyAsync() is { Answered: 2, Shown: 0, Average: null, TakeAways.Count: 0 }, Is.True);

        await AnswerSurveyAsync(3, 3, null, null);
        Assert.That(await SurveyAsync() is { Answered: 3, Shown: 3, Average: 4 }, Is.True);
        await AnswerSurveyAsync(4, 1, "Zzz", null);
        Assert.That(await SurveyAsync() is { Answered: 4, Shown: 3 }, Is.True, "A fourth alone would be known.");
        var again = await TryAnswerAsync(1, new SurveyContent { Usefulness = 1 });
        Assert.That(again.Problem, Is.EqualTo(FollowUpProblems.HasAnsweredSurvey));

        At("2026-12-15");
        var closed = await SurveyAsync();
        Assert.That((closed.Shown, closed.Asked, string.Join(' ', closed.Usefulness)), Is.EqualTo((4, 4, "1 0 1 1 1")));
        Assert.That(closed.TakeAways, Is.EqualTo(new[] { "Att det går att lämna anbud tillsammans", "Kontakter", "Zzz" }));
        Assert.That((await TryAnswerAsync(1, new SurveyContent { Usefulness = 1 })).Problem?.Code, Is.EqualTo(MailProblems.LinkExpired));
        var file = (await Installation.Get<GetSurveyHandler>().ExportAsync(Authority.Reader, Meeting.Id, CancellationToken.None)).Must();
        Assert.That(file.FileName, Is.EqualTo("enkat-2026-11-23.xlsx"));
    }

    [Test]
    public async Task Survey_OfSeveralAtOnce_KeepsAllAndNothingThatTellsWho()
    {
        At("2026-11-24");
        await Task.WhenAll(Enumerable.Range(1, 4).Select(party => Task.Run(() => AnswerSurveyAsync(party, party, null, null))));

        Assert.That((await SurveyAsync()).Answered, Is.EqualTo(4));
        Assert.That(await Installation.SingleAsync<int>("select count(*) from AuditEntries where Via = 'link'"), Is.Zero);
    }

    [Test]
    public async Task Survey_WithoutAMarkOrWithAPersonalNumber_IsRefused()
    {
        At("2026-11-24");
        var refused = await TryAnswerAsync(1, new SurveyContent { TakeAway = "850709-9805" });
        Assert.That(refused.FieldCodes().Select(code => code.Split(':')[0]), Is.EqualTo(new[] { "Usefulness", "TakeAway" }));
    }

    [Test]
    public async Task Previews_OfEachKind_PassTheSelfCheck()
    {
        foreach (var kind in FollowUpMails.Kinds)
        {
            var preview = (await Installation.Get<PreviewFollowUpHandler>().HandleAsync(Authority.Reader, Meeting.Id, kind, CancellationToken.None)).Must();
            Assert.That(preview.Faults, Is.Empty, kind.ToString());
            Assert.That(preview.PlainText, Does.Contain("Dialogmöte om arbetsträning").And.Contain("Åsa Exempel"), kind.ToString());
        }
    }

    private async Task WriteMaterialAsync(string material) => (await Installation.Get<ChangeMaterialHandler>().HandleAsync(
        Authority.ProcurementOfficer, new ChangeMaterial(Meeting.Id, (await DetailsAsync()).Meeting.Version, material), CancellationToken.None)).Must();

    private async Task<SurveyResult> SurveyAsync() => (await Installation.Get<GetSurveyHandler>().HandleAsync(Authority.Reader, Meeting.Id, CancellationToken.None)).Must();

    private async Task AnswerSurveyAsync(int party, int usefulness, string? takeAway, string? different) =>
        (await TryAnswerAsync(party, new SurveyContent { Usefulness = usefulness, TakeAway = takeAway, Different = different })).Must();

    private async Task<Result<LinkedSurvey>> TryAnswerAsync(int party, SurveyContent content)
    {
        var (invitation, meeting) = (await PartyAsync(party), (await DetailsAsync()).Meeting);
        var code = Installation.Get<SignedLinks>().CreateCode(LinkPurposes.MeetingSurvey, invitation.Id, "", SurveyRules.ClosesAt(meeting));
        return await Installation.Get<AnswerSurveyHandler>().HandleAsync(new AnswerSurvey(content) { Code = code }, CancellationToken.None);
    }
}
