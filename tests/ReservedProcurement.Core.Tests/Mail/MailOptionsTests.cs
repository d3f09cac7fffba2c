using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Mail;

public sealed class MailOptionsTests
{
    private static readonly Dictionary<string, string?> Working = new()
    {
        ["Mail:Transport"] = "Smtp",
        ["Mail:Host"] = "mail.exempelstad.se",
        ["Mail:From"] = "reserverad@exempelstad.se",
    };

    [TestCase("Mail:Host", "", "Inställningen Mail:Host saknas. Den måste anges när Mail:Transport är Smtp.")]
    [TestCase("Mail:From", null, "Inställningen Mail:From saknas. Den måste anges när Mail:Transport är Smtp.")]
    [TestCase("Mail:From", "Kommunen", "Inställningen Mail:From är inte en giltig e-postadress: Kommunen.")]
    [TestCase("Mail:ReplyTo", "a@b@c", "Inställningen Mail:ReplyTo är inte en giltig e-postadress: a@b@c.")]
    [TestCase("Mail:Port", "70000", "Inställningen Mail:Port måste vara mellan 1 och 65")]
    [TestCase("Mail:TimeoutSeconds", "0", "Inställningen Mail:TimeoutSeconds måste vara mellan 1 och 100.")]
    [TestCase("Mail:UserName", "konto", "Mail:UserName och Mail:Password måste anges tillsammans")]
    [TestCase("Mail:Connections", "0", "Inställningen Mail:Connections måste vara mellan 1 och 20.")]
    [TestCase("Mail:Pace:PerHour", "0", "Inställningen Mail:Pace:PerHour måste vara mellan 1 och ")]
    [TestCase("Mail:Pace:PerDomainPerMinute", "-5", "Inställningen Mail:Pace:PerDomainPerMinute måste vara mellan 1 och ")]
    [TestCase("Mail:Pace:Domains:exempelstad.se", "0", "Inställningen Mail:Pace:Domains:exempelstad.se måste vara mellan 1 och ")]
    [TestCase("Mail:Pace:Domains:@exempelstad", "5", "Inställningen Mail:Pace:Domains har namnet @exempelstad, som inte är en e-postdomän.")]
    [TestCase("Mail:TrustedCertificate", "/finns/inte.pem", "Inställningen Mail:TrustedCertificate pekar på /finns/inte.pem, som inte går att läsa")]
    [TestCase("Mail:Security", "None", "Mail:Security får bara vara None när e-postservern finns på samma dator.")]
    [TestCase("Mail:FromName", "A\r\nBcc: x@y.se", "Inställningen Mail:FromName innehåller tecken")]
    public async Task Setting_ThatIsWrong_IsRefusedInOneSentence(string name, string? value, string sentence)
    {
        await using var installation = await TestInstallation.CreateAsync(settings: With(name, value));

        var refusal = Assert.Throws<OptionsValidationException>(() => _ = installation.Get<IOptions<MailOptions>>().Value);

        Assert.That(refusal.Failures, Has.Exactly(1).StartsWith(sentence));
    }

    [TestCase("Mail:AllowUnencrypted", "true")]
    [TestCase("Mail:Host", "127.0.0.1")]
    [TestCase("Mail:Host", "::1")]
    [TestCase("Mail:Host", "localhost")]
    public async Task Unencrypted_ToThisMachineOrOnPurpose_IsAllowed(string name, string value)
    {
        var settings = With(name, value);
        settings["Mail:Security"] = "None";
        await using var installation = await TestInstallation.CreateAsync(settings: settings);

        Assert.That(installation.Get<IOptions<MailOptions>>().Value.PortOrUsual, Is.EqualTo(25));
    }

    [Test]
    public async Task Settings_LeftOut_AreFilesAndTls()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var options = installation.Get<IOptions<MailOptions>>().Value;
        Assert.That((options.Transport, options.Security, options.PortOrUsual), Is.EqualTo((MailTransportKind.File, MailSecurity.StartTls, 587)));
    }

    private static Dictionary<string, string?> With(string name, string? value) => new(Working) { [name] = value };
}
