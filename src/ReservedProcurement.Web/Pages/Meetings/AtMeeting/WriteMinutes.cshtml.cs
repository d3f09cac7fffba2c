using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.Minutes;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

[Authorize(Policies.EditProcurements)]
public sealed class WriteMinutesModel(GetMinutesHandler get, SaveMinutesHandler save) : PageModel
{
    /// <summary>Places for points that are not in the agenda; more come after each save.</summary>
    private const int Extra = 2;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public MinutesInput Input { get; set; } = new();

    public MinutesDetails Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), details =>
    {
        if (!details.MayEdit)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (details.Latest is { IsPublished: true })
        {
            return RedirectToPage("ReopenMinutes", new { Id });
        }

        Input = MinutesInput.Of(details.Latest?.ToContent() ?? MinutesContent.For(details.Meeting), details.Latest?.Version ?? 0, Extra);
        return Page();
    });

    public Task<IActionResult> OnPostAsync(bool more, CancellationToken cancellationToken) => this.SubmitAsync(
        () => save.HandleAsync(HttpContext.Actor(), new SaveMinutes(Input.ToContent()) { MeetingId = Id, Version = Input.Version }, cancellationToken),
        _ =>
        {
            this.Notify("Anteckningarna är sparade. Ingen annan ser dem förrän ni publicerar.");
            return RedirectToPage(more ? "WriteMinutes" : "Minutes", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<MinutesDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Details = found.Succeeded ? found.Value : null!;
        return found;
    }

    public sealed class MinutesInput
    {
        public int Version { get; set; }

        public string? CaseNumber { get; set; }

        public string? FromUs { get; set; }

        public bool NamesParties { get; set; }

        public List<SectionInput> Sections { get; set; } = [];

        /// <summary>One on each line.</summary>
        public string? Decisions { get; set; }

        public static MinutesInput Of(MinutesContent content, int version, int extra) => new()
        {
            Version = version,
            CaseNumber = content.CaseNumber,
            FromUs = content.FromUs,
            NamesParties = content.NamesParties,
            Sections = [.. content.Sections.Select(section => new SectionInput { Heading = section.Heading, Notes = section.Notes }), .. Enumerable.Range(0, extra).Select(_ => new SectionInput())],
            Decisions = string.Join('\n', content.Decisions.Select(decision => decision.ReplaceLineEndings(" "))),
        };

        public MinutesContent ToContent() => new()
        {
            CaseNumber = CaseNumber,
            FromUs = FromUs,
            NamesParties = NamesParties,
            Sections = [.. Sections.Select(section => new MinutesSection(section.Heading ?? "", section.Notes))],
            Decisions = [.. (Decisions ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        };
    }

    public sealed class SectionInput
    {
        public string? Heading { get; set; }

        public string? Notes { get; set; }
    }
}
