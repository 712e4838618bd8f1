using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using PowerIntegration.Packer.Sources;
using Xunit;

namespace PowerIntegration.Packer.Tests.Apps;

/// <summary>
/// Every form, query, chart, ribbon and site map that ships against the schema of its kind that Microsoft published, in 2018. What exports write
/// since then
/// is listed with what it is about; anything else that a schema does not take is a mistake.
/// </summary>
public sealed class ShippedAppSchemaTests
{
    // Words of a message of the validator, and what they are about.
    private static readonly (string Words, string About)[] Newer =
    [
        ("'headerdensity' attribute is not declared", "form: height of the header"),
        ("'indicationOfSubgrid' attribute is not declared", "form and dashboard: control that is a grid"),
        ("'uniqueid' attribute is not declared", "dashboard: control"),
    ];

    private static readonly UnpackedSolution Core = Repository.Solutions()[1];

    [Theory]
    [InlineData("FormXml.xsd", "form")]
    [InlineData("Fetch.xsd", "fetch")]
    [InlineData("VisualizationDataDescription.xsd", "datadefinition")]
    [InlineData("SiteMap.xsd", "SiteMap")]
    [InlineData("RibbonCore.xsd", "RibbonDiffXml")]
    public void Each_part_fits_its_published_schema(string schema, string element)
    {
        XmlSchemaSet schemas = Schemas(schema);
        (string File, XElement Part)[] parts = [.. Parts(element)];
        Assert.NotEmpty(parts);
        Assert.Empty(parts.SelectMany(part => Messages(part.Part, schemas).Where(IsMistake).Select(message => $"{part.File}: {message}")));
    }

    [Theory]
    [InlineData("FormXml.xsd", "form", "//control[1]", "call controls")]
    [InlineData("Fetch.xsd", "fetch", "//condition[1]/@operator", "say equals")]
    [InlineData("VisualizationDataDescription.xsd", "datadefinition", "//measure[1]/@alias", "drop")]
    [InlineData("SiteMap.xsd", "SiteMap", "//Group[1]", "call Groups")]
    [InlineData("RibbonCore.xsd", "RibbonDiffXml", "//EntityPrivilegeRule[1]/@PrivilegeType", "say Look")]
    public void A_fault_is_seen_by_the_published_schema(string schema, string element, string path, string change)
    {
        XmlSchemaSet schemas = Schemas(schema);
        XElement broken = Parts(element).Select(part => part.Part).First(part => part.Descendants("condition").Any() || element != "fetch");
        Fault.Put(broken, path, change);
        Assert.Contains(Messages(broken, schemas), IsMistake);
    }

    [Fact]
    public void Nothing_is_listed_that_is_not_met()
    {
        XmlSchemaSet schemas = Schemas("FormXml.xsd");
        string[] messages = [.. Parts("form").SelectMany(part => Messages(part.Part, schemas))];
        Assert.All(Newer, newer => Assert.Contains(messages, message => message.Contains(newer.Words, StringComparison.Ordinal)));
    }

    private static IEnumerable<(string File, XElement Part)> Parts(string element) =>
        new[] { "Entities", "Dashboards", "AppModuleSiteMaps" }
            .SelectMany(folder => Core.XmlIn(folder, ".xml"))
            .SelectMany(root =>
                root.Element.DescendantsAndSelf(element).Where(part => part.HasElements).Select(part => (root.File, new XElement(part)))
            );

    private static bool IsMistake(string message) => !Newer.Any(newer => message.Contains(newer.Words, StringComparison.Ordinal));

    private static string[] Messages(XElement part, XmlSchemaSet schemas)
    {
        List<string> messages = [];
        new XDocument(part).Validate(schemas, (_, problem) => messages.Add(problem.Message));
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
