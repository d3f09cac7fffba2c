using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.BidSchools;

[Authorize(Policies.EditProcurements)]
public sealed class EditModel(GetBidSchoolHandler get, GetAuthorityHandler getAuthority, SaveBidSchoolHandler save) : BidSchoolFormModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), details =>
    {
        var school = details.BidSchool;
        Input = new BidSchoolContent { Name = school.Name, UnitId = school.UnitId, Description = school.Description };
        Version = school.Version;
        return details.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => save.ChangeAsync(HttpContext.Actor(), new ChangeBidSchool(Input) { Id = Id, Version = Version }, cancellationToken),
        _ =>
        {
            this.Notify("Ändringen är sparad.");
            return RedirectToPage("Details", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<BidSchoolDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, new ProgressFilter(), cancellationToken);
        if (found.Succeeded)
        {
            var authority = await getAuthority.HandleAsync(HttpContext.Actor(), found.Value.BidSchool.AuthorityId, cancellationToken);
            Units = MeetingText.Units(authority.Succeeded ? authority.Value : null, found.Value.BidSchool.UnitId);
        }

        return found;
    }
}
