using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities.AccessTokens;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Account;

public sealed class TokensModel(ListAccessTokensHandler list, RevokeAccessTokenHandler revoke) : PageModel
{
    public IReadOnlyList<AccessToken> Tokens { get; private set; } = [];

    /// <summary>The token that was just made. It travels encrypted from the page before and is gone when it has been shown.</summary>
    [TempData]
    public string? NewSecret { get; set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task<IActionResult> OnPostRevokeAsync(Guid tokenId, CancellationToken cancellationToken) => this.SubmitAsync(
        () => revoke.HandleAsync(HttpContext.Actor(), tokenId, cancellationToken),
        _ =>
        {
            this.Notify("Nyckeln är återkallad och fungerar inte längre.");
            return RedirectToPage();
        },
        redisplay: () => LoadAsync(cancellationToken));

    private async Task LoadAsync(CancellationToken cancellationToken) => Tokens = await list.HandleAsync(HttpContext.Actor(), cancellationToken);
}
