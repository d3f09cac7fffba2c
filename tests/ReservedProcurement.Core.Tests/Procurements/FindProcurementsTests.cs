using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class FindProcurementsTests
{
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;
    private TestAuthority _other = null!;

    [SetUp]
    public async Task Fill()
    {
        _installation = await TestInstallation.CreateAsync();
        _authority = await _installation.AddAuthorityAsync();
        _other = await _installation.AddAuthorityAsync("Grannköpings kommun");

        await AddAsync("Öppna förskolan", "A/1", 2027, 500_000_00, reserved: 0, of: 1);
        await AddAsync("Ängsskötsel 100 %", "A/2", 2026, 300_000_00, reserved: 1, of: 2);
        await AddAsync("Zinkbad", "B/3", 2026, 900_000_00, reserved: 2, of: 2);
        await _installation.AddProcurementAsync(_authority, procurement => procurement with { Title = "Åkerbruk", CaseNumber = "C/4", UnitId = null });
        await _installation.AddProcurementAsync(_other, procurement => procurement with { Title = "Grannens", CaseNumber = "A/1" });
    }

    [TearDown]
    public async Task Empty() => await _installation.DisposeAsync();

    [Test]
    public async Task Find_NoFilter_ListsOwnAuthoritiesNewestFirst()
    {
        var page = await FindAsync(new FindProcurements());

        Assert.That(page.Items.Select(item => item.Title), Is.EqualTo(new[] { "Åkerbruk", "Zinkbad", "Ängsskötsel 100 %", "Öppna förskolan" }));
        Assert.That(page.Total, Is.EqualTo(4));
    }

    [Test]
    public async Task Find_ActorOfTwoAuthoritiesAndInstallationAdministrator_SeeBoth()
    {
        var both = _authority.Reader with { Memberships = [new Membership(_authority.Id, Role.Reader), new Membership(_other.Id, Role.Reader)] };

        Assert.That((await FindAsync(new FindProcurements(), both)).Total, Is.EqualTo(5));
        Assert.That((await FindAsync(new FindProcurements(), TestActors.InstallationAdministrator)).Total, Is.EqualTo(5));
        Assert.That((await FindAsync(new FindProcurements { AuthorityId = _other.Id }, both)).Total, Is.EqualTo(1));
        Assert.That((await FindAsync(new FindProcurements { AuthorityId = _other.Id })).Total, Is.Zero);
    }

    [TestCase("zink", "Zinkbad")]
    [TestCase("ÄNGS", "Ängsskötsel 100 %")]
    [TestCase("b/3", "Zinkbad")]
    [TestCase("100 %", "Ängsskötsel 100 %")]
    [TestCase("%", "Ängsskötsel 100 %")]
    [TestCase("finns inte", "")]
    public async Task Find_Text_MatchesTitleOrCaseNumberLiterally(string text, string title) =>
        Assert.That(string.Join(",", (await FindAsync(new FindProcurements { Text = text })).Items.Select(item => item.Title)), Is.EqualTo(title));

    [TestCase(ReservedPart.None, "Åkerbruk,Öppna förskolan")]
    [TestCase(ReservedPart.Some, "Ängsskötsel 100 %")]
    [TestCase(ReservedPart.All, "Zinkbad")]
    public async Task Find_Reserved_SplitsByHowManyLotsAre(ReservedPart part, string titles)
    {
        var page = await FindAsync(new FindProcurements { Reserved = part, Sort = ProcurementSort.Title });

        Assert.That(string.Join(",", page.Items.Select(item => item.Title)), Is.EqualTo(titles));
        Assert.That(page.Items.Select(item => item.Reserved), Is.All.EqualTo(part));
    }

    [Test]
    public async Task Find_UnitYearAndRegime_Filter()
    {
        Assert.That((await FindAsync(new FindProcurements { UnitId = _authority.UnitId })).Total, Is.EqualTo(3));
        Assert.That((await FindAsync(new FindProcurements { Year = 2027 })).Items.Select(item => item.Title), Is.EqualTo(new[] { "Öppna förskolan" }));
        Assert.That((await FindAsync(new FindProcurements { Regime = Regime.Annex2 })).Total, Is.Zero);
    }

    [TestCase(ProcurementSort.Title, false, "Zinkbad,Åkerbruk,Ängsskötsel 100 %,Öppna förskolan")]
    [TestCase(ProcurementSort.Title, true, "Öppna förskolan,Ängsskötsel 100 %,Åkerbruk,Zinkbad")]
    [TestCase(ProcurementSort.CaseNumber, false, "Öppna förskolan,Ängsskötsel 100 %,Zinkbad,Åkerbruk")]
    [TestCase(ProcurementSort.EstimatedValue, false, "Öppna förskolan,Ängsskötsel 100 %,Zinkbad,Åkerbruk")]
    [TestCase(ProcurementSort.EstimatedValue, true, "Zinkbad,Ängsskötsel 100 %,Öppna förskolan,Åkerbruk")]
    [TestCase(ProcurementSort.Newest, true, "Öppna förskolan,Ängsskötsel 100 %,Zinkbad,Åkerbruk")]
    [TestCase(ProcurementSort.TendersUntil, false, "Ängsskötsel 100 %,Zinkbad,Öppna förskolan,Åkerbruk")]
    public async Task Find_Sort_OrdersInSwedishAndPutsUnknownLast(ProcurementSort sort, bool descending, string titles) =>
        Assert.That(
            string.Join(",", (await FindAsync(new FindProcurements { Sort = sort, Descending = descending })).Items.Select(item => item.Title)),
            Is.EqualTo(titles));

    [Test]
    public async Task Find_Pages_AreTakenInTurnAndTellTheTotal()
    {
        var second = await FindAsync(new FindProcurements { Sort = ProcurementSort.Title, Page = 2, PageSize = 3 });
        var beyond = await FindAsync(new FindProcurements { Page = 9, PageSize = 3 });

        Assert.That(second.Items.Select(item => item.Title), Is.EqualTo(new[] { "Öppna förskolan" }));
        Assert.That((second.Total, beyond.Total, beyond.Items.Count), Is.EqualTo((4, 4, 0)));
    }

    [TestCase(0, 50)]
    [TestCase(1, 0)]
    [TestCase(1, 201)]
    public async Task Find_PageOutOfRange_IsRefused(int page, int size) =>
        Assert.That((await _installation.Get<FindProcurementsHandler>().HandleAsync(_authority.Reader, new FindProcurements { Page = page, PageSize = size }, CancellationToken.None)).Succeeded, Is.False);

    private async Task AddAsync(string title, string caseNumber, int year, long ore, int reserved, int of)
    {
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var saved = await _installation.AddProcurementAsync(_authority, procurement => procurement with
        {
            Title = title,
            CaseNumber = caseNumber,
            PublishOn = new DateOnly(year, 10, 1),
            TendersUntil = new DateOnly(year, 11, caseNumber == "A/2" ? 1 : 2),
        });
        for (var number = 0; number < of; number++)
        {
            var lot = await _installation.AddLotAsync(_authority.ProcurementOfficer, saved, entry => entry with { EstimatedValueOre = ore });
            saved = (number < reserved ? await _installation.ReserveAsync(_authority.ProcurementOfficer, lot) : lot).Procurement();
        }

        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task<ProcurementPage> FindAsync(FindProcurements request, Actor? actor = null) =>
        (await _installation.Get<FindProcurementsHandler>().HandleAsync(actor ?? _authority.Reader, request, CancellationToken.None)).Must();
}
