using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Incoming.Proposals;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

[Authorize(Policies.EditProcurements)]
public sealed class EditModel(
    GetMeetingHandler get,
    GetAuthorityHandler getAuthority,
    FindProcurementsHandler findProcurements,
    ChangeMeetingHandler change,
    ListTimeProposalsHandler listProposals,
    MeetingFormChoices choices)
    : MeetingFormModel(choices)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>How many would be told of a change that matters to them.</summary>
    public int Invited { get; private set; }

    /// <summary>A proposal of another time that the form begins with.</summary>
    [FromQuery(Name = "forslag")]
    public Guid? ProposalId { get; set; }

    public TimeProposal? Proposal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var proposals = ProposalId is null ? null : (Result<IReadOnlyList<TimeProposal>>?)await listProposals.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        return this.ToPage(await LoadAsync(cancellationToken), details =>
        {
            if (!details.MayEdit)
            {
                return StatusCode(StatusCodes.Status403Forbidden);
            }

            if (details.Meeting.IsCancelled)
            {
                return RedirectToPage("Details", new { Id });
            }

            Proposal = proposals is { Succeeded: true } open ? open.Value.FirstOrDefault(proposal => proposal.Id == ProposalId) : null;
            Input = MeetingContent.Of(Proposal is null ? details.Meeting : details.Meeting with { StartsAt = Proposal.StartsAt, EndsAt = Proposal.EndsAt });
            Kind = KindChoices.Of(Input);
            Version = details.Meeting.Version;
            return Page();
        });
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => change.HandleAsync(HttpContext.Actor(), new ChangeMeeting(Content()) { Id = Id, Version = Version }, cancellationToken),
        changed =>
        {
            this.Notify(changed.Told switch
            {
                0 => "Ändringen är sparad.",
                1 => "Ändringen är sparad. Den som är inbjuden får ett mejl om den.",
                _ => $"Ändringen är sparad. De {changed.Told} som är inbjudna får ett mejl om den.",
            });
            return RedirectToPage("Details", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<MeetingDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var loaded = await get.HandleAsync(actor, Id, cancellationToken);
        if (loaded.Succeeded)
        {
            var meeting = loaded.Value.Meeting;
            var authority = await getAuthority.HandleAsync(actor, meeting.AuthorityId, cancellationToken);
            var procurements = await findProcurements.HandleAsync(
                actor, new FindProcurements { AuthorityId = meeting.AuthorityId, PageSize = FindProcurements.LargestPage }, cancellationToken);
            Units = MeetingText.Units(authority.Succeeded ? authority.Value : null, meeting.UnitId);
            Procurements = procurements.Succeeded ? MeetingText.Procurements(procurements.Value.Items) : [];
            if (meeting.ProcurementId?.ToString() is { } chosen && Procurements.All(choice => choice.Value != chosen))
            {
                Procurements = [new Choice(chosen, meeting.ProcurementTitle ?? ""), .. Procurements];
            }

            Invited = loaded.Value.Invitations.Count;
            await LoadChoicesAsync(meeting, loaded.Value.Subjects, cancellationToken);
        }

        return loaded;
    }

    protected override async Task<(Guid? MeetingId, Guid AuthorityId)?> WhoseAsync(CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(cancellationToken);
        return loaded.Succeeded && loaded.Value.MayEdit ? (Id, loaded.Value.Meeting.AuthorityId) : null;
    }
}
