using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Tests.Problems;

public sealed class FileProblemsTests
{
    [Test]
    public void Check_NoFileOrAnEmptyOne_AsksForOne([Values] bool isEmpty)
    {
        var problem = FileProblems.Check("File", isEmpty ? [] : null, 1024);

        Assert.That(Texts.Sentence(problem!.Fields.Single()), Is.EqualTo("Filen saknas. Välj en fil."));
    }

    [Test]
    public void Check_OneByteTooMany_TellsBothSizes()
    {
        Assert.That(FileProblems.Check("File", new byte[1024], 1024), Is.Null);

        var problem = FileProblems.Check("File", new byte[1025], 1024);

        Assert.That(Texts.Sentence(problem!.Fields.Single()), Is.EqualTo("Filen är 2\u00A0kB. Den får vara högst 1\u00A0kB."));
    }
}
