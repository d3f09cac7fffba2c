using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsCheck;
using MimeKit;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Tests.Meetings.Incoming;

public sealed class MailReaderTests
{
    [TestCase("reply-outlook", MeetingAnswer.Yes, 0)]
    [TestCase("reply-google", MeetingAnswer.Yes, 0)]
    [TestCase("reply-apple", MeetingAnswer.No, 0)]
    [TestCase("reply-thunderbird", MeetingAnswer.Maybe, 0)]
    [TestCase("reply-attachment-only", MeetingAnswer.Yes, 0)]
    [TestCase("reply-without-sequence", MeetingAnswer.Yes, null)]
    [TestCase("reply-delegate", MeetingAnswer.Yes, 0)]
    [TestCase("reply-auto-submitted", MeetingAnswer.Yes, 0)]
    [TestCase("reply-all-attendees", MeetingAnswer.No, 0)]
    [TestCase("reply-broken", MeetingAnswer.Yes, null)]
    [TestCase("reply-latin1", MeetingAnswer.No, 0)]
    public void CalendarReply_OfEachClient_IsRead(string name, MeetingAnswer answer, int? sequence)
    {
        var mail = MailReader.Read(MailFixture.Message(name));
        var reply = CalendarReplyReader.Read(mail.CalendarText!);

        Assert.That(mail.Kind, Is.EqualTo(IncomingMailKind.CalendarReply));
        Assert.That(
            (reply.InvitationId, reply.AnswerOf("part1@parter.example", mail.SenderEmail), reply.Sequence),
            Is.EqualTo(((Guid?)Guid.Parse(MailFixture.InvitationId), (MeetingAnswer?)answer, sequence)));
    }

    [TestCase("reply-outlook", "2026-11-23 12:00")]
    [TestCase("reply-google", "2026-11-23 12:00")]
    [TestCase("reply-apple", "2026-11-23 12:00")]
    [TestCase("reply-broken", null)]
    [TestCase("counter-outlook", "2026-11-24 13:00")]
    [TestCase("counter-google", "2026-11-25 08:00")]
    public void Times_InZonesOfWindowsAndOfTheWorld_AreRead(string name, string? start)
    {
        var reply = CalendarReplyReader.Read(MailReader.Read(MailFixture.Message(name)).CalendarText!);
        Assert.That(reply.StartsAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Is.EqualTo(start));
    }

    [TestCase("reply-google", "Vi kommer tre stycken, en behöver hörslinga.")]
    [TestCase("reply-latin1", "Tyvärr, vi är på övning.")]
    [TestCase("counter-outlook", "Vi har annat till klockan två.")]
    [TestCase("reply-outlook", null)]
    public void Comment_IsRead(string name, string? comment) =>
        Assert.That(CalendarReplyReader.Read(MailReader.Read(MailFixture.Message(name)).CalendarText!).Comment, Is.EqualTo(comment));

    [TestCase("bounce-postfix", BounceSeverity.Permanent, BounceReason.UnknownAddress, "5.1.1")]
    [TestCase("bounce-postfix-delayed", BounceSeverity.Delayed, BounceReason.Unreachable, "4.4.1")]
    [TestCase("bounce-mailbox-full", BounceSeverity.Temporary, BounceReason.MailboxFull, "5.2.2")]
    [TestCase("bounce-expired", BounceSeverity.Temporary, BounceReason.Unreachable, "4.4.7")]
    [TestCase("bounce-refused", BounceSeverity.Permanent, BounceReason.Refused, "5.7.1")]
    [TestCase("bounce-office365", BounceSeverity.Permanent, BounceReason.UnknownAddress, "5.1.10")]
    [TestCase("bounce-gmail", BounceSeverity.Permanent, BounceReason.UnknownAddress, "5.1.1")]
    [TestCase("bounce-exim", BounceSeverity.Permanent, BounceReason.UnknownDomain, "5.0.0")]
    [TestCase("bounce-exim-free-text", BounceSeverity.Permanent, BounceReason.UnknownAddress, "5.1.1")]
    [TestCase("bounce-qmail", BounceSeverity.Permanent, BounceReason.UnknownAddress, "5.1.1")]
    [TestCase("bounce-exchange-free-text", BounceSeverity.Permanent, BounceReason.UnknownAddress, "5.1.1")]
    [TestCase("bounce-swedish", BounceSeverity.Temporary, BounceReason.MailboxFull, null)]
    [TestCase("bounce-delay-free-text", BounceSeverity.Delayed, BounceReason.Unreachable, null)]
    [TestCase("bounce-without-status-part", BounceSeverity.Permanent, BounceReason.UnknownAddress, "5.1.1")]
    [TestCase("bounce-first-group-missing", BounceSeverity.Permanent, BounceReason.Closed, "5.2.1")]
    [TestCase("bounce-nested", BounceSeverity.Permanent, BounceReason.UnknownDomain, "5.1.2")]
    public void Bounce_OfEachServer_IsRecognised(string name, BounceSeverity severity, BounceReason reason, string? status)
    {
        var mail = MailReader.Read(MailFixture.Message(name));
        Assert.That(mail.Kind, Is.EqualTo(IncomingMailKind.Bounce));
        Assert.That((mail.Report!.Severity, mail.Report.Reason, mail.Report.StatusCode), Is.EqualTo(((BounceSeverity?)severity, reason, status)));
        Assert.That(mail.Report.Recipient, Is.EqualTo("part1@parter.example"));
    }

    [Test]
    public void Bounce_WithTheReturnedMail_NamesIt([Values("bounce-postfix", "bounce-postfix-delayed", "bounce-qmail", "bounce-exim-free-text", "bounce-swedish", "bounce-delay-free-text", "bounce-nested")] string name) =>
        Assert.That(MailReader.Read(MailFixture.Message(name)).MessageIds, Has.Member(Guid.Parse(MailFixture.MailId)));

    [TestCase("auto-out-of-office-swedish")]
    [TestCase("auto-out-of-office-english")]
    [TestCase("auto-subject-only")]
    [TestCase("receipt-read")]
    [TestCase("delivered")]
    public void AutomaticMail_IsNeitherAnswerNorBounce(string name) => Assert.That(MailReader.Read(MailFixture.Message(name)).Kind, Is.EqualTo(IncomingMailKind.AutoReply));

    [Test]
    public void Message_AsHtml_IsPlainTextWithoutWhatIsHiddenFetchedOrRun()
    {
        var mail = MailReader.Read(MailFixture.Message("message-outlook"));
        Assert.That(mail.Kind, Is.EqualTo(IncomingMailKind.Message));
        Assert.That(mail.Subject, Is.EqualTo("SV: Inbjudan: Dialogmöte"));
        Assert.That(mail.Body, Is.EqualTo($"Hej!\n\nVi kommer fyra personer & vill gärna ha kaffe. Han med nummer {PersonalNumbers.HiddenMark} också.\n\nPart Ett"));
        Assert.That(mail.MessageIds, Is.EqualTo(new[] { Guid.Parse(MailFixture.MailId) }));
    }

    [Test]
    public void Message_WithAttachment_NamesItAndItsSize()
    {
        var mail = MailReader.Read(MailFixture.Message("message-attachment"));
        Assert.That(mail.Attachments, Is.EqualTo(new[] { new MailAttachment("broschyr.pdf", 120) }).Using<MailAttachment>((left, right) => left.Name == right.Name && Math.Abs(left.Size - right.Size) < 6));
        Assert.That(mail.AddressCodes, Is.EqualTo(new[] { Guid.Parse(MailFixture.InvitationId) }));
    }

    [Test]
    public void Message_ThatQuotesTheInvitation_IsNoCalendarReply() =>
        Assert.That(MailReader.Read(MailFixture.Message("message-quotes-invitation")) is { Kind: IncomingMailKind.Message, CalendarText: null }, Is.True);

    [Test]
    public void Key_OfTheSameMailByAnotherWay_IsTheSame()
    {
        var first = MailFixture.Message("message-gmail");
        var second = MailFixture.Message("message-gmail");
        second.Headers.Insert(0, "Received", "by another.example");
        Assert.That(MailReader.Read(second).MailKey, Is.EqualTo(MailReader.Read(first).MailKey));
        Assert.That(MailFixture.Names.Select(name => MailReader.Read(MailFixture.Message(name)).MailKey).Distinct().Count(), Is.EqualTo(MailFixture.Names.Count()));
    }

    private static readonly byte[][] Mails = [.. MailFixture.Names.Select(MailFixture.Bytes)];

    private static readonly string[] Pieces =
    [
        "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "DTSTART;TZID=x:", "DTSTAMP:99999999T999999Z", "ATTENDEE;PARTSTAT=\"", "ATTENDEE:", "SEQUENCE:99999999999", ";;;:", "\"", " x",
        "RRULE:FREQ=YEARLY;COUNT=0", "DTEND:20260230T250000", "TZOFFSETTO:+9999",
    ];

    private static readonly string?[] Statuses = [null, "5.1.1", "4.0.0", "2.0.0", "5.7."];

    /// <summary>Bytes of real mails that have been torn, swapped and overwritten.</summary>
    private static readonly Gen<byte[]> Torn = Gen.Select(
        Gen.Int[0, Mails.Length - 1].Select(index => Mails[index]),
        Gen.Select(Gen.Int[0, 4], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Byte).Array[1, 12]).Select((mail, cuts) =>
    {
        var bytes = new List<byte>(mail);
        foreach (var (kind, from, length, filler) in cuts)
        {
            var start = (int)(from * bytes.Count);
            var count = Math.Min((int)(length * 200), bytes.Count - start);
            switch (kind)
            {
                case 0:
                    bytes.RemoveRange(start, count);
                    break;
                case 1:
                    bytes.InsertRange(start, Enumerable.Repeat(filler, count));
                    break;
                case 2:
                    bytes.AddRange(bytes.GetRange(start, count));
                    break;
                case 3 when start < bytes.Count:
                    bytes[start] = filler;
                    break;
                default:
                    bytes.InsertRange(start, bytes.GetRange(start, count));
                    break;
            }
        }

        return bytes.ToArray();
    });

    [Test]
    public void Read_OfAnyTornMail_NeverThrowsAndEndsSoon() => Torn.Sample(
        bytes =>
        {
            var clock = Stopwatch.StartNew();
            ReadMail mail;
            try
            {
                mail = MailReader.ReadAsync(new MemoryStream(bytes), CancellationToken.None).GetAwaiter().GetResult();
            }
            catch (FormatException)
            {
                // The one thing that is said of what is no mail at all; it is listed as unreadable.
                return true;
            }

            if (mail.CalendarText is { } calendar)
            {
                CalendarReplyReader.Read(calendar).AnswerOf("part1@parter.example", mail.SenderEmail);
            }

            return mail.Subject.Length <= 300 && (mail.Body?.Length ?? 0) <= 25_000 && mail.Attachments.Count <= 50 && clock.Elapsed < TimeSpan.FromSeconds(10);
        },
        iter: 2000,
        print: bytes => Encoding.Latin1.GetString(bytes));

    [Test]
    public void CalendarReply_OfAnyText_NeverThrows() => Gen.OneOf(
        Gen.String,
        Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 30].Select(lines => string.Join("\r\n", lines))).Sample(text => CalendarReplyReader.Read(text) is not null, iter: 3000);

    [Test]
    public void Rules_OfAnyText_GiveAReasonAndNeverThrow() => Gen.Select(Gen.String, Gen.Bool, Gen.Int[0, Statuses.Length - 1].Select(index => Statuses[index])).Sample(
        (text, isDelay, status) => BounceRules.Report(status, text, isDelay, null) is { Severity: { } severity } && (severity == BounceSeverity.Delayed) == isDelay);

    [Test]
    public void Read_OfAMailMadeToBeSlow_EndsSoon()
    {
        var clock = Stopwatch.StartNew();
        var nested = new TextPart("plain") { Text = new string('a', 100_000) } as MimeEntity;
        for (var depth = 0; depth < 500; depth++)
        {
            nested = new Multipart("mixed") { nested };
        }

        var message = new MimeMessage { Subject = new string('5', 50_000) + string.Concat(Enumerable.Repeat(" account a", 5000)), Body = new Multipart("mixed") { nested, new TextPart("html") { Text = string.Concat(Enumerable.Repeat("<div><p>mailbox ", 100_000)) } } };
        message.From.Add(new MailboxAddress("", "mailer-daemon@parter.example"));
        MailReader.Read(message);

        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }
}
