using ReservedProcurement.Core.Mail;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Mail;

public sealed class SignedLinksTests
{
    private static readonly Guid Subject = Guid.Parse("0199f5a0-0000-7000-8000-000000000001");

    [Test]
    public async Task Code_ReadForItsPurpose_SaysWhatWasPutIn()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var links = installation.Get<SignedLinks>();
        var expiresAt = installation.Clock.GetUtcNow().AddHours(2);

        var code = links.CreateCode(LinkPurposes.Invitation, Subject, "stämpel-1", expiresAt);

        Assert.That(links.Read(LinkPurposes.Invitation, code).Value, Is.EqualTo(new SignedCode(Subject, "stämpel-1", expiresAt)));
    }

    [Test]
    public async Task Code_ReadForAnotherPurpose_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var links = installation.Get<SignedLinks>();

        var code = links.CreateCode(LinkPurposes.Invitation, Subject, "s", installation.Clock.GetUtcNow().AddHours(2));

        Assert.That(links.Read(LinkPurposes.PasswordReset, code).Problem?.Code, Is.EqualTo(MailProblems.LinkInvalid));
    }

    [Test]
    public async Task Code_AtItsExpiry_IsRefusedAsExpired()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var links = installation.Get<SignedLinks>();
        var code = links.CreateCode(LinkPurposes.Invitation, Subject, "s", installation.Clock.GetUtcNow().AddHours(2));

        installation.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        var before = links.Read(LinkPurposes.Invitation, code);
        installation.Clock.Advance(TimeSpan.FromSeconds(1));
        var at = links.Read(LinkPurposes.Invitation, code);

        Assert.That(before.Succeeded, Is.True);
        Assert.That(at.Problem?.Code, Is.EqualTo(MailProblems.LinkExpired));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("åäö")]
    [TestCase("AAAA")]
    [TestCase("not base 64 !")]
    public async Task Code_ThatIsRubbish_IsRefused(string? code)
    {
        await using var installation = await TestInstallation.CreateAsync();

        Assert.That(installation.Get<SignedLinks>().Read(LinkPurposes.Invitation, code).Problem?.Code, Is.EqualTo(MailProblems.LinkInvalid));
    }

    [Test]
    public async Task Code_WithOneCharacterChanged_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var links = installation.Get<SignedLinks>();
        var code = links.CreateCode(LinkPurposes.Invitation, Subject, "s", installation.Clock.GetUtcNow().AddHours(2));

        for (var position = 0; position < code.Length - 1; position += 7)
        {
            var changed = code[..position] + (code[position] == 'x' ? 'y' : 'x') + code[(position + 1)..];
            Assert.That(links.Read(LinkPurposes.Invitation, changed).Problem?.Code, Is.EqualTo(MailProblems.LinkInvalid), changed);
        }
    }

    [Test]
    public async Task ChoosePasswordLink_WithPublicAddress_BeginsWithIt()
    {
        await using var installation = await TestInstallation.CreateAsync(settings: new Dictionary<string, string?> { ["Web:PublicAddress"] = "https://reserverad.exempelstad.se/lou/" });

        var link = installation.Get<PublicAddress>().ChoosePassword(LinkPurposes.Invitation, "abc");

        Assert.That(link.ToString(), Is.EqualTo("https://reserverad.exempelstad.se/lou/valj-losenord?syfte=invitation&kod=abc"));
    }

    [TestCase("reserverad.exempelstad.se")]
    [TestCase("ftp://exempelstad.se")]
    [TestCase("https://exempelstad.se?x=1")]
    public async Task PublicAddress_ThatIsNoWebAddress_IsRefusedInOneSentence(string address)
    {
        await using var installation = await TestInstallation.CreateAsync(settings: new Dictionary<string, string?> { ["Web:PublicAddress"] = address });

        Assert.That(
            () => installation.Get<PublicAddress>(),
            Throws.TypeOf<Microsoft.Extensions.Options.OptionsValidationException>().With.Message.StartsWith("Inställningen Web:PublicAddress är inte en webbadress"));
    }
}
