using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Shapes;

/// <summary>
/// Compares a file with the shape of its kind. Import drops an unknown element without a word and fills in a missing one by a default of its own,
/// so what is not listed is refused here.
/// </summary>
internal static class ShapeCheck
{
    /// <summary>What happens to a name that is not known in a file that is imported; other files have no import.</summary>
    public const string DroppedByImport = ", and import would drop it silently";

    private static readonly XName Nil = XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance");

    /// <summary>What differs, the element first and then its children.</summary>
    /// <param name="source">Element to look at.</param>
    /// <param name="shape">What it should look like.</param>
    /// <param name="complete">True where everything that an export has must be there, in the order of an export.</param>
    public static IEnumerable<Finding> Find(SourceElement source, ElementShape shape, bool complete)
    {
        if (source.Element.Name != shape.Name)
        {
            return [source.Says($"The element is '{source.Element.Name}'. Name it {shape.Name}.")];
        }

        return shape.IsOpen || IsPlainLeaf(source.Element, shape, complete)
            ? []
            : [.. Attributes(source, shape, complete), .. Text(source, shape, complete), .. Children(source, shape, complete)];
    }

    // Most elements are a text that fits and nothing else; they are settled without looking further.
    private static bool IsPlainLeaf(XElement element, ElementShape shape, bool complete) =>
        shape.Value is { } value
        && shape.Attributes.Count == 0
        && shape.Children.Count == 0
        && !element.HasAttributes
        && !element.HasElements
        && value.Allows(element.Value, complete);

    private static IEnumerable<Finding> Attributes(SourceElement source, ElementShape shape, bool complete)
    {
        XAttribute[] present = [.. source.Element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)];
        foreach (XAttribute attribute in present)
        {
            AttributeShape? known = shape.Attributes.FirstOrDefault(known => attribute.Name == known.Name);
            if (known is not null && !known.Value.Allows(attribute.Value, complete))
            {
                yield return source.Says($"The attribute {known.Name} is '{attribute.Value}'. Write {known.Value.Expected}.");
            }
            else if (known is null && !IsNil(attribute, shape))
            {
                yield return source.Says(
                    $"The attribute '{attribute.Name.LocalName}' is not supported here{DroppedByImport}. "
                        + Instead(attribute.Name.LocalName, shape.Attributes.Select(known => known.Name.LocalName))
                );
            }
        }

        foreach (AttributeShape missing in shape.Attributes.Where(known => IsMissing(known, present, complete)))
        {
            yield return source.Says($"The attribute {missing.Name} is missing. Add it with {missing.Value.Expected}.");
        }
    }

    private static bool IsMissing(AttributeShape known, XAttribute[] present, bool complete) =>
        known.Occurrence.Lacks(present.Count(attribute => attribute.Name == known.Name), complete);

    private static bool IsNil(XAttribute attribute, ElementShape shape) => shape.IsNillable && attribute.Name == Nil && attribute.Value == "true";

    private static IEnumerable<Finding> Text(SourceElement source, ElementShape shape, bool complete)
    {
        string text = string.Concat(source.Element.Nodes().OfType<XText>().Select(node => node.Value));
        if (shape.Value is null)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return source.Says($"The element holds the text '{text.Trim()}', and only elements belong in it. Remove the text.");
            }
        }
        else if (source.Element.Attribute(Nil) is not null && shape.IsNillable)
        {
            if (text.Length > 0)
            {
                yield return source.Says($"The element says xsi:nil and holds '{text}'. Remove one of the two.");
            }
        }
        else if (!shape.Value.Allows(text, complete))
        {
            string alternative = shape.IsNillable ? ", or xsi:nil=\"true\"" : "";
            yield return source.Says($"The value is '{text}'. Write {shape.Value.Expected}{alternative}.");
        }
    }

    private static IEnumerable<Finding> Children(SourceElement source, ElementShape shape, bool complete)
    {
        int[] counts = new int[shape.Children.Count];
        foreach (SourceElement child in source.Element.Elements().Select(source.At))
        {
            if (!shape.Places.TryGetValue(child.Element.Name, out int place))
            {
                yield return child.Says(
                    $"The element '{child.Element.Name.LocalName}' is not supported here{DroppedByImport}. "
                        + Instead(child.Element.Name.LocalName, shape.Children.Select(known => known.Shape.Name.LocalName))
                );
                continue;
            }

            counts[place]++;
            foreach (Finding finding in Find(child, shape.Children[place].Shape, complete))
            {
                yield return finding;
            }
        }

        foreach (Finding finding in shape.Children.SelectMany((child, place) => Counts(source, child, counts[place], complete)))
        {
            yield return finding;
        }

        foreach (Finding finding in complete ? Order(source, shape) : [])
        {
            yield return finding;
        }
    }

    private static string Instead(string word, IEnumerable<string> known) =>
        Spelling.Nearest(word, known) is { } nearest ? $"Name it {nearest}." : "Remove it.";

    private static IEnumerable<Finding> Counts(SourceElement source, ChildShape child, int count, bool complete)
    {
        string name = child.Shape.Name.LocalName;
        if (child.Occurrence.Lacks(count, complete))
        {
            string with = child.Shape.Value is { } value ? $" with {value.Expected}" : "";
            yield return source.Says($"The element {name} is missing. Add it{with}.");
        }
        else if (count > child.Occurrence.Most)
        {
            yield return source.Says($"The element {name} appears {count} times. Keep one.");
        }
    }

    private static IEnumerable<Finding> Order(SourceElement source, ElementShape shape)
    {
        int last = 0;
        foreach (XElement child in source.Element.Elements())
        {
            if (!shape.Places.TryGetValue(child.Name, out int place) || !shape.Children[place].HasPlace)
            {
                continue;
            }

            if (place < last)
            {
                string before = shape.Children[last].Shape.Name.LocalName;
                yield return source.At(child).Says($"The element comes after {before}; exports write it before. Move it up.");
                yield break;
            }

            last = place;
        }
    }
}
