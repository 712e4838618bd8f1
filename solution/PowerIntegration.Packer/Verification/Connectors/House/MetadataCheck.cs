using System.Buffers.Binary;
using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.House;

/// <summary>Title, host, contact, categories, color and icon keep to the rules for connectors.</summary>
internal static class MetadataCheck
{
    private const int DefinitionBytesMax = 1_000_000;
    private const int TitleLengthMax = 30;
    private const int DescriptionLengthMin = 30;
    private const int DescriptionLengthMax = 500;
    private const int IconSide = 230;

    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly string[] RestrictedTitleWords = ["API", "Connector", "Power Apps", "Power Automate", "Power BI", "Copilot", "Logic Apps"];

    private static readonly string[] AlwaysWritten = ["basePath", "schemes", "consumes", "produces", "security"];

    private static readonly string[] RequiredAddresses = ["Website", "Privacy policy"];

    private static readonly string[] Categories =
    [
        "AI",
        "Business Management",
        "Business Intelligence",
        "Collaboration",
        "Commerce",
        "Communication",
        "Content and Files",
        "Finance",
        "Data",
        "Human Resources",
        "Internet of Things",
        "IT Operations",
        "Lifestyle and Entertainment",
        "Marketing",
        "Productivity",
        "Sales and CRM",
        "Security",
        "Social Media",
        "Website",
    ];

    /// <summary>What is wrong with the connector of this product.</summary>
    public static IEnumerable<Finding> Find(ConnectorDefinition definition) =>
        [.. Address(definition), .. Info(definition), .. Metadata(definition), .. Icon(definition)];

    private static IEnumerable<Finding> Address(ConnectorDefinition definition)
    {
        if (definition.DefinitionBytes.Length >= DefinitionBytesMax)
        {
            yield return Says("the file", "The definition has a megabyte or more. Make it smaller.");
        }

        foreach (string member in AlwaysWritten.Where(member => definition.Swagger[member] is null))
        {
            yield return Says(member, $"The property '{member}' is missing. Add it, so that nothing depends on a default.");
        }

        if (definition.Swagger["schemes"].Texts() is not ["https"])
        {
            yield return Says("schemes", "The only scheme is https. Write [\"https\"].");
        }
    }

    private static IEnumerable<Finding> Info(ConnectorDefinition definition)
    {
        JsonNode? info = definition.Swagger["info"];
        string title = info.Member("title").Text() ?? "";
        if (
            title.Length is 0 or > TitleLengthMax
            || !char.IsLetterOrDigit(title[^1])
            || RestrictedTitleWords.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase))
        )
        {
            yield return Says(
                "info/title",
                $"The title '{title}' has at most {TitleLengthMax} characters, ends with a letter or digit and holds none of: "
                    + $"{string.Join(", ", RestrictedTitleWords)}."
            );
        }

        int length = (info.Member("description").Text() ?? "").Length;
        if (length is < DescriptionLengthMin or > DescriptionLengthMax)
        {
            yield return Says(
                "info/description",
                $"The description has {length} characters; it needs {DescriptionLengthMin} to {DescriptionLengthMax}."
            );
        }

        foreach (string member in new[] { "name", "url", "email" }.Where(member => info.Walk("contact", member).Text() is null))
        {
            yield return Says($"info/contact/{member}", "The contact has a name, an absolute URL and an e-mail address. Add what is missing.");
        }
    }

    private static IEnumerable<Finding> Metadata(ConnectorDefinition definition)
    {
        IReadOnlyList<JsonNode?> metadata = definition.Swagger["x-ms-connector-metadata"].Items();
        string Value(string name) =>
            metadata.FirstOrDefault(entry => entry.Member("propertyName").Text() == name).Member("propertyValue").Text() ?? "";
        foreach (string name in RequiredAddresses.Where(name => !Uri.TryCreate(Value(name), UriKind.Absolute, out _)))
        {
            yield return Says("x-ms-connector-metadata", $"The property {name} is an absolute URL. Add it or correct it.");
        }

        string[] categories = Value("Categories").Split(';');
        if (categories.Length > 2 || categories.Except(Categories).Any())
        {
            yield return Says(
                "x-ms-connector-metadata",
                $"Categories are at most two of the list, with a semicolon between them; '{Value("Categories")}' is not."
            );
        }

        if (definition.Swagger["x-ms-capabilities"].Member("testConnection") is null)
        {
            yield return Says("x-ms-capabilities/testConnection", "Nothing says how a connection is tested. Name the operation that does it.");
        }
    }

    private static IEnumerable<Finding> Icon(ConnectorDefinition definition)
    {
        foreach (string member in new[] { "publisher", "stackOwner" }.Where(member => definition.Properties["properties"].Member(member) is null))
        {
            yield return new Finding(ConnectorDefinition.PropertiesFile, member, $"The property '{member}' is missing. Add it.");
        }

        string color = definition.Properties["properties"].Member("iconBrandColor").Text() ?? "";
        if (color.ToUpperInvariant() is "#FFFFFF" or "#007EE5")
        {
            yield return new Finding(
                ConnectorDefinition.PropertiesFile,
                "iconBrandColor",
                $"The color '{color}' must be neither white nor the default #007ee5. Choose another one."
            );
        }

        if (!IsOpaqueSquare(definition.IconBytes))
        {
            yield return new Finding(ConnectorDefinition.IconFile, "the file", $"The icon is an opaque PNG of {IconSide} by {IconSide} pixels.");
        }
    }

    // The header chunk follows the signature of eight bytes: width at 16, height at 20, color type at 25; type 2 has no transparency.
    private static bool IsOpaqueSquare(ReadOnlySpan<byte> png) =>
        png.Length > 25
        && png[..8].SequenceEqual(PngSignature)
        && BinaryPrimitives.ReadInt32BigEndian(png[16..]) == IconSide
        && BinaryPrimitives.ReadInt32BigEndian(png[20..]) == IconSide
        && png[25] == 2;

    private static Finding Says(string element, string sentence) => new(ConnectorDefinition.DefinitionFile, element, sentence);
}
