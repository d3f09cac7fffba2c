using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using ReservedProcurement.Core.Authorities;

namespace ReservedProcurement.Web.Security;

/// <summary>
/// Who may come in to a folder of pages or a group of endpoints: whoever has the permission in at least one authority.
/// What they may do to one record is decided by its handler.
/// </summary>
public static class Policies
{
    public const string EditRegister = nameof(Permission.EditRegister);
    public const string EditProcurements = nameof(Permission.EditProcurements);
    public const string EditReports = nameof(Permission.EditReports);
    public const string Administer = nameof(Permission.Administer);
    public const string AdministerInstallation = "AdministerInstallation";

    /// <summary>Everything needs a signed-in actor unless it says otherwise; these folders need more.</summary>
    public static void Apply(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Administration", Administer);
        pages.AuthorizeFolder("/Administration/Outbox", AdministerInstallation);
        pages.AuthorizePage("/Register/New", EditRegister);
        pages.AuthorizePage("/Register/Edit", EditRegister);
        pages.AuthorizePage("/Register/Remove", EditRegister);
        pages.AllowAnonymousToFolder("/SignIn");
        pages.AllowAnonymousToFolder("/Status");
        pages.AllowAnonymousToFolder("/Accessibility");
        pages.AllowAnonymousToFolder("/Invited");
        pages.AllowAnonymousToPage("/Api/Docs");
    }

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(HasActor).Build();
        options.DefaultPolicy = options.FallbackPolicy;
        foreach (var permission in Enum.GetValues<Permission>())
        {
            options.AddPolicy(permission.ToString(), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => Actor(context)?.MayAnywhere(permission) == true));
        }

        options.AddPolicy(AdministerInstallation, policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(context => Actor(context)?.MayAdministerInstallation == true));
    }

    private static bool HasActor(AuthorizationHandlerContext context) => Actor(context) is not null;

    private static Actor? Actor(AuthorizationHandlerContext context) => (context.Resource as HttpContext)?.ActorOrNull();
}
