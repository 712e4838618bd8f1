using System.Buffers.Binary;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors;

/// <summary>Title, host, contact, categories, colour and icon keep to the rules for connectors.</summary>
internal static partial class ConnectorMetadataCheck
{
    private const int DefinitionBytesMax = 1_000_000;
    private const int TitleLengthMax = 30;
    private const int DescriptionLengthMin = 30;
    private const int DescriptionLengthMax = 500;
    private const int IconSide = 230;

    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly string[] RestrictedTitleWords = ["API", "Connector", "Power Apps", "Power Automate", "Power BI", "Copilot", "Logic Apps"];

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

    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        [
            .. Address(catalogue.Definition),
            .. Info(catalogue.Definition),
            .. Metadata(catalogue.Definition),
            .. Security(catalogue.Definition),
            .. Icon(catalogue.Definition),
        ];

    private static IEnumerable<Finding> Address(ConnectorDefinition definition)
    {
        JsonObject swagger = definition.Swagger;
        if ((string?)swagger["swagger"] != "2.0" || definition.DefinitionBytes.Length >= DefinitionBytesMax)
        {
            yield return Says("swagger", "The definition is OpenAPI 2.0 and smaller than one megabyte.");
        }

        if (!HostName().IsMatch((string?)swagger["host"] ?? "") || !((string?)swagger["basePath"] ?? "").StartsWith('/'))
        {
            yield return Says("host", "The host has neither scheme nor path, and basePath begins with a slash.");
        }

        if (swagger["schemes"] is not JsonArray { Count: 1 } schemes || (string?)schemes[0] != "https")
        {
            yield return Says("schemes", "The only scheme is https.");
        }
    }

    private static IEnumerable<Finding> Info(ConnectorDefinition definition)
    {
        string title = (string?)definition.Swagger["info"]?["title"] ?? "";
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

        int length = ((string?)definition.Swagger["info"]?["description"] ?? "").Length;
        if (length is < DescriptionLengthMin or > DescriptionLengthMax)
        {
            yield return Says(
                "info/description",
                $"The description has {length} characters; it needs {DescriptionLengthMin} to {DescriptionLengthMax}."
            );
        }

        JsonNode? contact = definition.Swagger["info"]?["contact"];
        if (
            !Uri.TryCreate((string?)contact?["url"], UriKind.Absolute, out _)
            || !((string?)contact?["email"] ?? "").Contains('@', StringComparison.Ordinal)
        )
        {
            yield return Says("info/contact", "The contact has a name, an absolute URL and an e-mail address.");
        }
    }

    private static IEnumerable<Finding> Metadata(ConnectorDefinition definition)
    {
        JsonObject[] metadata = [.. (definition.Swagger["x-ms-connector-metadata"] as JsonArray ?? []).OfType<JsonObject>()];
        string Value(string name) =>
            metadata.Where(entry => (string?)entry["propertyName"] == name).Select(entry => (string?)entry["propertyValue"] ?? "").FirstOrDefault("");
        foreach (string name in RequiredAddresses.Where(name => !Uri.TryCreate(Value(name), UriKind.Absolute, out _)))
        {
            yield return Says("x-ms-connector-metadata", $"The property {name} is an absolute URL.");
        }

        string[] categories = Value("Categories").Split(';');
        if (categories.Length > 2 || categories.Except(Categories).Any())
        {
            yield return Says(
                "x-ms-connector-metadata",
                $"Categories are at most two of the list, with a semicolon between them; '{Value("Categories")}' is not."
            );
        }
    }

    private static IEnumerable<Finding> Security(ConnectorDefinition definition) =>
        (definition.Swagger["security"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .SelectMany(requirement => requirement)
            .Where(requirement => definition.Swagger["securityDefinitions"]?[requirement.Key] is null)
            .Select(requirement => Says("security", $"The requirement {requirement.Key} is not defined under securityDefinitions."));

    private static IEnumerable<Finding> Icon(ConnectorDefinition definition)
    {
        string colour = (string?)definition.Properties["properties"]?["iconBrandColor"] ?? "";
        if (!Colour().IsMatch(colour) || colour.ToUpperInvariant() is "#FFFFFF" or "#007EE5")
        {
            yield return new Finding(
                ConnectorDefinition.PropertiesFile,
                "iconBrandColor",
                $"The colour '{colour}' is a hash sign with six hexadecimal digits, neither white nor the default #007ee5."
            );
        }

        if (!IsOpaqueSquare(definition.IconBytes))
        {
            yield return new Finding(ConnectorDefinition.IconFile, "the file", $"The icon is an opaque PNG of {IconSide} by {IconSide} pixels.");
        }
    }

    // After the signature of eight bytes stands the header chunk: width at 16, height at 20, colour type at 25; type 2 has no transparency.
    private static bool IsOpaqueSquare(ReadOnlySpan<byte> png) =>
        png.Length > 25
        && png[..8].SequenceEqual(PngSignature)
        && BinaryPrimitives.ReadInt32BigEndian(png[16..]) == IconSide
        && BinaryPrimitives.ReadInt32BigEndian(png[20..]) == IconSide
        && png[25] == 2;

    private static Finding Says(string element, string sentence) => new(ConnectorDefinition.DefinitionFile, element, sentence);

    [GeneratedRegex("^[a-z0-9.-]+$")]
    private static partial Regex HostName();

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex Colour();
}
