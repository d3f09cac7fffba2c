using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Authorities.AccessTokens;
using ReservedProcurement.Core.Authorities.Appearance;
using ReservedProcurement.Core.Authorities.SignIn;
using ReservedProcurement.Core.Authorities.Users;

namespace ReservedProcurement.Core.Authorities;

public static class AuthorityServices
{
    public static IServiceCollection AddAuthorities(this IServiceCollection services) => services
        .AddSingleton<AuthorityFactsValidator>()
        .AddSingleton<AddAuthorityHandler>()
        .AddSingleton<ChangeAuthorityHandler>()
        .AddSingleton<GetAuthorityHandler>()
        .AddSingleton<ListAuthoritiesHandler>()
        .AddSingleton<GetAppearanceHandler>()
        .AddSingleton<GetLogoHandler>()
        .AddSingleton<ChangeAppearanceHandler.Validator>()
        .AddSingleton<ChangeAppearanceHandler>()
        .AddSingleton<AddUnitHandler.Validator>()
        .AddSingleton<AddUnitHandler>()
        .AddSingleton<ChangeUnitHandler.Validator>()
        .AddSingleton<ChangeUnitHandler>()
        .AddSingleton<UserEntryValidator>()
        .AddSingleton<InviteUserHandler>()
        .AddSingleton<ChangeUserHandler>()
        .AddSingleton<CloseUserHandler>()
        .AddSingleton<ResendInvitationHandler>()
        .AddSingleton<ListUsersHandler>()
        .AddSingleton<ExportUsersHandler>()
        .AddSingleton<GetUserHandler>()
        .AddSingleton<SignInHandler>()
        .AddSingleton<LoadActorHandler>()
        .AddSingleton<RequestPasswordResetHandler>()
        .AddSingleton<ChoosePasswordHandler>()
        .AddSingleton<ChangeOwnPasswordHandler>()
        .AddSingleton<SetPasswordHandler>()
        .AddSingleton<CreateFirstAdministratorHandler>()
        .AddSingleton<CreateAccessTokenHandler.Validator>()
        .AddSingleton<CreateAccessTokenHandler>()
        .AddSingleton<RevokeAccessTokenHandler>()
        .AddSingleton<ListAccessTokensHandler>()
        .AddSingleton<AuthenticateAccessTokenHandler>();
}
