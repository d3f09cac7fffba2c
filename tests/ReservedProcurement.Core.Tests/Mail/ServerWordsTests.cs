using CsCheck;
using ReservedProcurement.Core.Mail.Transports;

namespace ReservedProcurement.Core.Tests.Mail;

public sealed class ServerWordsTests
{
    [TestCase("5.7.1 Message\r\ncontains   <b>spam</b>\t(se https://e.example)", "5.7.1 Message contains <b>spam</b> (se https://e.example)")]
    [TestCase("a\u202Egnirts\u200B\0b", "agnirts b")]
    [TestCase(null, "")]
    public void Words_AreOneLineAsTheServerSaidThem(string? answer, string words) => Assert.That(ServerWords.Of(answer), Is.EqualTo(words));

    [Test]
    public void Words_OfAnything_AreBoundedAndHideNothing() => Gen.String[0, 2000].Sample(answer =>
    {
        var words = ServerWords.Of(answer);
        return words.Length <= ServerWords.MostCharacters + 2 && !words.Any(char.IsControl) && !words.Contains("  ", StringComparison.Ordinal);
    });
}
