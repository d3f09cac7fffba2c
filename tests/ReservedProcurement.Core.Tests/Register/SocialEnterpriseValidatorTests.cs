using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Register;

public sealed class SocialEnterpriseValidatorTests
{
    private static readonly SocialEnterpriseContent Valid = SocialEnterprises.Complete;

    [Test]
    public void Validate_Complete_HasNoProblem() => Assert.That(Problem(Valid), Is.Null);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    public void Validate_NoName_IsRequired(string? name) => Expect(Valid with { Name = name }, "Name", "field.required");

    [Test]
    public void Validate_TooLongTexts_NameTheirFields()
    {
        var fields = Problem(Valid with
        {
            Name = new string('å', 201),
            Description = new string('b', 4001),
            Website = $"https://exempelvik.se/{new string('c', 400)}",
            Contacts = [new ContactContent { Name = new string('d', 201), Role = new string('e', 201), Email = $"{new string('f', 250)}@exempelvik.se", Phone = new string('1', 41) }],
            ServiceAreas = [new ServiceAreaContent { Kind = ServiceAreaKind.Offers, Description = new string('g', 401) }],
        })!.Fields.Where(field => field.Code == "field.too-long").Select(field => field.Field);

        Assert.That(fields, Is.EquivalentTo(new[]
        {
            "Name", "Description", "Website", "Contacts[0].Name", "Contacts[0].Role", "Contacts[0].Email", "Contacts[0].Phone", "ServiceAreas[0].Description",
        }));
    }

    [Test]
    public void Validate_TextsOfFullLength_AreAccepted() => Assert.That(
        Problem(Valid with { Name = new string('å', 200), Description = new string('b', 4000), ServiceAreas = [new ServiceAreaContent { Kind = ServiceAreaKind.Offers, Description = new string('g', 400) }] }),
        Is.Null);

    [TestCase("799999-0002", "Kontrollsiffran")]
    [TestCase("12345", "tio siffror")]
    [TestCase("abc", "siffror")]
    public void Validate_WrongNumber_SaysWhatIsWrong(string number, string expected)
    {
        var field = Problem(Valid with { OrganisationNumber = number })!.Fields.Single();

        Assert.That(field.Code, Is.EqualTo(RegisterProblems.WrongOrganisationNumber));
        Assert.That(Texts.Sentence(field), Does.StartWith("Organisationsnummer: ").And.Contain(expected));
    }

    [TestCase("9999")]
    [TestCase("Luleå")]
    public void Validate_UnknownMunicipality_IsRefused(string code) => Expect(Valid with { MunicipalityCode = code }, "MunicipalityCode", RegisterProblems.UnknownMunicipality);

    [TestCase("javascript://exempelvik.se/%0aalert(1)")]
    [TestCase("ftp://exempelvik.se")]
    [TestCase("https://exempelvik")]
    [TestCase("https://namn:losen@exempelvik.se")]
    [TestCase("exempelvik .se")]
    [TestCase("https://")]
    public void Validate_WrongWebsite_IsRefused(string website) => Expect(Valid with { Website = website }, "Website", FieldRules.NotAWebAddress);

    [TestCase("https://www.exempelvik.se/om?sida=1#kontakt")]
    [TestCase("http://räksmörgås.se")]
    [TestCase("exempelvik.se")]
    public void Validate_Website_IsAccepted(string website) => Assert.That(Problem(Valid with { Website = website }), Is.Null);

    [TestCase("testa")]
    [TestCase("testa@exempelvik")]
    [TestCase("testa@@exempelvik.se")]
    [TestCase("testa @exempelvik.se")]
    [TestCase("testa@exempelvik.se, annan@exempelvik.se")]
    [TestCase("testa@.se")]
    [TestCase("Testa <testa@exempelvik.se>")]
    public void Validate_WrongEmail_IsRefused(string email) =>
        Expect(Valid with { Contacts = [new ContactContent { Email = email }] }, "Contacts[0].Email", FieldRules.NotAnEmail);

    [TestCase("testa.exempelsson+asf@post.exempelvik.se")]
    [TestCase("info@xn--rksmrgs-5wao1o.se")]
    [TestCase("info@räksmörgås.se")]
    public void Validate_Email_IsAccepted(string email) => Assert.That(Problem(Valid with { Contacts = [new ContactContent { Email = email }] }), Is.Null);

    [TestCase("ring mig")]
    [TestCase("123")]
    public void Validate_WrongPhone_IsRefused(string phone) =>
        Expect(Valid with { Contacts = [new ContactContent { Phone = phone }] }, "Contacts[0].Phone", FieldRules.NotAPhone);

    [Test]
    public void Validate_ContactWithOnlyARole_IsRefused() =>
        Expect(Valid with { Contacts = [new ContactContent { Role = "Ordförande" }] }, "Contacts[0].Name", RegisterProblems.EmptyContact);

    [Test]
    public void Validate_AreaOfNothing_IsRefused() =>
        Expect(Valid with { ServiceAreas = [.. Valid.ServiceAreas, new ServiceAreaContent { Kind = ServiceAreaKind.Offers }] }, "ServiceAreas[2].Description", RegisterProblems.EmptyServiceArea);

    [Test]
    public void Validate_UnknownKind_IsRefused() =>
        Expect(Valid with { ServiceAreas = [new ServiceAreaContent { Kind = (ServiceAreaKind)9, Description = "Fika" }] }, "ServiceAreas[0].Kind", "field.unknown-choice");

    [Test]
    public void Validate_NoKind_IsRequired() => Expect(Valid with { ServiceAreas = [new ServiceAreaContent { Id = null, Description = "Fika" }] }, "ServiceAreas[0].Kind", "field.required");

    [TestCase("9091", RegisterProblems.WrongCpvCode)]
    [TestCase("", RegisterProblems.WrongCpvCode)]
    [TestCase("90910000-1", RegisterProblems.WrongCpvCode)]
    [TestCase("11111111", RegisterProblems.UnknownCpvCode)]
    public void Validate_WrongCode_NamesTheRow(string code, string expected) =>
        Expect(Valid with { ServiceAreas = [new ServiceAreaContent { Kind = ServiceAreaKind.Offers, CpvCodes = ["90910000-9", code] }] }, "ServiceAreas[0].CpvCodes[1]", expected);

    [Test]
    public void Validate_TooMany_SaysHowManyThereMayBe()
    {
        var problem = Problem(Valid with
        {
            Contacts = [.. Enumerable.Repeat(new ContactContent { Name = "Testa" }, SocialEnterpriseValidator.MaxContacts + 1)],
            ServiceAreas =
            [
                .. Enumerable.Repeat(new ServiceAreaContent { Kind = ServiceAreaKind.Offers, Description = "Fika" }, SocialEnterpriseValidator.MaxServiceAreas),
                new ServiceAreaContent { Kind = ServiceAreaKind.Offers, CpvCodes = [.. Enumerable.Repeat("90910000", SocialEnterpriseValidator.MaxCpvCodes + 1)] },
            ],
        });

        Assert.That(problem!.Fields.Select(field => (field.Field, field.Code)), Is.EquivalentTo(new[]
        {
            ("Contacts", RegisterProblems.TooMany), ("ServiceAreas", RegisterProblems.TooMany), ($"ServiceAreas[{SocialEnterpriseValidator.MaxServiceAreas}].CpvCodes", RegisterProblems.TooMany),
        }));
        Assert.That(Texts.Sentence(problem.Fields[0]), Does.Contain("högst 20"));
    }

    [Test]
    public void Validate_SameRowTwice_IsRefused()
    {
        var id = Guid.CreateVersion7();
        Expect(Valid with { Contacts = [new ContactContent { Id = id, Name = "Ett" }, new ContactContent { Id = id, Name = "Två" }] }, "Contacts", RegisterProblems.UnknownRow);
    }

    [Test]
    public void Validate_PersonalNumberInFreeText_IsRefusedInEachField()
    {
        const string Text = "Ansvarig 19800101-0001 finns på plats";

        var fields = Problem(Valid with
        {
            Name = Text,
            Description = Text,
            Contacts = [new ContactContent { Name = Text, Role = Text }],
            ServiceAreas = [new ServiceAreaContent { Kind = ServiceAreaKind.Offers, Description = Text }],
        })!.Fields;

        Assert.That(fields.Select(field => field.Code), Is.All.EqualTo(RegisterProblems.PersonalNumberInText));
        Assert.That(fields.Select(field => field.Field), Is.EquivalentTo(new[] { "Name", "Description", "Contacts[0].Name", "Contacts[0].Role", "ServiceAreas[0].Description" }));
    }

    [Test]
    public void Validate_ControlCharacters_AreRefused() => Expect(Valid with { Name = "Exempel\u0007vik" }, "Name", FieldRules.ControlCharacters);

    [Test]
    public void Validate_ListsThatAreNull_AreEmpty() => Assert.That(
        Problem(Valid with { Contacts = null!, ServiceAreas = [null!, new ServiceAreaContent { Kind = ServiceAreaKind.Offers, Description = "Fika", CpvCodes = null! }] }), Is.Null);

    private static Problem? Problem(SocialEnterpriseContent content) => new SocialEnterpriseValidator().Problem(content.Cleaned());

    private static void Expect(SocialEnterpriseContent content, string field, string code)
    {
        var problem = Problem(content);
        Assert.That(problem?.Fields.Select(found => (found.Field, found.Code)), Is.EqualTo(new[] { (field, code) }));
        Assert.That(Texts.Sentence(problem!.Fields[0]), Is.Not.EqualTo(code), "the code has no sentence");
    }
}
