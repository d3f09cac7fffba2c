using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Outbox;

/// <summary>The mails of an installation without a mail server, which are written as files.</summary>
public sealed class MailModel(ListSentMailHandler list) : PageModel
{
    [BindProperty(Name = ListQuery.Page, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<SentMail> Mails { get; private set; } = [];

    /// <summary>There is no count of the files: a full page may have another after it.</summary>
    public bool MayHaveMore => Mails.Count == ListSentMailHandler.PageSize;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await list.HandleAsync(HttpContext.Actor(), PageNumber, cancellationToken),
        mails =>
        {
            Mails = mails;
            return Page();
        });

    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken) => this.ToPage(
        await list.GetAsync(HttpContext.Actor(), id, cancellationToken),
        mail => File(mail.File, "message/rfc822", $"{mail.Mail.Id:N}.eml"));
}
