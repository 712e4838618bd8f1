using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Reading;

/// <summary>One word of a declaration, such as the name of a column, with the place where a person finds it.</summary>
/// <param name="Text">The word.</param>
/// <param name="Owner">Element whose text or attribute holds it.</param>
/// <param name="Line">Its line in the file; 0 where it is not known.</param>
internal sealed record Word(string Text, SourceElement Owner, int Line)
{
    /// <summary>The words of an element's text, which stand between blanks and line ends.</summary>
    public static IEnumerable<Word> In(SourceElement list)
    {
        foreach (XText text in list.Element.Nodes().OfType<XText>())
        {
            int line = ElementPlace.LineOf(text);
            foreach (string row in text.Value.Split('\n'))
            {
                foreach (string word in row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return new Word(word, list, line);
                }

                line += line > 0 ? 1 : 0;
            }
        }
    }

    /// <summary>The value of an attribute, empty where it is absent.</summary>
    public static Word Of(SourceElement owner, string attribute) => new(owner.Attribute(attribute), owner, ElementPlace.LineOf(owner.Element));

    /// <summary>The same place, another text.</summary>
    public Word As(string text) => this with { Text = text };

    /// <summary>A finding that names the word's line.</summary>
    public Finding Says(string sentence) => Owner.Says(ElementPlace.Of(Owner.Element, Line), sentence);
}
