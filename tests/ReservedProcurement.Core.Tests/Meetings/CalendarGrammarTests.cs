namespace ReservedProcurement.Core.Tests.Meetings;

/// <summary>The reader that calendar text is checked by finds what it is there to find.</summary>
public sealed class CalendarGrammarTests
{
    private const string Good =
        "BEGIN:VCALENDAR\r\nPRODID:-//X//Y//SV\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261130T120000Z\r\nDTSTART:20261201T130000\r\nSUMMARY:Frukost\\, möte\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Test]
    public void Faults_OfAGoodCalendar_AreNone() => Assert.That(CalendarGrammar.Faults(Good), Is.Empty);

    [TestCase("\\, ", ", ", "Not escaped")]
    [TestCase("SUMMARY:Frukost", "SUMMARY Frukost", "Not a content line")]
    [TestCase("UID:1\r\n", "", "must have one UID")]
    [TestCase("UID:1\r\n", "UID:1\r\nUID:2\r\n", "must have one UID")]
    [TestCase("VERSION:2.0\r\n", "VERSION:2.0\n", "CRLF")]
    [TestCase("DTSTAMP:20261130T120000Z", "DTSTAMP:20261130T120000", "Not a value of DTSTAMP")]
    [TestCase("DTSTART:", "DTSTART;TZID=Europe/Stockholm:", "No VTIMEZONE")]
    [TestCase("UID:1", "UID:1\r\nRRULE:FREQ=YEARLY;BYDAY=\u22121SU", "Not a value of RRULE")]
    [TestCase("END:VEVENT\r\n", "", "Ends what is not open")]
    [TestCase("Frukost", "Frukost frukost frukost frukost frukost frukost frukost frukost frukost frukost", "Longer than 75")]
    public void Faults_OfABrokenCalendar_SayWhat(string part, string broken, string fault) =>
        Assert.That(CalendarGrammar.Faults(Good.Replace(part, broken, StringComparison.Ordinal)), Has.Some.Contains(fault));
}
