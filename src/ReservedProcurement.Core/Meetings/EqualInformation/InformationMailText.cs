using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>What those invited are told when information from a meeting is published. The same for all; the page has the rest.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="ToName">The receiver.</param>
/// <param name="ToAddress">Their address.</param>
/// <param name="News">What was published.</param>
/// <param name="Page">The public page.</param>
internal sealed record InformationMailText(Meeting Meeting, string ToName, string ToAddress, IReadOnlyList<InformationNews> News, Uri Page)
{
    /// <summary>More stands on the page.</summary>
    private const int MostFacts = 8;

    private const int LongestFact = 240;

    public MailContent Content() => new()
    {
        ToName = ToName,
        ToAddress = ToAddress,
        Subject = $"{(IsMinutes ? "Minnesanteckningar" : "Ny information")}: {Meeting.Title}, {SwedishTime.Day(Meeting.Day)}",
        Opening =
        [
            IsMinutes
                ? $"Nu finns minnesanteckningar från mötet {Meeting.Title} som {Meeting.AuthorityName} höll {SwedishTime.Day(Meeting.Day)}."
                : $"{Meeting.AuthorityName} har lagt ut ny information från mötet {Meeting.Title}, {SwedishTime.Day(Meeting.Day)}.",
            "Alla som är inbjudna får samma information samtidigt, även de som inte kunde komma.",
        ],
        Facts = [.. Facts()],
        Button = new MailButton("Läs allt på sidan", Page),
        Closing =
        [
            "Du behöver inget konto. På sidan står allt som har sagts, visats och besvarats, och vad som har ändrats.",
            $"Undrar du något? Fråga {Meeting.OrganiserName}, {Meeting.OrganiserEmail}{(Meeting.OrganiserPhone is { } phone ? $", telefon {phone}" : "")}.",
        ],
        Sender = new MailSender($"{Meeting.OrganiserName}, {Meeting.AuthorityName}", Meeting.OrganiserEmail),
    };

    private bool IsMinutes => News.All(news => news.Kind == InformationKind.Minutes);

    private IEnumerable<MailFact> Facts()
    {
        foreach (var news in News.Take(MostFacts))
        {
            yield return new MailFact(Label(news), Short(news.IsWithdrawn ? $"Gäller inte längre. Skäl: {news.Reason}" : news.Information));
        }

        if (News.Count > MostFacts)
        {
            yield return new MailFact("Och mer", $"{News.Count - MostFacts} uppgifter till finns på sidan.");
        }
    }

    private static string Label(InformationNews news) => news.IsWithdrawn ? "Tillbakadraget" : news.Number > 1 && news.Reason is not null ? $"{Texts.Name(news.Kind)}, ändrat" : Texts.Name(news.Kind);

    private static string Short(string text)
    {
        if (text.Length <= LongestFact)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', LongestFact);
        return $"{text[..(end > 0 ? end : LongestFact)]} …";
    }
}

/// <summary>One entry of a publication.</summary>
internal sealed record InformationNews
{
    public required InformationKind Kind { get; init; }
    public required int Number { get; init; }
    public required string Information { get; init; }
    public string? Reason { get; init; }
    public required bool IsWithdrawn { get; init; }
}
