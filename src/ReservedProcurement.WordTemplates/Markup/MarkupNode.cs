using System.Runtime.InteropServices;

namespace ReservedProcurement.WordTemplates.Markup;

/// <summary>A node of a part while it is being compiled. The tree is thrown away when the program is made.</summary>
internal abstract class MarkupNode
{
    public MarkupParent? Parent { get; set; }

    public int IndexInParent => Parent!.IndexOf(this);

    public void Remove()
    {
        Parent!.Children.RemoveAt(IndexInParent);
        Parent = null;
    }

    public void ReplaceWith(IReadOnlyList<MarkupNode> nodes)
    {
        var parent = Parent!;
        var index = IndexInParent;
        parent.Children.RemoveAt(index);
        Parent = null;
        parent.Insert(index, nodes);
    }

    /// <summary>The nearest ancestor element with this name, not looking outside the story the node belongs to.</summary>
    public Element? Nearest(string name)
    {
        for (var node = Parent; node is not null; node = node.Parent)
        {
            if (node is Element element)
            {
                if (element.IsWord(name))
                {
                    return element;
                }

                if (element.IsStory)
                {
                    return null;
                }
            }
        }

        return null;
    }
}

internal abstract class MarkupParent : MarkupNode
{
    private int _lastFound;

    public List<MarkupNode> Children { get; } = [];

    public IEnumerable<Element> Elements => Children.OfType<Element>();

    /// <summary>
    /// The place of a child. What is looked for most often stands near what was found last, so the search goes outwards from there:
    /// a paragraph of a hundred thousand runs would otherwise take minutes.
    /// </summary>
    public int IndexOf(MarkupNode child)
    {
        var children = CollectionsMarshal.AsSpan(Children);
        var after = Math.Min(_lastFound, children.Length);
        for (var before = after - 1; before >= 0 || after < children.Length; before--, after++)
        {
            if (after < children.Length && children[after] == child)
            {
                return _lastFound = after;
            }

            if (before >= 0 && children[before] == child)
            {
                return _lastFound = before;
            }
        }

        throw new InvalidOperationException("The node is not a child of its parent.");
    }

    public void Add(MarkupNode node)
    {
        node.Parent = this;
        Children.Add(node);
    }

    public void Insert(int index, MarkupNode node)
    {
        node.Parent = this;
        Children.Insert(index, node);
    }

    public void Insert(int index, IReadOnlyList<MarkupNode> nodes)
    {
        foreach (var node in nodes)
        {
            node.Parent = this;
        }

        Children.InsertRange(index, nodes);
    }

    /// <summary>Every node below this one, in document order. The tree must not change while it is walked.</summary>
    public IEnumerable<MarkupNode> Descendants()
    {
        var open = new Stack<(MarkupParent Parent, int Index)>();
        open.Push((this, 0));
        while (open.TryPop(out var at))
        {
            if (at.Index >= at.Parent.Children.Count)
            {
                continue;
            }

            var node = at.Parent.Children[at.Index];
            open.Push((at.Parent, at.Index + 1));
            yield return node;
            if (node is MarkupParent parent)
            {
                open.Push((parent, 0));
            }
        }
    }

    public IEnumerable<Element> DescendantElements() => Descendants().OfType<Element>();
}

internal sealed class TextNode(string text) : MarkupNode
{
    public string Text { get; set; } = text;
}

/// <summary>An attribute as written; <see cref="Namespace"/> is empty for an attribute without prefix.</summary>
internal sealed record MarkupAttribute(string Prefix, string Name, string Namespace, string Value)
{
    /// <summary>When the value depends on the model, what is written instead of <see cref="Value"/>.</summary>
    public IReadOnlyList<MarkupNode>? Parts { get; init; }

    public bool IsNamespaceDeclaration => Prefix == "xmlns" || (Prefix.Length == 0 && Name == "xmlns");
}
