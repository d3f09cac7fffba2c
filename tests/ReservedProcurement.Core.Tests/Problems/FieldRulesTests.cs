using FluentValidation;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Tests.Problems;

public sealed class FieldRulesTests
{
    private static readonly OneText Lines = new(rule => rule.ManyLines(50));
    private static readonly OneText Line = new(rule => rule.SingleLine(50));

    [TestCase("Åsa Öberg")]
    [TestCase("Under\u00ADverk")]
    [TestCase("\U0001F469\u200D\U0001F33E odlar")]
    [TestCase("")]
    public void SingleLine_OrdinaryText_Passes(string text) => Assert.That(Line.Problem(new Entry(text)), Is.Null);

    [TestCase("\u202Eevil", TestName = "SingleLine_TurnedDirection_IsRefused")]
    [TestCase("a\u2066b", TestName = "SingleLine_IsolatedDirection_IsRefused")]
    [TestCase("\u200B", TestName = "SingleLine_NothingVisible_IsRefused")]
    [TestCase("\u00AD", TestName = "SingleLine_OnlyASoftHyphen_IsRefused")]
    [TestCase("a\uFEFFb", TestName = "SingleLine_ByteOrderMark_IsRefused")]
    [TestCase("a\nb", TestName = "SingleLine_LineBreak_IsRefused")]
    [TestCase("a\r\nBcc: b", TestName = "SingleLine_MailHeader_IsRefused")]
    [TestCase("a\u2028b", TestName = "SingleLine_LineSeparator_IsRefused")]
    [TestCase("a\0b", TestName = "SingleLine_Null_IsRefused")]
    public void SingleLine_HiddenOrSteering_IsRefused(string text) =>
        Assert.That(Line.Problem(new Entry(text))?.Fields.Single().Code, Is.EqualTo(FieldRules.ControlCharacters));

    [Test]
    public void SingleLine_HalfACharacter_IsRefused() =>
        Assert.That(Line.Problem(new Entry($"a{(char)0xD800}b"))?.Fields.Single().Code, Is.EqualTo(FieldRules.ControlCharacters));

    [Test]
    public void ManyLines_LineBreaksAndTabs_Pass() => Assert.That(Lines.Problem(new Entry("a\r\n\tb\nc")), Is.Null);

    [TestCase("a\u202Eb", TestName = "ManyLines_TurnedDirection_IsRefused")]
    [TestCase("a\u0007b", TestName = "ManyLines_Bell_IsRefused")]
    public void ManyLines_HiddenOrSteering_IsRefused(string text) =>
        Assert.That(Lines.Problem(new Entry(text))?.Fields.Single().Code, Is.EqualTo(FieldRules.ControlCharacters));

    [TestCase("abc", false)]
    [TestCase("070-174 06 05", true)]
    [TestCase("+46 (0)8 123 456", true)]
    [TestCase("", true)]
    public void PhoneNumber_IsDigitsAndWhatPeopleWriteBetween(string text, bool passes) =>
        Assert.That(new OneText(rule => rule.PhoneNumber()).Problem(new Entry(text)) is null, Is.EqualTo(passes));

    private sealed record Entry(string? Text);

    private sealed class OneText : AbstractValidator<Entry>
    {
        public OneText(Action<IRuleBuilder<Entry, string?>> rule) => rule(RuleFor(entry => entry.Text));
    }
}
