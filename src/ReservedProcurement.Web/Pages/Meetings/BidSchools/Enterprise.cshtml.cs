using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.BidSchools;

/// <summary>One enterprise in a programme: what it has attended, and the steps that an officer has noted.</summary>
public sealed class EnterpriseModel(GetBidSchoolHandler get, GetSocialEnterpriseHandler getEnterprise, FindProcurementsHandler findProcurements, NoteStepHandler note) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid EnterpriseId { get; set; }

    [BindProperty]
    public StepInput Input { get; set; } = new();

    public BidSchoolDetails Details { get; private set; } = null!;

    public EnterpriseProgress Progress { get; private set; } = null!;

    public IReadOnlyList<Choice> StepsLeft { get; private set; } = [];

    public IReadOnlyList<Choice> Procurements { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), _ => Page());

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => note.HandleAsync(
            HttpContext.Actor(),
            new NoteStep { BidSchoolId = Id, SocialEnterpriseId = EnterpriseId, Step = Input.Step, TakenOn = Input.TakenOn, Source = Input.Source, ProcurementId = Input.ProcurementId },
            cancellationToken),
        _ => Done("Steget är noterat."),
        () => LoadAsync(cancellationToken));

    public Task<IActionResult> OnPostUndoAsync(BidSchoolStep step, CancellationToken cancellationToken)
    {
        // The other form's fields are not sent with this one.
        ModelState.Clear();
        return this.SubmitAsync(
            () => note.UndoAsync(HttpContext.Actor(), new UndoStep(Id, EnterpriseId, step), cancellationToken),
            _ => Done("Steget är ångrat. Det står kvar i historiken."),
            () => LoadAsync(cancellationToken));
    }

    private RedirectToPageResult Done(string sentence)
    {
        this.Notify(sentence);
        return RedirectToPage("Enterprise", new { Id, EnterpriseId });
    }

    private async Task<Result<BidSchoolDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var found = await get.HandleAsync(actor, Id, new ProgressFilter(), cancellationToken);
        var enterprise = await getEnterprise.HandleAsync(actor, new GetSocialEnterprise(EnterpriseId), cancellationToken);
        if ((found.Problem ?? enterprise.Problem) is { } problem)
        {
            return problem;
        }

        Details = found.Value;
        Progress = Details.ProgressOf(EnterpriseId, enterprise.Value.Name);
        StepsLeft = [.. Choices.Of<BidSchoolStep>().Where(choice => Progress.Steps.All(step => step.Step.ToString() != choice.Value))];
        var procurements = await findProcurements.HandleAsync(actor, new FindProcurements { AuthorityId = Details.BidSchool.AuthorityId, PageSize = FindProcurements.LargestPage }, cancellationToken);
        Procurements = procurements.Succeeded ? MeetingText.Procurements(procurements.Value.Items) : [];
        return found;
    }

    public sealed class StepInput
    {
        public BidSchoolStep? Step { get; set; }

        public DateOnly? TakenOn { get; set; }

        public string? Source { get; set; }

        public Guid? ProcurementId { get; set; }
    }
}
