using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

/// <summary>What the pages for a new and a changed poll share: the form, with a row for each day there can be.</summary>
public abstract class DatePollFormModel : PageModel
{
    private const int RowsFromStart = 5;

    [BindProperty]
    public DatePollInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Procurements { get; protected set; } = [];

    /// <summary>Once asked about, the days stand.</summary>
    public virtual bool DaysAreFixed => false;

    /// <summary>What was typed, with the rows that are filled in moved up, on the page too, so that a fault is shown at the row it is in.</summary>
    protected DatePollContent Content()
    {
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith($"{nameof(Input)}.{nameof(Input.Proposals)}[", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        Input.Proposals.RemoveAll(proposal => proposal.IsEmpty);
        return new DatePollContent { Meeting = Input.Meeting, AnswerBy = Input.AnswerBy, Proposals = [.. Input.Proposals] };
    }

    /// <summary>Rows to fill in: some more than there are, without a script to add them.</summary>
    protected void AddRows()
    {
        var rows = Math.Min(DatePollContentValidator.MostProposals, Math.Max(RowsFromStart, Input.Proposals.Count + 2));
        while (Input.Proposals.Count < rows)
        {
            Input.Proposals.Add(new ProposedTime());
        }
    }

    public sealed class DatePollInput
    {
        public MeetingContent Meeting { get; set; } = new();

        public DateOnly? AnswerBy { get; set; }

        public List<ProposedTime> Proposals { get; set; } = [];

        public static DatePollInput Of(DatePoll poll, IEnumerable<Proposal> proposals) => new()
        {
            Meeting = poll.Meeting,
            AnswerBy = poll.AnswerBy,
            Proposals = [.. proposals.Select(proposal => new ProposedTime { Date = DateOnly.FromDateTime(SwedishTime.Local(proposal.StartsAt).DateTime), StartTime = Time(proposal.StartsAt), EndTime = Time(proposal.EndsAt) })],
        };

        private static string Time(DateTimeOffset at) => SwedishTime.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);
    }
}
