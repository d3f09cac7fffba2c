namespace ReservedProcurement.WordTemplates.Markup;

/// <summary>An XML element that keeps the prefix it was written with.</summary>
internal sealed class Element(string prefix, string name, string ns) : MarkupParent
{
    public string Prefix { get; } = prefix;

    public string Name { get; } = name;

    public string Namespace { get; } = ns;

    public List<MarkupAttribute> Attributes { get; } = [];

    /// <summary>The paragraph's number in its part, counted from 1; 0 for anything but a paragraph.</summary>
    public int ParagraphNumber { get; init; }

    /// <summary>For a drawing whose picture a field gives: which.</summary>
    public Picture? Picture { get; set; }

    /// <summary>Text flows in stories: one never continues in another.</summary>
    public bool IsStory => Parent is null || IsWord("txbxContent") || IsWord("footnote") || IsWord("endnote") || IsWord("comment");

    public bool Is(string ns, string name) => Name == name && Namespace == ns;

    public bool IsWord(string name) => Name == name && Namespace == Namespaces.Word;

    public Element? Child(string name) => Elements.FirstOrDefault(child => child.IsWord(name));

    public string? Attribute(string name) => Attributes.Find(attribute => attribute.Name == name && !attribute.IsNamespaceDeclaration)?.Value;

    /// <summary>The <c>w:val</c> of the named child, or null.</summary>
    public string? ChildValue(string name) => Child(name)?.Attribute("val");

    public void SetAttribute(MarkupAttribute old, MarkupAttribute changed) => Attributes[Attributes.IndexOf(old)] = changed;

    /// <summary>The same element and attributes without children.</summary>
    public Element CloneEmpty()
    {
        var clone = new Element(Prefix, Name, Namespace) { ParagraphNumber = ParagraphNumber };
        clone.Attributes.AddRange(Attributes);
        return clone;
    }

    public Element Clone()
    {
        var clone = CloneEmpty();
        foreach (var child in Children)
        {
            switch (child)
            {
                case Element element:
                    clone.Add(element.Clone());
                    break;
                case TextNode text:
                    clone.Add(new TextNode(text.Text));
                    break;
            }
        }

        return clone;
    }

    /// <summary>An element of the same namespace, written with the same prefix.</summary>
    public Element Sibling(string name, params IEnumerable<MarkupNode> children)
    {
        var element = new Element(Prefix, name, Namespace);
        foreach (var child in children)
        {
            element.Add(child);
        }

        return element;
    }

    /// <summary>All text below the element.</summary>
    public string InnerText => string.Concat(Descendants().OfType<TextNode>().Select(node => node.Text));

    /// <summary>Takes the children out of the element, each carrying the namespace prefixes that were declared here.</summary>
    public List<MarkupNode> TakeChildren()
    {
        var declared = Attributes.FindAll(attribute => attribute.IsNamespaceDeclaration);
        var taken = Children.ToList();
        Children.Clear();
        foreach (var child in taken)
        {
            child.Parent = null;
            if (child is Element element)
            {
                element.Attributes.AddRange(declared.Where(outer =>
                    !element.Attributes.Exists(inner => inner.Prefix == outer.Prefix && inner.Name == outer.Name)));
            }
        }

        return taken;
    }
}
