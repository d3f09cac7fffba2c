using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.AccessTokens;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests;

/// <summary>The whole web program in the test's process, on an installation of its own. Sign-in is the real one.</summary>
public sealed class TestWeb : IAsyncDisposable
{
    private readonly Factory _factory;
    private int _people;

    private TestWeb(TestInstallation installation, Factory factory)
    {
        Installation = installation;
        _factory = factory;
    }

    /// <summary>The same database and clock as the web program; for setting up and for looking behind the pages.</summary>
    public TestInstallation Installation { get; }

    public static async Task<TestWeb> CreateAsync(Action<IServiceCollection>? configure = null)
    {
        var installation = await TestInstallation.CreateAsync();
        return new TestWeb(installation, new Factory(installation, configure));
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public TestBrowser Browser() => new(_factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>A browser where somebody with this role is signed in.</summary>
    public async Task<TestBrowser> SignInAsync(Role role, Guid authorityId)
    {
        var user = await AddUserAsync(role, authorityId);
        return await SignInAsync(user.Email);
    }

    /// <summary>A browser where an administrator of the whole installation is signed in.</summary>
    public async Task<TestBrowser> SignInAsInstallationAdministratorAsync()
    {
        var user = await AddInstallationAdministratorAsync();
        return await SignInAsync(user.Email);
    }

    public async Task<TestBrowser> SignInAsync(string email, string password = TestAuthorities.Password)
    {
        var browser = Browser();
        var page = await browser.GetAsync("/logga-in");
        var answer = await browser.SubmitAsync(page, new() { ["Input.Email"] = email, ["Input.Password"] = password });
        Assert.That(answer.Response.Headers.Location?.OriginalString, Is.EqualTo("/"), answer.Text);
        return browser;
    }

    /// <summary>A client of the API with a token of somebody with this role.</summary>
    public async Task<HttpClient> ApiAsync(Role role, Guid authorityId) => await ApiAsync(await AddUserAsync(role, authorityId), role);

    public async Task<HttpClient> ApiAsInstallationAdministratorAsync() => await ApiAsync(await AddInstallationAdministratorAsync(), Role.Administrator);

    public HttpClient Api(string? token = null)
    {
        var client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await Installation.DisposeAsync();
    }

    private Task<User> AddUserAsync(Role role, Guid authorityId)
    {
        var number = ++_people;
        return Installation.AddUserAsync(authorityId, role, $"person{number}@exempelstad.se", $"Testa Testsson {number}");
    }

    private async Task<User> AddInstallationAdministratorAsync()
    {
        var invited = (await Installation.Get<InviteUserHandler>().HandleAsync(
            TestActors.InstallationAdministrator,
            new InviteUser { Name = "Ada Administratör", Email = $"ada{++_people}@exempelstad.se", IsInstallationAdministrator = true },
            CancellationToken.None)).Must();
        await Installation.ChoosePasswordAsync(invited.Id);
        return (await Installation.Get<GetUserHandler>().HandleAsync(TestActors.InstallationAdministrator, invited.Id, CancellationToken.None)).Must();
    }

    private async Task<HttpClient> ApiAsync(User user, Role role)
    {
        var token = (await Installation.Get<CreateAccessTokenHandler>().HandleAsync(
            Actor.System,
            new CreateAccessToken(user.Id, "Test", role),
            CancellationToken.None)).Must();
        return Api(token.Secret);
    }

    private sealed class Factory(TestInstallation installation, Action<IServiceCollection>? configure) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in installation.Settings)
            {
                builder.UseSetting(key, value);
            }

            // A test handles the outbox itself, when it wants to.
            builder.UseSetting("Jobs:HostInWeb", "false");
            builder.UseEnvironment("Production");
            builder.ConfigureTestServices(services =>
            {
                // Its administrator would be one more user than the test has made.
                services.Remove(services.Single(service => service.ImplementationType == typeof(FirstStart)));
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(installation.Clock));
                configure?.Invoke(services);
            });
        }
    }
}
