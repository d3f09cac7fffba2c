using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

/// <summary>What is written of something that was said or shown, with its file.</summary>
public sealed class InformationInput
{
    public const string Accepted = ".pdf,.docx,.pptx,.xlsx,.png,.jpg,.jpeg";

    public InformationKind Kind { get; set; } = InformationKind.Said;

    public string? Information { get; set; }

    public string? Link { get; set; }

    public IFormFile? File { get; set; }

    public DateOnly? GivenOn { get; set; }

    public string? GivenTo { get; set; }

    /// <summary>The version that is put right.</summary>
    public int Number { get; set; }

    public string? Reason { get; set; }

    public bool RemovesFile { get; set; }

    public bool IsWithdrawn { get; set; }

    public static IReadOnlyList<Choice> KindChoices { get; } =
    [
        new(nameof(InformationKind.Said), "Något vi sa"),
        new(nameof(InformationKind.Shown), "Något vi visade", "Till exempel bilder, en karta eller ett utkast."),
    ];

    public async Task<WriteInformation> ToWriteAsync(CancellationToken cancellationToken) => new()
    {
        Information = Information,
        Link = Link,
        File = await File.ReadAsync(cancellationToken),
        FileName = File?.FileName,
        GivenOn = GivenOn,
        GivenTo = GivenTo,
    };
}
