using ReservedProcurement.Core.Authorities;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.Register;

public sealed class CpvPageTests
{
    private TestWeb _web = null!;
    private TestBrowser _browser = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _web = await TestWeb.CreateAsync();
        _browser = await _web.SignInAsync(Role.Reader, (await _web.Installation.AddAuthorityAsync()).Id);
    }

    [TearDown]
    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Test]
    public async Task Cpv_WithoutSearch_ListsTheDivisions()
    {
        var page = await _browser.GetAsync("/cpv");

        Assert.That(page.Document.QuerySelectorAll(".tree > li"), Has.Length.EqualTo(45));
    }

    [Test]
    public async Task Cpv_Code_IsShownInItsDivisionOpenAtTheCode()
    {
        var page = await _browser.GetAsync("/cpv/77314000-4");

        Assert.That(page.Heading, Is.EqualTo("Markskötsel"));
        Assert.That(page.Document.QuerySelector("[aria-current=true]")!.TextContent, Is.EqualTo("77314000-4"));
        Assert.That(page.Document.QuerySelectorAll("details[open] > summary").Length, Is.EqualTo(page.Document.QuerySelectorAll("details:has([aria-current=true]) > summary").Length + (page.Document.QuerySelector("li:has(> .tree-chosen) > details") is null ? 0 : 1)));
        Assert.That(page.Document.QuerySelector("a[href='/asf?cpv=77314000']"), Is.Not.Null);
    }

    [TestCase("/cpv?sok=markskötsel", "77314000-4")]
    [TestCase("/cpv?sok=7731400", "77314000-4")]
    public async Task Cpv_Search_FindsByWordAndCode(string path, string code)
    {
        var page = await _browser.GetAsync(path);

        Assert.That(page.Document.QuerySelectorAll("tbody th").Select(head => head.TextContent), Does.Contain(code));
    }

    [Test]
    public async Task Cpv_NothingFound_SaysSo()
    {
        var page = await _browser.GetAsync("/cpv?sok=finnsintealls");

        Assert.That(page.Text, Does.Contain("Ingen kod stämmer"));
    }

    [TestCase("/cpv/11111111")]
    [TestCase("/cpv/abc")]
    public async Task Cpv_UnknownCode_IsNotFound(string path) => Assert.That((await _browser.GetAsync(path)).Status, Is.EqualTo(404));
}
