using System.Xml;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.WebResources;

/// <summary>Web resources carry the publisher's prefix, a type that fits their name and content, and the file name that import looks for.</summary>
internal static class WebResourceCheck
{
    private const int BytesMax = 5 * 1024 * 1024;

    public static IEnumerable<Finding> Find(AppTargets targets) =>
        from solution in targets.Solutions
        from slot in ComponentSlot.All
        where slot.Slot == "WebResources"
        from resource in MergedFiles.Of(solution, slot, managed: false)
        from finding in Find(targets, solution, resource)
        select finding;

    private static IEnumerable<Finding> Find(AppTargets targets, UnpackedSolution solution, SourceElement resource) =>
        [
            .. ShapeCheck.Find(resource, WebResourceShape.WebResource, complete: false),
            .. Names(solution, resource),
            .. Content(solution, resource),
            .. WebContentCheck.Find(targets, solution, resource.Text("Name")),
        ];

    private static IEnumerable<Finding> Names(UnpackedSolution solution, SourceElement resource)
    {
        string name = resource.Text("Name");
        if (solution.IsOwn && !Publisher.Owns(name))
        {
            yield return resource.Says($"The name '{name}' does not begin with {Publisher.Prefix}_. Rename the web resource and its files.");
        }

        if (!name.All(IsAllowed) || name.Contains("//", StringComparison.Ordinal))
        {
            yield return resource.Says($"The name '{name}' holds a character that is not allowed. Write letters, digits, _ . - and single slashes.");
        }

        string id = AppTargets.IdOf(resource.Text("WebResourceId")).ToString().ToUpperInvariant();
        string expected = "/WebResources/" + name.Replace("/", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) + id;
        if (resource.Text("FileName") != expected)
        {
            yield return resource.Says($"FileName is '{resource.Text("FileName")}', and import looks for {expected}. Write that.");
        }

        if (WebResourceType.Of(resource.Text("WebResourceType")) is { } type && !type.Fits(Path.GetExtension(name)))
        {
            yield return resource.Says(
                $"The type is {resource.Text("WebResourceType")} ({type.Name}), and the name ends in {Path.GetExtension(name)}. Correct one of them."
            );
        }
    }

    private static IEnumerable<Finding> Content(UnpackedSolution solution, SourceElement resource)
    {
        string file = "WebResources/" + resource.Text("Name");
        if (!solution.Has(file) || WebResourceType.Of(resource.Text("WebResourceType")) is not { } type)
        {
            return [];
        }

        byte[] content = solution.Bytes(file);
        return content.Length switch
        {
            0 => [new Finding(file, "the file", "It is empty. Write its content, or remove the web resource.")],
            > BytesMax => [new Finding(file, "the file", $"It has {content.Length} bytes. Environments take at most {BytesMax}.")],
            _ when !type.IsMarked(content) =>
            [
                new Finding(file, "the file", $"It does not begin as a {type.Name} does. Correct the file or its type."),
            ],
            _ => type.IsXml ? Xml(file, content) : [],
        };
    }

    private static IEnumerable<Finding> Xml(string file, byte[] content)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(
                new MemoryStream(content, writable: false),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore }
            );
            while (reader.Read())
            {
                // Reading to the end is the check.
            }

            return [];
        }
        catch (XmlException e)
        {
            return [new Finding(file, $"line {e.LineNumber}", $"The file is not well-formed XML: {e.Message} Correct it.")];
        }
    }

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-' or '/';
}
