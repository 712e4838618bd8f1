using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Xunit;

namespace PowerIntegration.Packer.Tests.Packing;

/// <summary>
/// What is packed against the schemas that Microsoft published last, in 2018. Exports have grown since: what is newer than the schemas is listed,
/// each entry with what it is about. Anything else that they do not take is a mistake.
/// </summary>
public sealed class PublishedSchemaTests
{
    // Words of a message of the validator, and what they are about.
    private static readonly (string Words, string About)[] Newer =
    [
        ("'headerdensity' attribute is not declared", "form: height of the header"),
        ("'indicationOfSubgrid' attribute is not declared", "form: control that is a grid"),
        ("'uniqueid' attribute is not declared", "dashboard: control"),
        ("value 'card' is invalid", "form: type"),
        ("expected: 'ObjectTypeCode'", "table: its number, which differs by environment and is never written"),
        ("invalid child element 'EntitySetName'", "table: name of its set"),
        ("invalid child element 'NavigationPropertyName'", "relationship: name in the Web API"),
        ("invalid child element 'IsAutoAssigned'", "role"),
        ("invalid child element 'IsAvailableForMobileOffline'", "web resource"),
        ("invalid child element 'CustomControls'", "section of custom controls"),
        ("'ExternalValue' attribute is not declared", "choice: option"),
        ("'IsHidden' attribute is not declared", "choice: option"),
    ];

    [Theory]
    [InlineData("FormXml.xsd", "form", 6)]
    [InlineData("SiteMap.xsd", "SiteMap", 1)]
    [InlineData("VisualizationDataDescription.xsd", "datadefinition", 1)]
    [InlineData("Fetch.xsd", "fetch", 12)]
    [InlineData("RibbonCore.xsd", "RibbonDiffXml", 2)]
    public void Each_part_fits_its_published_schema(string schema, string element, int count)
    {
        XElement[] parts = [.. Customizations().Descendants(element).Where(part => part.HasElements && part.Parent!.Name != element)];
        Assert.Equal(count, parts.Length);
        XmlSchemaSet schemas = Schemas(schema);
        Assert.All(parts, part => Assert.Empty(Mistakes(part, schemas)));
    }

    [Fact]
    public void The_whole_fits_too_and_nothing_is_listed_that_is_not_met()
    {
        string[] mistakes = Messages(Customizations(), Schemas("CustomizationsSolution.xsd"));
        Assert.All(mistakes, mistake => Assert.True(IsNewer(mistake), mistake));
        Assert.All(Newer, newer => Assert.Contains(mistakes, mistake => mistake.Contains(newer.Words, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("FormXml.xsd", "form", "tabs")]
    [InlineData("SiteMap.xsd", "SiteMap", "Area")]
    [InlineData("VisualizationDataDescription.xsd", "datadefinition", "fetchcollection")]
    [InlineData("RibbonCore.xsd", "RibbonDiffXml", "CustomActions")]
    public void The_schema_misses_a_part_under_another_name(string schema, string element, string part)
    {
        XElement broken = new(Customizations().Descendants(element).First(found => found.HasElements));
        broken.Element(part)!.Name = part + "x";
        Assert.NotEmpty(Mistakes(broken, Schemas(schema)));
    }

    private static XElement Customizations()
    {
        using Sample sample = new(Sample.Visits);
        return XElement.Load(new MemoryStream(sample.Parts().Single(part => part.Path == "customizations.xml").Content));
    }

    private static string[] Mistakes(XElement part, XmlSchemaSet schemas) => [.. Messages(part, schemas).Where(message => !IsNewer(message))];

    private static bool IsNewer(string message) => Newer.Any(newer => message.Contains(newer.Words, StringComparison.Ordinal));

    private static string[] Messages(XElement part, XmlSchemaSet schemas)
    {
        List<string> messages = [];
        new XDocument(new XElement(part)).Validate(schemas, (_, problem) => messages.Add(problem.Message));
        return [.. messages];
    }

    private static XmlSchemaSet Schemas(string file)
    {
        string path = Path.Combine(Repository.Contracts, "xsd", file);
        Assert.SkipUnless(File.Exists(path), $"The published schema {file} is not beside this repository (../shared/contracts/xsd).");
        XmlSchemaSet schemas = new() { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, path);
        schemas.Compile();
        return schemas;
    }
}
