using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

public sealed class HistoryModel(GetMeetingHandler get, GetAuthorityHandler getAuthority, ReadHistoryHandler readHistory) : PageModel
{
    public MeetingDetails Details { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var loaded = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (loaded.Succeeded)
        {
            Details = loaded.Value;
            var names = await UnitNames.OfAsync(getAuthority, HttpContext.Actor(), Details.Meeting.AuthorityId, (null, null), cancellationToken);
            foreach (var procurement in Details.Subjects.Procurements)
            {
                names[procurement.Id] = procurement.Title;
            }

            foreach (var lot in Details.Subjects.Lots)
            {
                names[lot.Id] = $"{lot.ProcurementTitle}, delkontrakt {lot.Number}";
            }

            if (Details.Meeting.OwnKindId is { } kind)
            {
                names[kind] = Details.Meeting.KindName;
            }

            Names = names;
            History = await readHistory.HandleAsync(AuditSubject.Meeting, id, cancellationToken);
        }

        return this.ToPage(loaded, _ => Page());
    }
}
