using System.Text;
using System.Xml.Linq;

namespace PowerIntegration.Packer.Generation.App.Texts;

/// <summary>What the files of forms, views, charts and maps have in common.</summary>
internal static class AppTexts
{
    /// <summary>Folder of the solution that ships the app, below the root of the repository.</summary>
    public const string Core = "solution/core";

    /// <summary>The version in which the components came.</summary>
    public const string FirstVersion = "0.1.0.0";

    /// <summary>English.</summary>
    public const int Language = 1033;

    /// <summary>The names of a component.</summary>
    public static XElement Names(string name) => new("LocalizedNames", new XElement("LocalizedName", Described(name)));

    /// <summary>The descriptions of a component.</summary>
    public static XElement Descriptions(string text) => new("Descriptions", new XElement("Description", Described(text)));

    /// <summary>The labels of a part of a form.</summary>
    public static XElement Labels(string text) => new("labels", new XElement("label", Described(text)));

    /// <summary>A name inside a file, made from a label: lower-case letters, digits and underscores.</summary>
    public static string Identifier(string label)
    {
        StringBuilder name = new();
        foreach (char letter in label.ToLowerInvariant())
        {
            name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        }

        return name.ToString();
    }

    private static XAttribute[] Described(string text) => [new XAttribute("description", text), new XAttribute("languagecode", Language)];
}
