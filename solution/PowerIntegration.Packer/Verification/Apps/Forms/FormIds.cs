using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Apps.Forms;

/// <summary>Ids inside one form or dashboard.</summary>
internal static class FormIds
{
    private static readonly string[] Placed = ["tab", "section", "cell", "header", "footer"];
    private static readonly string[] Unique = ["handlerUniqueId", "libraryUniqueId", "uniqueid"];

    /// <summary>Parts whose id another part has.</summary>
    public static IEnumerable<Finding> Repeated(SourceElement form) =>
        form
            .Element.Descendants()
            .Select(form.At)
            .SelectMany(part => IdsOf(part).Select(id => (Part: part, Id: id)))
            .GroupBy(pair => pair.Id, StringComparer.OrdinalIgnoreCase)
            .SelectMany(group => group.Skip(1))
            .Select(pair => pair.Part.Says($"The id {pair.Id} appears twice in this form. Give each part an id of its own."));

    /// <summary>Controls whose id another control has.</summary>
    public static IEnumerable<Finding> RepeatedControls(IEnumerable<SourceElement> controls) =>
        controls
            .Where(control => control.Attribute("id").Length > 0)
            .GroupBy(control => control.Attribute("id"), StringComparer.OrdinalIgnoreCase)
            .SelectMany(group => group.Skip(1))
            .Select(control => control.Says($"The control id {control.Attribute("id")} appears twice in this form. Add a number to one of them."));

    private static IEnumerable<string> IdsOf(SourceElement part) =>
        Unique.Select(part.Attribute).Append(Placed.Contains(part.Element.Name.LocalName) ? part.Attribute("id") : "").Where(id => id.Length > 0);
}
