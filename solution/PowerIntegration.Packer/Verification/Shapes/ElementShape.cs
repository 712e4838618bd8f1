using System.Xml.Linq;

namespace PowerIntegration.Packer.Verification.Shapes;

/// <summary>
/// What an element looks like: its attributes, its children in the order of an export, the text it holds. What is not listed is not allowed.
/// </summary>
/// <param name="Name">Name, with its case.</param>
internal sealed record ElementShape(XName Name)
{
    /// <summary>Attributes, in the order of an export.</summary>
    public IReadOnlyList<AttributeShape> Attributes { get; init; } = [];

    /// <summary>Children, in the order of an export.</summary>
    public IReadOnlyList<ChildShape> Children { get; private init; } = [];

    /// <summary>Place of each child in <see cref="Children"/>, by name.</summary>
    public IReadOnlyDictionary<XName, int> Places { get; private init; } = new Dictionary<XName, int>();

    /// <summary>What the text must be; null where the element holds no text.</summary>
    public ValueRule? Value { get; init; }

    /// <summary>True where xsi:nil="true" may take the place of the text.</summary>
    public bool IsNillable { get; init; }

    /// <summary>True where another check looks at the content.</summary>
    public bool IsOpen { get; init; }

    /// <summary>An element that holds other elements.</summary>
    public static ElementShape Element(string name) => new(name);

    /// <summary>An element that holds a text.</summary>
    public static ElementShape Leaf(string name, ValueRule value) => new(name) { Value = value };

    /// <summary>An element that holds a text or says xsi:nil="true".</summary>
    public static ElementShape LeafOrNil(string name, ValueRule value) => new(name) { Value = value, IsNillable = true };

    /// <summary>An element whose content another check looks at.</summary>
    public static ElementShape Open(string name) => new(name) { IsOpen = true };

    /// <summary>The same with an attribute that must be there.</summary>
    public ElementShape With(string name, ValueRule value) => With(new AttributeShape(name, value, Occurrence.One));

    /// <summary>The same with an attribute that every export has.</summary>
    public ElementShape WithExported(string name, ValueRule value) => With(new AttributeShape(name, value, Occurrence.Exported));

    /// <summary>The same with an attribute that may be there.</summary>
    public ElementShape WithOptional(string name, ValueRule value) => With(new AttributeShape(name, value, Occurrence.Optional));

    /// <summary>The same with one child that holds a text.</summary>
    public ElementShape One(string name, ValueRule value) => One(Leaf(name, value));

    /// <summary>The same with one child.</summary>
    public ElementShape One(ElementShape child) => Then(child, Occurrence.One);

    /// <summary>The same with a child that every export has and that holds a text.</summary>
    public ElementShape Exported(string name, ValueRule value) => Exported(Leaf(name, value));

    /// <summary>The same with a child that every export has.</summary>
    public ElementShape Exported(ElementShape child) => Then(child, Occurrence.Exported);

    /// <summary>The same with children that every export has and that hold the same kind of text.</summary>
    public ElementShape Exported(ValueRule value, params string[] names) => names.Aggregate(this, (shape, name) => shape.Exported(name, value));

    /// <summary>The same with children that every export has, each with a text or xsi:nil.</summary>
    public ElementShape ExportedOrNil(ValueRule value, params string[] names) =>
        names.Aggregate(this, (shape, name) => shape.Exported(LeafOrNil(name, value)));

    /// <summary>The same with a child that may be there and holds a text.</summary>
    public ElementShape Optional(string name, ValueRule value) => Optional(Leaf(name, value));

    /// <summary>The same with a child that may be there.</summary>
    public ElementShape Optional(ElementShape child) => Then(child, Occurrence.Optional);

    /// <summary>The same with any number of a child.</summary>
    public ElementShape Many(ElementShape child) => Then(child, Occurrence.Many);

    /// <summary>The same with at least one of a child.</summary>
    public ElementShape OneOrMore(ElementShape child) => Then(child, Occurrence.OneOrMore);

    /// <summary>The same with a child of which every export has at least one.</summary>
    public ElementShape ExportedMany(ElementShape child) => Then(child, Occurrence.ExportedMany);

    /// <summary>The same with children that may be there in any place, each holding the same kind of text.</summary>
    public ElementShape Anywhere(ValueRule value, params string[] names) =>
        names.Aggregate(this, (shape, name) => shape.Then(new ChildShape(Leaf(name, value), Occurrence.Optional, HasPlace: false)));

    private ElementShape Then(ElementShape child, Occurrence occurrence) => Then(new ChildShape(child, occurrence, HasPlace: true));

    private ElementShape Then(ChildShape child) =>
        this with
        {
            Children = [.. Children, child],
            Places = new Dictionary<XName, int>(Places) { [child.Shape.Name] = Children.Count },
        };

    private ElementShape With(AttributeShape attribute) => this with { Attributes = [.. Attributes, attribute] };
}
