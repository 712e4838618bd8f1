using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;
using Xunit;

namespace PowerIntegration.Packer.Tests.Apps;

/// <summary>The app that ships: what verify says when a file of it is broken or gone.</summary>
public sealed class ShippedAppTests(ShippedAppTests.Sources sources) : IClassFixture<ShippedAppTests.Sources>
{
    private const string ProjectForm = "Entities/pint_Project/FormXml/main/*.xml";

    private static readonly string[] FoldersOfApp =
    [
        "/FormXml/",
        "/SavedQueries/",
        "/Visualizations/",
        "Dashboards/",
        "AppModules/",
        "AppModuleSiteMaps/",
        "/RibbonDiff.xml",
        "WebResources/",
    ];

    [Fact]
    public void Whichever_file_is_broken_is_named()
    {
        UnpackedSolution[] solutions = Repository.Solutions();
        string[] files = [.. solutions[1].Files.Where(IsOfApp)];
        Assert.True(files.Length > 250, $"{files.Length} files.");
        Assert.All(files, file => Break(solutions[1].Xml(file).Element));
        string[] named = [.. SolutionVerifier.Verify(solutions, Repository.Definition()).Select(finding => finding.File).Distinct()];
        Assert.Empty(files.Except(named));
    }

    [Theory]
    [InlineData(
        "Entities/pint_Document/FormXml/main/*.xml",
        "datafieldname=\"pint_reason\"",
        "datafieldname=\"pint_raeson\"",
        "has no column pint_raeson"
    )]
    [InlineData("Entities/pint_Document/FormXml/main/*.xml", "{E0DECE4B", "{E0DECE4C", "is not a control that is supported here")]
    [InlineData(
        "Entities/pint_Document/FormXml/main/*.xml",
        "pint_document_finding_document",
        "pint_document_findings",
        "The relationship 'pint_document_findings'"
    )]
    [InlineData(
        "Entities/pint_Document/FormXml/main/*.xml",
        "<TargetEntityType>pint_finding",
        "<TargetEntityType>pint_findings",
        "The table 'pint_findings' does not exist"
    )]
    [InlineData("Entities/pint_Document/FormXml/main/*.xml", "<ViewId>{", "<ViewId>{1", "has no view with the id")]
    [InlineData(
        "Entities/pint_Document/FormXml/main/*.xml",
        "entityname=\"pint_commitment\"",
        "entityname=\"pint_project\"",
        "The lookup leads to pint_commitment, not to pint_project"
    )]
    [InlineData(
        "Entities/pint_Preparation/FormXml/quick/*.xml",
        "datafieldname=\"pint_warnings\"",
        "datafieldname=\"pint_warning\"",
        "has no column pint_warning"
    )]
    [InlineData("Entities/pint_Finding/SavedQueries/*.xml", "<attribute name=\"pint_sentence\" />", "", "The query does not read pint_sentence")]
    [InlineData("Entities/pint_Finding/SavedQueries/*.xml", "operator=\"eq\"", "operator=\"equals\"", "The operator 'equals' does not exist")]
    [InlineData("Entities/pint_Finding/SavedQueries/*.xml", "<order attribute", "<orders attribute", "Name it order")]
    [InlineData("Entities/pint_Document/Visualizations/*.xml", "aggregate=\"true\"", "aggregate=\"false\"", "A chart groups and adds up")]
    [InlineData("Dashboards/*.xml", "<TargetEntityType>pint_", "<TargetEntityType>", "does not exist")]
    [InlineData("Entities/pint_Finding/RibbonDiff.xml*", "Commands.onForm", "Commands.onForms", "has no function onForms")]
    [InlineData("Entities/pint_Finding/RibbonDiff.xml*", "js/commands.js", "js/command.js", "No web resource is named 'pint_/js/command.js'")]
    [InlineData("Entities/pint_Finding/RibbonDiff.xml*", "Form.pint_finding", "Form.pint_document", "The location is on the table 'pint_document'")]
    [InlineData(
        "Entities/pint_Finding/RibbonDiff.xml*",
        "EntityName=\"pint_decisiongate\"",
        "EntityName=\"pint_decisions\"",
        "The table 'pint_decisions' does not exist, so that no one holds its privilege"
    )]
    [InlineData("Entities/pint_Finding/RibbonDiff.xml*", "PrivilegeType=\"Read\"", "PrivilegeType=\"Look\"", "The attribute PrivilegeType is 'Look'")]
    [InlineData(
        "Entities/pint_Finding/RibbonDiff.xml*",
        "Field=\"pint_findingstate\"",
        "Field=\"pint_state\"",
        "pint_finding has no column pint_state"
    )]
    [InlineData("Entities/pint_Finding/RibbonDiff.xml*", "Value=\"723100000\"", "Value=\"723100009\"", "pint_findingstate has no value 723100009")]
    [InlineData(
        "Entities/pint_Finding/RibbonDiff.xml*",
        "<LocLabel Id=\"pint_finding.acknowledge\">",
        "<LocLabel Id=\"pint_finding.other\">",
        "No LocLabel has the id pint_finding.acknowledge"
    )]
    [InlineData(ProjectForm, "<Url>pint_/html/readiness.html", "<Url>pint_/html/ready.html", "No web resource is named pint_/html/ready.html")]
    [InlineData(ProjectForm, "<Url>pint_/html/readiness.html", "<Url>pint_/js/readiness.js", "pint_/js/readiness.js is not a web page")]
    [InlineData(ProjectForm, "<Url>pint_/html/readiness.html</Url>", "", "parameters/Url, which is missing")]
    [InlineData(ProjectForm, "<WebResourceId>{", "<WebResourceId>{1", "pint_/html/readiness.html has the id {")]
    [InlineData(ProjectForm, "<PassParameters>true</PassParameters>", "<PassParameter>true</PassParameter>", "Name it PassParameters")]
    [InlineData(ProjectForm, "rowspan=\"16\"", "rowspan=\"17\"", "The cell is 17 rows high, and 15 rows follow. Add 1 empty elements row.")]
    [InlineData("WebResources/*/commands.js.data.xml", "<WebResourceType>3", "<WebResourceType>1", "The type is 1 (web page)")]
    [InlineData("AppModuleSiteMaps/*.xml", "Entity=\"pint_document\"", "Entity=\"pint_documents\"", "The table 'pint_documents' does not exist")]
    [InlineData("AppModuleSiteMaps/*.xml", "etn=pint_document&", "etn=pint_invoice&", "The table 'pint_invoice' does not exist")]
    [InlineData("AppModuleSiteMaps/*.xml", "viewid={", "viewid={1", "has no view with the id")]
    [InlineData("AppModuleSiteMaps/*.xml", "pagetype=dashboard&amp;id={", "pagetype=dashboard&amp;id={1", "No dashboard has the id")]
    [InlineData("AppModules/*.xml", "schemaName=\"pint_document\"", "schemaName=\"pint_documents\"", "The table 'pint_documents' does not exist")]
    [InlineData("AppModules/*.xml", "<AppModuleComponent type=\"1\" schemaName=\"pint_finding\" />", "", "The table is in no app")]
    [InlineData(
        "AppModules/*.xml",
        "<Role id=\"{0b0d60fd-6a57-5be0-93bd-12da80abf96b}\" />",
        "<Role id=\"{0b0d60fd-6a57-5be0-93bd-12da80abf96c}\" />",
        "No role has the id"
    )]
    [InlineData("AppModules/*.xml", "6cded6cb-b369-5dfb-b150-a6371ec88fcf", "6cded6cb-b369-5dfb-b150-a6371ec88fc0", "No web resource has the id")]
    public void A_fault_is_named_with_what_is_wrong(string file, string text, string replacement, string words)
    {
        IReadOnlyList<Finding> findings = InMemory.With(
            sources.Xml(file),
            InMemory.Replacing((text, replacement)),
            () => SolutionVerifier.Verify(sources.Solutions, sources.Definition)
        );
        Assert.Contains(findings, finding => finding.Sentence.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Entities/pint_Document/FormXml/main/*.xml", "The table is in the app and has no main form")]
    [InlineData("Entities/pint_Document/FormXml/quick/*.xml", "has no quick form with the id")]
    [InlineData("AppModules/*.xml", "The table is in no app")]
    [InlineData("AppModuleSiteMaps/*.xml", "The site map 'pint_powerintegration' does not exist")]
    [InlineData("Dashboards/*.xml", "No dashboard has the id")]
    [InlineData("WebResources/pint_/js/commands.js", "is missing")]
    [InlineData("WebResources/pint_/html/terms.html.data.xml", "No web resource is named pint_/html/terms.html")]
    [InlineData("WebResources/pint_/js/page.js.data.xml", "The page loads ../js/page.js, and no web resource is named pint_/js/page.js")]
    [InlineData("WebResources/pint_/js/commands.js.data.xml", "No web resource is named 'pint_/js/commands.js'")]
    public void A_file_that_is_gone_is_missed(string file, string words)
    {
        using SourceCopy copy = new();
        copy.Delete("solution/core/" + file);
        Assert.Contains(copy.Verify(), finding => finding.Sentence.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("html/document.html", "../css/page.css", "../css/pages.css", "no web resource is named pint_/css/pages.css")]
    [InlineData("js/document.js", "\"pint_ExplainDocument\"", "\"pint_ExplainDocuments\"", "Name it pint_ExplainDocument.")]
    public void What_a_page_loads_or_calls_is_there(string file, string text, string replacement, string words)
    {
        using SourceCopy copy = new();
        copy.Replace("solution/core/WebResources/pint_/" + file, text, replacement);
        Finding finding = Assert.Single(copy.Verify());
        Assert.Equal("WebResources/pint_/" + file, finding.File);
        Assert.StartsWith("line ", finding.Element, StringComparison.Ordinal);
        Assert.Contains(words, finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_views_is_named()
    {
        using SourceCopy copy = new();
        foreach (string view in Directory.EnumerateFiles(Path.Combine(copy.Root, "solution/core/Entities/pint_Release/SavedQueries")).ToArray())
        {
            copy.Delete(Path.GetRelativePath(copy.Root, view));
        }

        Finding finding = Assert.Single(copy.Verify());
        Assert.Equal("pint_release", finding.Element);
        Assert.Contains("has no views", finding.Sentence, StringComparison.Ordinal);
    }

    /// <summary>The shipped sources, read once; a case breaks one of them in memory.</summary>
    public sealed class Sources
    {
        public UnpackedSolution[] Solutions { get; } = Repository.Solutions();

        public ConnectorDefinition Definition { get; } = Repository.Definition();

        /// <summary>Root of the first file of the core whose path begins and ends as given.</summary>
        public XElement Xml(string file)
        {
            string[] parts = file.Split('*');
            return Solutions[1]
                .Xml(
                    Solutions[1]
                        .Files.First(path => path.StartsWith(parts[0], StringComparison.Ordinal) && path.EndsWith(parts[1], StringComparison.Ordinal))
                )
                .Element;
        }
    }

    private static bool IsOfApp(string file) => FoldersOfApp.Any(file.Contains) && file.EndsWith(".xml", StringComparison.Ordinal);

    // Each kind in its heart: what a form, a list, a chart, a tile, an entry or the app itself shows is not there.
    private static void Break(XElement root)
    {
        XObject heart = root.Name.LocalName switch
        {
            "forms" => root.Descendants("control").Attributes("datafieldname").First(),
            "savedqueries" => root.Descendants("cell").Attributes("name").First(),
            "visualization" => root.Descendants("attribute").Attributes("name").First(),
            "Dashboard" => root.Descendants("TargetEntityType").First(),
            "RibbonDiffXml" => root.Descendants("JavaScriptFunction").Attributes("Library").First(),
            "WebResource" => root.Elements("FileName").First(),
            "AppModuleSiteMap" => root.Descendants("SubArea").Attributes("Entity").First(),
            _ => root.Descendants("AppModuleComponent").Attributes("schemaName").First(),
        };
        Assert.NotNull(heart);
        if (heart is XAttribute attribute)
        {
            attribute.Value = "pint_absent";
        }
        else
        {
            ((XElement)heart).Value = "pint_absent";
        }
    }
}
