using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Appearance;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Register;
using static ReservedProcurement.Web.Demo.DemoAccounts;

namespace ReservedProcurement.Web.Demo;

/// <summary>Exempelstad: a municipality, social enterprises and procurements that do not exist, made through the same handlers as everything else.</summary>
public sealed class DemoMunicipality(
    AddAuthorityHandler addAuthority,
    AddUnitHandler addUnit,
    ChangeAppearanceHandler changeAppearance,
    ListUsersHandler listUsers,
    AddSocialEnterpriseHandler addEnterprise,
    DemoAccounts accounts,
    DemoProcurements procurements,
    DemoTemplates templates,
    DemoMeetings meetings,
    DemoFollowUp followUp,
    DemoInbox inbox,
    DemoAtMeeting atMeeting,
    DemoMeetingPlanning meetingPlanning,
    DemoProgrammes programmes)
{
    public const string AuthorityName = "Exempelstads kommun";

    public async Task FillAsync(CancellationToken cancellationToken)
    {
        var authority = Expect(await addAuthority.HandleAsync(
            Actor.System,
            new AddAuthority
            {
                Name = AuthorityName,

                // The check digit is right. No municipality has this number, and the made-up one in previews has the same.
                OrganisationNumber = "212000-9994",
                PostalAddress = "Exempelgatan 1, 999 99 Exempelstad",
                Website = "https://exempelstad.example",
                DataProtectionEmail = $"dataskyddsombud{Domain}",
            },
            cancellationToken));
        Expect(await changeAppearance.HandleAsync(
            Actor.System,
            new ChangeAppearance { AuthorityId = authority.Id, Version = authority.Version, Logo = Logo(), LogoText = "Exempelstad, kommun (påhittad)" },
            cancellationToken));
        var work = Expect(await addUnit.HandleAsync(Actor.System, new AddUnit(authority.Id, "Arbetsmarknadsförvaltningen"), cancellationToken));
        var technical = Expect(await addUnit.HandleAsync(Actor.System, new AddUnit(authority.Id, "Tekniska nämnden"), cancellationToken));
        await accounts.AddAsync(authority.Id, cancellationToken);

        var officer = Expect(await listUsers.HandleAsync(Actor.System, new ListUsers("upphandlare"), cancellationToken)).Single();
        var actor = new Actor { UserId = officer.Id, Name = officer.Name, Via = "web", Memberships = officer.Memberships };
        foreach (var enterprise in Enterprises)
        {
            Expect(await addEnterprise.HandleAsync(actor, new AddSocialEnterprise(enterprise), cancellationToken));
        }

        var administrator = Expect(await listUsers.HandleAsync(Actor.System, new ListUsers("administrator"), cancellationToken)).Single();
        await templates.FillAsync(actor with { UserId = administrator.Id, Name = administrator.Name, Memberships = administrator.Memberships }, authority.Id, cancellationToken);
        await procurements.FillAsync(actor, authority.Id, work.Id, technical.Id, cancellationToken);
        await meetings.FillAsync(actor, authority.Id, work.Id, cancellationToken);
        await followUp.FillAsync(actor, authority.Id, work.Id, cancellationToken);
        await inbox.FillAsync(actor, cancellationToken);
        await atMeeting.FillAsync(actor, authority.Id, work.Id, Logo(), cancellationToken);
        await meetingPlanning.FillAsync(actor, authority.Id, work.Id, technical.Id, cancellationToken);
        await programmes.FillAsync(actor, authority.Id, work.Id, cancellationToken);
    }

    private static IEnumerable<SocialEnterpriseContent> Enterprises =>
    [
        Enterprise("Kooperativet Kaffepausen", "Driver café och lagar lunch. Tio personer arbetar här i egen takt.", [
            Offers("Café, smörgåsar och fika till möten", "55330000", "55520000"),
            WantsTo("Luncher till förskolor", "55523000")], new ContactContent { Name = "Kansliet", Email = "kansliet@kooperativetkaffepausen.example" }),
        Enterprise("Grönt & Rent Exempelstad", "Sköter grönytor och städar utomhus.", [
            Offers("Gräsklippning, rensning och lövräfsning", "77314000", "77313000"),
            Offers("Städning av gator och torg", "90611000"),
            WantsTo("Snöröjning av gångvägar", "90620000")]),
        Enterprise("Systuan Tråd och Trassel", "Lagar och syr om kläder och textilier.", [
            Offers("Lagning av arbetskläder", "50830000"),
            WantsTo("Tvätt av arbetskläder", "98310000")]),
        Enterprise("Andra Varvet Återbruk", "Tar emot, lagar och säljer möbler.", [
            Offers("Reparation av möbler", "50850000"),
            WantsTo("Flytt och lagring åt kommunen", "98392000", "63121000")]),
        Enterprise("Pixel & Papper", "Skannar och registrerar arkivmaterial.", [
            Offers("Skanning och registrering", "79999100", "72312000")]),
        Enterprise("Steget Arbetsträning", "Tar emot personer för arbetsträning i snickeri och kök.", [
            Offers("Arbetsträning med handledare", "85312510"),
            WantsTo("Yrkesutbildning i kök", "80530000")]),
        Enterprise("Viftande Svans Hunddagis", null, [
            Offers("Hunddagis på vardagar", "98380000")]),
        new() { Name = "Fönsterputs i Fantasivik" },
    ];

    private static SocialEnterpriseContent Enterprise(string name, string? description, IReadOnlyList<ServiceAreaContent> areas, params IEnumerable<ContactContent> more) => new()
    {
        Name = name,
        Description = description,
        Contacts = [new ContactContent { Name = "Kontakt Påhittad", Role = "Verksamhetsledare", Email = $"kontakt@{Address(name)}.example", Phone = "070-174 06 05" }, .. more],
        ServiceAreas = areas,
    };

    private static byte[] Logo()
    {
        using var picture = typeof(DemoMunicipality).Assembly.GetManifestResourceStream("demo/exempelstad.png")!;
        var content = new byte[picture.Length];
        picture.ReadExactly(content);
        return content;
    }

    private static string Address(string name) => new([.. name.ToLowerInvariant().Where(char.IsAsciiLetter)]);

    private static ServiceAreaContent Offers(string description, params string[] cpv) => new() { Kind = ServiceAreaKind.Offers, Description = description, CpvCodes = cpv };

    private static ServiceAreaContent WantsTo(string description, params string[] cpv) => new() { Kind = ServiceAreaKind.WantsToGrowInto, Description = description, CpvCodes = cpv };
}
