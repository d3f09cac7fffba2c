using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Documents.Templates;

public sealed class CompiledTemplatesTests
{
    [Test]
    public void GetOrAdd_SameKey_GivesTheSameTemplate()
    {
        var kept = new CompiledTemplates();

        Assert.That(kept.GetOrAdd("a", MadeWordFile.OfText("A")), Is.SameAs(kept.GetOrAdd("a", MadeWordFile.OfText("B"))));
        Assert.That(kept.Find("b"), Is.Null);
    }

    [Test]
    public void GetOrAdd_MoreThanThereIsRoomFor_LetsGoOfTheOneUsedLongestAgo()
    {
        var file = MadeWordFile.OfText("A");
        var kept = new CompiledTemplates(largestTotal: file.Length * 2);
        kept.GetOrAdd("a", file);
        kept.GetOrAdd("b", file);
        kept.Find("a");

        kept.GetOrAdd("c", file);

        Assert.That((kept.Find("a"), kept.Find("b"), kept.Find("c")), Is.EqualTo((kept.Find("a"), (CheckedTemplate?)null, kept.Find("c"))));
        Assert.That(kept.Find("a"), Is.Not.Null);
        Assert.That(kept.Count, Is.EqualTo(2));
    }

    [Test]
    public void GetOrAdd_LargerThanAllRoom_IsKeptUntilTheNext()
    {
        var kept = new CompiledTemplates(largestTotal: 1);

        kept.GetOrAdd("a", MadeWordFile.OfText("A"));
        kept.GetOrAdd("b", MadeWordFile.OfText("B"));

        Assert.That((kept.Find("a") is null, kept.Find("b") is null, kept.Count), Is.EqualTo((true, false, 1)));
    }

    [Test]
    public void GetOrAdd_ManyThreads_NeverHoldsMoreThanItMay()
    {
        var file = MadeWordFile.OfText("A");
        var kept = new CompiledTemplates(largestTotal: file.Length * 5);

        Parallel.For(0, 400, number => kept.GetOrAdd($"{number % 20}", file));

        Assert.That(kept.Count, Is.InRange(1, 5));
    }
}
