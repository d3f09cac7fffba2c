using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Sending;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

/// <summary>How the mails about a meeting go, and what can be done about it. The page is whole without a script; with one the figures are kept fresh.</summary>
public sealed class SendingModel(
    GetMeetingHandler get, GetSendingHandler getSending, PauseSendingHandler pause, ResumeSendingHandler resume, RestartSendingHandler restart) : PageModel
{
    /// <summary>How many stopped mails can be chosen among; all of them can be sent whatever their number.</summary>
    public const int MostListed = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public MeetingDetails Details { get; private set; } = null!;

    public MeetingSending Sending { get; private set; } = null!;

    public IReadOnlyList<StoppedMail> Stopped { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), _ => Page());

    public async Task<IActionResult> OnGetProgressAsync(CancellationToken cancellationToken) => this.ToPage(
        await getSending.HandleAsync(HttpContext.Actor(), Id, cancellationToken), sending => Partial("_SendingProgress", sending));

    public Task<IActionResult> OnPostPauseAsync(CancellationToken cancellationToken) => ChangeAsync(
        () => pause.HandleAsync(HttpContext.Actor(), Id, cancellationToken),
        changed => $"Utskicket är pausat. {SendingText.Mails(changed.Mails)} väntar tills ni fortsätter.",
        cancellationToken);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) => ChangeAsync(
        () => resume.HandleAsync(HttpContext.Actor(), Id, cancellationToken),
        changed => changed.Mails == 0 ? "Utskicket är inte pausat längre. Inget mejl väntar." : $"Utskicket fortsätter med {SendingText.Mails(changed.Mails)}.",
        cancellationToken);

    public Task<IActionResult> OnPostRestartAsync(CancellationToken cancellationToken) => RestartAsync(Chosen, cancellationToken);

    public Task<IActionResult> OnPostRestartAllAsync(CancellationToken cancellationToken) => RestartAsync(null, cancellationToken);

    private Task<IActionResult> RestartAsync(IReadOnlyList<Guid>? invitations, CancellationToken cancellationToken) => ChangeAsync(
        () => restart.HandleAsync(HttpContext.Actor(), new RestartSending(Id, invitations), cancellationToken),
        changed => $"{SendingText.Mails(changed.Mails)} skickas nu.",
        cancellationToken);

    private Task<IActionResult> ChangeAsync(Func<Task<Result<SendingChanged>>> change, Func<SendingChanged, string> told, CancellationToken cancellationToken) => this.SubmitAsync(
        change,
        changed =>
        {
            this.Notify(told(changed));
            return RedirectToPage("Sending", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<MeetingDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var found = await get.HandleAsync(actor, Id, cancellationToken);
        if (found.Succeeded)
        {
            Details = found.Value;
            Sending = (await getSending.HandleAsync(actor, Id, cancellationToken)).Value;
            Stopped = Sending.Stopped > 0 ? (await getSending.StoppedAsync(actor, Id, cancellationToken)).Value : [];
        }

        return found;
    }
}
