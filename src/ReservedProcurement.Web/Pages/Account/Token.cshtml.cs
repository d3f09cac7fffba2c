using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities.AccessTokens;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Account;

public sealed class TokenModel(ListAccessTokensHandler list, ReadHistoryHandler readHistory) : PageModel
{
    public AccessToken Token { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var own = await list.HandleAsync(HttpContext.Actor(), cancellationToken);
        if (own.FirstOrDefault(token => token.Id == id) is not { } found)
        {
            return NotFound();
        }

        Token = found;
        History = await readHistory.HandleAsync(AuditSubject.AccessToken, id, cancellationToken);
        return Page();
    }
}
