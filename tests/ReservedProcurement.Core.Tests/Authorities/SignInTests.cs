using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.SignIn;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Authorities;

public sealed class SignInTests
{
    private const string Email = "asa.exempel@exempelstad.se";

    [Test]
    public async Task SignIn_RightPassword_GivesAnActorWithItsRoles()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.AddUserAsync(authority.Id, Role.ProcurementOfficer);

        var signedIn = (await SignInAsync(installation, TestAuthorities.Password)).Must();
        var actor = await installation.Get<LoadActorHandler>().HandleAsync(signedIn.UserId, signedIn.SecurityStamp, CancellationToken.None);

        Assert.That(actor!.May(Permission.EditProcurements, authority.Id), Is.True);
        Assert.That(actor.May(Permission.Administer, authority.Id), Is.False);
    }

    [Test]
    public async Task SignIn_UnknownAddressAndWrongPassword_AnswerAlike()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.AddUserAsync(authority.Id, Role.Reader);

        var unknown = await installation.Get<SignInHandler>().HandleAsync(new SignIn("ingen@exempelstad.se", "fel lösenord här"), CancellationToken.None);
        var wrong = await SignInAsync(installation, "fel lösenord här");

        Assert.That(unknown.Problem, Is.EqualTo(wrong.Problem));
    }

    [Test]
    public async Task SignIn_FiveWrongTries_LocksForAQuarterOfAnHour()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.AddUserAsync(authority.Id, Role.Reader);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await SignInAsync(installation, "fel lösenord här");
        }

        var locked = await SignInAsync(installation, TestAuthorities.Password);
        installation.Clock.Advance(TimeSpan.FromMinutes(16));
        var later = await SignInAsync(installation, TestAuthorities.Password);

        Assert.That(locked.Problem?.Code, Is.EqualTo(SignInProblems.Locked));
        Assert.That(later.Succeeded, Is.True);
    }

    [Test]
    public async Task SignIn_WrongOnceAfterALock_DoesNotLockAgainAtOnce()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.AddUserAsync(authority.Id, Role.Reader);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await SignInAsync(installation, "fel lösenord här");
        }

        installation.Clock.Advance(TimeSpan.FromMinutes(16));
        await SignInAsync(installation, "fel lösenord här");

        Assert.That((await SignInAsync(installation, TestAuthorities.Password)).Succeeded, Is.True);
    }

    [Test]
    public async Task ChoosePassword_Link_WorksOnce()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var user = await installation.AddUserAsync(authority.Id, Role.Reader);
        var stamp = await installation.SecurityStampAsync(user.Id);
        var handler = installation.Get<ChoosePasswordHandler>();

        var first = await handler.HandleAsync(new ChoosePassword(user.Id, stamp, "tre gula hus vid sjön"), CancellationToken.None);
        var second = await handler.HandleAsync(new ChoosePassword(user.Id, stamp, "fyra gula hus vid sjön"), CancellationToken.None);

        Assert.That(first.Succeeded, Is.True);
        Assert.That(second.Problem?.Code, Is.EqualTo(SignInProblems.LinkNotValid));
        Assert.That((await SignInAsync(installation, "tre gula hus vid sjön")).Succeeded, Is.True);
    }

    [TestCase("kort", SignInProblems.PasswordTooShort)]
    [TestCase("åsa.exempel rules", SignInProblems.PasswordIsPersonal)]
    [TestCase("aaaaaaaaaaaaaaaa", SignInProblems.PasswordIsSimple)]
    [TestCase("12345678901234", SignInProblems.PasswordIsSimple)]
    [TestCase("blåbärblåbär", SignInProblems.PasswordIsSimple)]
    [TestCase("Lösenord2026", SignInProblems.PasswordIsSimple)]
    [TestCase("lösenordlösenord", SignInProblems.PasswordIsSimple)]
    public async Task ChoosePassword_WeakPassword_IsRefusedAtTheField(string password, string code)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var user = await installation.AddUserAsync(authority.Id, Role.Reader);
        var stamp = await installation.SecurityStampAsync(user.Id);

        var result = await installation.Get<ChoosePasswordHandler>().HandleAsync(new ChoosePassword(user.Id, stamp, password), CancellationToken.None);

        Assert.That(result.FieldCodes(), Is.EqualTo(new[] { $"Password:{code}" }));
    }

    [Test]
    public async Task LoadActor_ClosedAccountOrNewPassword_EndsTheSession()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var user = await installation.AddUserAsync(authority.Id, Role.Reader);
        var session = (await SignInAsync(installation, TestAuthorities.Password)).Must();
        (await installation.Get<CloseUserHandler>().HandleAsync(TestActors.InstallationAdministrator, new CloseUser(user.Id, user.Version, true), CancellationToken.None)).Must();

        var actor = await installation.Get<LoadActorHandler>().HandleAsync(session.UserId, session.SecurityStamp, CancellationToken.None);

        Assert.That(actor, Is.Null);
        Assert.That((await SignInAsync(installation, TestAuthorities.Password)).Succeeded, Is.False);
    }

    [Test]
    public async Task ChangeOwnPassword_WrongCurrent_IsRefusedAtTheField()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var user = await installation.AddUserAsync(authority.Id, Role.Reader);
        var actor = new Actor { UserId = user.Id, Name = user.Name, Via = "web" };
        var handler = installation.Get<ChangeOwnPasswordHandler>();

        var wrong = await handler.HandleAsync(actor, new ChangeOwnPassword("fel", "nio röda båtar i hamn"), CancellationToken.None);
        var right = await handler.HandleAsync(actor, new ChangeOwnPassword(TestAuthorities.Password, "nio röda båtar i hamn"), CancellationToken.None);

        Assert.That(wrong.FieldCodes(), Is.EqualTo(new[] { "CurrentPassword:password.wrong" }));
        Assert.That(right.Succeeded, Is.True);
    }

    [TestCase("asa.exempel@exempelstad.se", 1)]
    [TestCase("ingen@exempelstad.se", 0)]
    public async Task RequestPasswordReset_AnyAddress_SucceedsButOnlyKnownGetsMail(string email, int mails)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        await installation.AddUserAsync(authority.Id, Role.Reader);

        var result = await installation.Get<RequestPasswordResetHandler>().HandleAsync(email, CancellationToken.None);

        Assert.That(result.Succeeded, Is.True);
        Assert.That(await installation.SingleAsync<int>("select count(*) from OutboxMessages where Kind = @Kind", new { PasswordResetRequested.Kind }), Is.EqualTo(mails));
    }

    [Test]
    public async Task CreateFirstAdministrator_EmptyInstallation_MakesOneThatCanSignIn_AndOnlyOnce()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var handler = installation.Get<CreateFirstAdministratorHandler>();

        var first = await handler.HandleAsync(CancellationToken.None);
        var second = await handler.HandleAsync(CancellationToken.None);

        Assert.That((await installation.Get<SignInHandler>().HandleAsync(new SignIn(first!.Email, first.Password), CancellationToken.None)).Succeeded, Is.True);
        Assert.That(second, Is.Null);
    }

    private static Task<Result<SignedIn>> SignInAsync(TestInstallation installation, string password) =>
        installation.Get<SignInHandler>().HandleAsync(new SignIn(Email, password), CancellationToken.None);
}
