using ReservedProcurement.WordTemplates.Deflating;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>
/// The cells and tables being written. A cell must end in a paragraph, and a table must have a row: which it will is known only
/// when the sections in it have been run.
/// </summary>
internal sealed class OpenBlocks(PartProgram program, TemplateDeflater output)
{
    private const int Written = -1;

    private readonly Stack<LastBlock> _containers = new();
    private readonly Stack<int> _tables = new();
    private bool _lastTableWritten;

    private enum LastBlock
    {
        None,
        Other,
        Paragraph,
    }

    public void EnterContainer() => _containers.Push(LastBlock.None);

    public void EndBlock(bool isParagraph, bool isUncertainTable)
    {
        if (!isUncertainTable || _lastTableWritten)
        {
            _containers.Pop();
            _containers.Push(isParagraph ? LastBlock.Paragraph : LastBlock.Other);
        }
    }

    /// <param name="paragraph">The literal to write when the last block was no paragraph.</param>
    public void LeaveContainer(int paragraph)
    {
        if (_containers.Pop() != LastBlock.Paragraph)
        {
            output.WriteLiteral(paragraph);
        }
    }

    /// <param name="start">The instruction that holds the table's start, which is written with its first row.</param>
    public void EnterTable(int start) => _tables.Push(start);

    public void StartRow()
    {
        var held = _tables.Pop();
        if (held != Written)
        {
            output.WriteLiteral(program.Instructions[held].A);
        }

        _tables.Push(Written);
    }

    /// <param name="end">The literal that ends a table which got rows.</param>
    public void LeaveTable(int end)
    {
        _lastTableWritten = _tables.Pop() == Written;
        if (_lastTableWritten)
        {
            output.WriteLiteral(end);
        }
    }
}
