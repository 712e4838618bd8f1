using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Tables;

/// <summary>Documentation comments out of what a solution shows to people.</summary>
internal static class Summaries
{
    /// <summary>The name, then the description as a sentence of its own.</summary>
    public static string Of(string name, string description) => description.Length == 0 ? Closed(name) : $"{Closed(name)} {Closed(description)}";

    /// <summary>The first text of a list of translations; empty where there is none.</summary>
    public static string First(SourceElement element, string list, string item) =>
        element.Element.Element(list)?.Element(item)?.Attribute("description")?.Value ?? "";

    private static string Closed(string text) => text.EndsWith('.') ? text : text + ".";
}
