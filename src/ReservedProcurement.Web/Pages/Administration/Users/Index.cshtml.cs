using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Users;

public sealed class IndexModel(ListUsersHandler list, ExportUsersHandler export, ListAuthoritiesHandler listAuthorities) : PageModel
{
    public const int PageSize = 50;
    public const string ByName = "namn";
    public const string BySignIn = "inloggad";

    private IReadOnlyDictionary<Guid, string> _authorityNames = new Dictionary<Guid, string>();

    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "lage", SupportsGet = true)]
    public UserState? State { get; set; }

    [BindProperty(Name = "roll", SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(Name = ListQuery.Sort, SupportsGet = true)]
    public string? SortBy { get; set; }

    [BindProperty(Name = ListQuery.Direction, SupportsGet = true)]
    public string? Direction { get; set; }

    [BindProperty(Name = ListQuery.Page, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public static IReadOnlyList<Choice> States { get; } = Choices.Of<UserState>();

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || State is not null || Role is not null;

    public string ExcelAddress => ListQuery.With(Request, ("handler", "Excel"), (ListQuery.Page, null));

    public int Total { get; private set; }

    public IReadOnlyList<User> Users { get; private set; } = [];

    public string RolesOf(User user) => UserText.Roles(user, _authorityNames);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var found = await list.HandleAsync(actor, Filter(), cancellationToken);
        _authorityNames = (await listAuthorities.HandleAsync(actor, cancellationToken)).ToDictionary(authority => authority.Id, authority => authority.Name);
        return this.ToPage(found, users =>
        {
            Total = users.Count;
            PageNumber = Math.Max(1, PageNumber);
            Users = [.. users.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
            return Page();
        });
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken) => this.ToPage(
        await export.HandleAsync(HttpContext.Actor(), new ExportUsers(Filter()), cancellationToken),
        file => File(file.Content, file.ContentType, file.FileName));

    private ListUsers Filter() => new(Search, State, Role, (SortBy, Direction == ListQuery.Descending) switch
    {
        (BySignIn, false) => UserSort.LastSignIn,
        (BySignIn, true) => UserSort.LastSignInDescending,
        (_, true) => UserSort.NameDescending,
        _ => UserSort.Name,
    });
}
