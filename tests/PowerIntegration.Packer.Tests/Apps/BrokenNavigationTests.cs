using PowerIntegration.Packer.Tests.Packing;
using Xunit;

namespace PowerIntegration.Packer.Tests.Apps;

/// <summary>Each row breaks one thing in what people click: site map, app, web resource, command, ribbon.</summary>
public sealed class BrokenNavigationTests(BrokenApp app) : IClassFixture<BrokenApp>
{
    private const string Map = "AppModuleSiteMaps/pint_visits/AppModuleSiteMap.xml";
    private const string App = "AppModules/pint_visits/AppModule.xml";
    private const string Script = "WebResources/pint_/js/visit.js.data.xml";
    private const string Help = "WebResources/pint_help.data.xml";
    private const string Command = "appactions/pint__OpenVisit!pint_visits!pint_visit!1/appaction.xml";
    private const string Ribbon = "Entities/pint_Visit/RibbonDiff.xml";
    private const string AppRibbon = "Other/RibbonCustomizations.xml";

    [Theory]
    [InlineData("Entity=\"pint_site\"", "Entity=\"pint_place\"", "The table 'pint_place' does not exist")]
    [InlineData("Entity=\"pint_site\"", "Entity=\"pint_Site\"", "The attribute Entity is 'pint_Site'")]
    [InlineData("Entity=\"pint_site\"", "Entities=\"pint_site\"", "An entry opens one thing, and this one names 0")]
    [InlineData("Entity=\"pint_site\"", "Entity=\"pint_site\" Url=\"/main.aspx\"", "An entry opens one thing, and this one names 2")]
    [InlineData("Entity=\"pint_site\"", "Page=\"pint_page\"", "The custom page 'pint_page' does not exist")]
    [InlineData("Url=\"$webresource:pint_help\"", "Url=\"$webresource:pint_helps\"", "No web resource is named 'pint_helps'")]
    [InlineData("Url=\"$webresource:pint_help\"", "Url=\"help\"", "'help' is not an address")]
    [InlineData("Url=\"$webresource:pint_help\"", "Url=\"javascript:alert(1)\"", "is not an address")]
    [InlineData("pagetype=dashboard&amp;id={", "pagetype=dashboard&amp;id={0", "No dashboard has the id {0")]
    [InlineData(
        "<SubArea Id=\"sub_site\"",
        "<SubArea DefaultDashboard=\"11111111-1111-1111-1111-111111111111\" Id=\"sub_site\"",
        "No dashboard has the id 11111111"
    )]
    [InlineData("<SubArea Id=\"sub_site\"", "<SubArea Icon=\"$webresource:pint_icon\" Id=\"sub_site\"", "No web resource is named 'pint_icon'")]
    [InlineData(
        "<SubArea Id=\"sub_site\"",
        "<SubArea VectorIcon=\"/WebResources/pint_icon\" Id=\"sub_site\"",
        "No web resource is named 'pint_icon'"
    )]
    public void What_a_site_map_opens(string text, string replacement, string words) => app.Breaks(Map, text, replacement, words);

    [Theory]
    [InlineData("Id=\"sub_site\"", "Id=\"sub_visit\"", "The id sub_visit appears twice in this site map")]
    [InlineData("Id=\"sub_site\"", "Id=\"area_visits\"", "The id area_visits appears twice in this site map")]
    [InlineData("Id=\"sub_site\"", "Id=\"sub-site\"", "a name of letters, digits and underscores")]
    [InlineData("Id=\"sub_site\" ", "", "The attribute Id is missing")]
    [InlineData("Client=\"Web\"", "Client=\"Browser\"", "The attribute Client is 'Browser'")]
    [InlineData("ShowGroups=\"true\"", "ShowGroup=\"true\"", "Name it ShowGroups")]
    [InlineData("<ShowHome>True", "<ShowHome>Yes", "The value is 'Yes'")]
    [InlineData("<Titles>", "<Title>", "Name it Titles")]
    [InlineData("<ShowRecents>", "<ShowRecent>", "Name it ShowRecents")]
    [InlineData("LCID=\"1033\" Title=\"Work\"", "LCID=\"English\" Title=\"Work\"", "The attribute LCID is 'English'")]
    [InlineData("<SiteMapUniqueName>pint_visits", "<SiteMapUniqueName>pint_tours", "By its content the file is AppModuleSiteMaps/pint_tours/")]
    public void The_parts_of_a_site_map(string text, string replacement, string words) => app.Breaks(Map, text, replacement, words);

    [Theory]
    [InlineData("type=\"1\" schemaName=\"pint_site\"", "type=\"1\" schemaName=\"pint_place\"", "The table 'pint_place' does not exist")]
    [InlineData(
        "type=\"26\" id=\"{",
        "type=\"26\" id=\"{11111111-1111-1111-1111-111111111111}\" /><AppModuleComponent type=\"26\" id=\"{",
        "The view '{11111111"
    )]
    [InlineData("type=\"60\" id=\"{", "type=\"59\" id=\"{", "The chart '{")]
    [InlineData("type=\"26\" id=\"{", "type=\"60\" id=\"{", "The form or dashboard '{")]
    [InlineData("type=\"26\" id=\"{", "type=\"29\" id=\"{", "The process '{")]
    [InlineData("type=\"1\" schemaName=\"pint_site\"", "type=\"300\" schemaName=\"pint_page\"", "The custom page 'pint_page' does not exist")]
    [InlineData("type=\"1\" schemaName=\"pint_site\"", "type=\"2\" schemaName=\"pint_site\"", "The attribute type is '2'")]
    [InlineData("type=\"1\" schemaName=\"pint_site\"", "type=\"1\" schemaName=\"pint_visit\"", "The component is listed twice")]
    [InlineData("type=\"62\" schemaName=\"pint_visits\"", "type=\"62\" schemaName=\"pint_tours\"", "The site map 'pint_tours' does not exist")]
    [InlineData("<AppModuleComponent type=\"62\" schemaName=\"pint_visits\" />", "", "An app lists one site map, named like itself")]
    [InlineData("<Role id=\"{", "<Role id=\"{11111111-1111-1111-1111-111111111111}\" /><Role id=\"{", "No role has the id {11111111")]
    [InlineData(
        "<Role id=\"{627090ff-40a3-4053-8790-584edc5be201}\" />",
        "<Role id=\"{119F245C-3CC8-4B62-B31C-D1A046CED15D}\" />",
        "is listed twice"
    )]
    [InlineData("<WebResourceId>953b9fac", "<WebResourceId>953b9fad", "No web resource has the id 953b9fad")]
    [InlineData("<statuscode>1", "<statuscode>2", "statecode and statuscode do not belong together")]
    [InlineData("<ClientType>4", "<ClientType>2", "Write 4")]
    [InlineData("<AppModuleRoleMaps>", "<AppModuleRoles>", "The element 'AppModuleRoles' is not supported here")]
    [InlineData("<FormFactor>1</FormFactor>", "", "The element FormFactor is missing")]
    [InlineData("settingdefinitionid.uniquename", "settingdefinitionid", "The attribute settingdefinitionid.uniquename is missing")]
    public void Apps(string text, string replacement, string words) => app.Breaks(App, text, replacement, words);

    [Theory]
    [InlineData(Script, "<WebResourceType>3", "<WebResourceType>8", "The value is '8'")]
    [InlineData(Script, "<WebResourceType>3", "<WebResourceType>2", "the name ends in .js")]
    [InlineData(Help, "<WebResourceType>1", "<WebResourceType>5", "It does not begin as a PNG picture does")]
    [InlineData(Script, "<WebResourceType>3", "<WebResourceType>4", "not well-formed XML")]
    [InlineData(Script, "<FileName>/WebResources/pint_js", "<FileName>/WebResources/pint_", "and import looks for /WebResources/pint_jsvisitjs")]
    [InlineData(Help, "<WebResourceId>{", "<WebResourceId>", "a GUID in braces")]
    [InlineData(Help, "<Name>pint_help", "<Name>help", "does not begin with pint_")]
    [InlineData(Help, "<Name>pint_help", "<Name>pint_help me", "holds a character that is not allowed")]
    [InlineData(Help, "<DisplayName>", "<Displayname>", "Name it DisplayName")]
    [InlineData(Help, "<LanguageCode>1033", "<LanguageCode>en", "The value is 'en'")]
    [InlineData(Help, "<IsHidden>0", "<IsHidden>no", "Write 0 or 1")]
    public void Web_resources(string file, string text, string replacement, string words) => app.Breaks(file, text, replacement, words);

    [Fact]
    public void An_empty_web_resource_and_one_without_its_file_are_found()
    {
        using Sample sample = new(Sample.Visits);
        sample.Write("WebResources/pint_help", []);
        sample.Delete("WebResources/pint_/js/visit.js");
        Assert.Contains(
            sample.Verify(),
            finding => finding is { File: "WebResources/pint_help", Sentence: "It is empty. Write its content, or remove the web resource." }
        );
        Assert.Contains(
            sample.Verify(),
            finding => finding.Sentence.StartsWith("The file WebResources/pint_/js/visit.js is missing", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("<uniquename>pint_visits", "<uniquename>pint_tours", "The app 'pint_tours' does not exist")]
    [InlineData("<logicalname>pint_visit", "<logicalname>pint_site", "contextentity and contextvalue must name the same table")]
    [InlineData("<context>1", "<context>0", "the command belongs to no table")]
    [InlineData("<context>1", "<context>2", "Write 0 or 1")]
    [InlineData("<location>1", "<location>7", "a whole number from 0 to 6")]
    [InlineData("<type>0", "<type>4", "a whole number from 0 to 3")]
    [InlineData("<onclickeventtype>2", "<onclickeventtype>0", "so the script never runs")]
    [InlineData("<onclickeventtype>2", "<onclickeventtype>1", "The formula needs the component library ''")]
    [InlineData(
        "<onclickeventjavascriptfunctionname>PowerIntegration.Visit.open</onclickeventjavascriptfunctionname>",
        "",
        "so the command runs a script"
    )]
    [InlineData("<webresourceid>", "<webresourceid>0", "No web resource is '0")]
    [InlineData("[{\"type\":12}]", "PrimaryControl", "must be a list such as")]
    [InlineData("<visibilitytype>0", "<visibilitytype>1", "The formula needs the component library ''")]
    [InlineData("<fonticon>$clientsvg:Edit", "<fonticon>Edit", "$clientsvg: and the name of an icon")]
    [InlineData("<uniquename>pint_visits</uniquename>", "", "The element names nothing, or two things")]
    [InlineData("<webresourceid>", "<name>pint_/js/visit.js</name><webresourceid>", "The element names nothing, or two things")]
    [InlineData("<sequence>10.0000000000", "<sequence>first", "The value is 'first'")]
    [InlineData("<buttonlabeltext default=\"Open visit\">", "<buttonlabeltext>", "The attribute default is missing")]
    [InlineData("<buttonsequencepriority>", "<buttonpriority>", "The element 'buttonpriority' is not supported here")]
    [InlineData("uniquename=\"pint__OpenVisit!", "uniquename=\"pint__Open!", "is not the name of the folder")]
    [InlineData(
        "<name>OpenVisit</name>",
        "<name>OpenVisit</name><parentappactionid><uniquename>pint_none</uniquename></parentappactionid>",
        "The parent command 'pint_none' does not exist"
    )]
    public void Commands(string text, string replacement, string words) => app.Breaks(Command, text, replacement, words);

    [Theory]
    [InlineData(
        Ribbon,
        "<CustomActions>",
        "<CustomAction>",
        "The element 'CustomAction' is not supported here, and import would drop it silently. Name it CustomActions."
    )]
    [InlineData(Ribbon, "<CommandUIDefinition>", "<CommandUiDefinitions>", "Name it CommandUIDefinition.")]
    [InlineData(Ribbon, "<Button Id=\"pint.visit.Open.Button\"", "<Buton Id=\"pint.visit.Open.Button\"", "Name it Button")]
    [InlineData(Ribbon, " Location=\"Mscrm.HomepageGrid.pint_visit", " Place=\"Mscrm.HomepageGrid.pint_visit", "The attribute Location is missing")]
    [InlineData(Ribbon, "Mscrm.HomepageGrid.pint_visit", "Mscrm.HomepageGrid.pint_site", "The location is on the table 'pint_site'")]
    [InlineData(
        Ribbon,
        "Command=\"pint.visit.Open.Command\"",
        "Command=\"pint.visit.Close.Command\"",
        "No CommandDefinition has the id pint.visit.Close.Command"
    )]
    [InlineData(
        Ribbon,
        "<EnableRule Id=\"pint.visit.Open.Command.OneRow\" />",
        "<EnableRule Id=\"pint.visit.Two\" />",
        "No EnableRule in RuleDefinitions has the id pint.visit.Two"
    )]
    [InlineData(
        Ribbon,
        "<DisplayRule Id=\"Mscrm.HideOnModern\" />",
        "<DisplayRule Id=\"pint.Hide\" />",
        "No DisplayRule in RuleDefinitions has the id pint.Hide"
    )]
    [InlineData(
        Ribbon,
        "<LocLabel Id=\"pint.visit.Open.Button.LabelText\">",
        "<LocLabel Id=\"pint.visit.Text\">",
        "No LocLabel has the id pint.visit.Open.Button.LabelText"
    )]
    [InlineData(Ribbon, "$webresource:pint_/js/visit.js", "$webresource:pint_/js/visits.js", "No web resource is named 'pint_/js/visits.js'")]
    [InlineData(Ribbon, "<SelectionCountRule", "<SelectionCountRul", "Name it SelectionCountRule.")]
    [InlineData(Ribbon, "FunctionName=\"PowerIntegration.Visit.open\" ", "", "The attribute FunctionName is missing")]
    [InlineData(AppRibbon, "<CrmParameter Value", "<CrmParam Value", "The element 'CrmParam' is not supported here")]
    [InlineData(AppRibbon, "<Title description=\"Open\"", "<Title desc=\"Open\"", "The attribute description is missing")]
    [InlineData(AppRibbon, "<LocLabels>", "<LocLabel>", "Only these belong in it")]
    [InlineData(Ribbon, " Alt=\"", " Alternative=\"", "The attribute 'Alternative' is not supported here")]
    [InlineData(Ribbon, "LabelText=\"$", "LabelTxt=\"$", "Name it LabelText")]
    [InlineData(Ribbon, "Sequence=\"50\"", "Sequence=\"first\"", "The attribute Sequence is 'first'")]
    [InlineData(Ribbon, "AppliesTo=\"SelectedEntity\"", "AppliesTo=\"Selected\"", "Write PrimaryEntity or SelectedEntity")]
    [InlineData(Ribbon, "Library=\"$webresource:", "Library=\"", "$webresource: and the name of a script")]
    [InlineData(Ribbon, "Value=\"PrimaryControl\"", "Value=\"Primary\"", "The attribute Value is 'Primary'")]
    [InlineData(Ribbon, "<Actions>", "<Action>", "The element Actions is missing")]
    [InlineData(Ribbon, "<SelectionCountRule AppliesTo=\"SelectedEntity\" Minimum=\"1\" Maximum=\"1\" />", "", "The element EnableRule is empty")]
    [InlineData(Ribbon, "<TabDisplayRules />", "<TabDisplayRules /><TabDisplayRules />", "The element TabDisplayRules appears 2 times")]
    public void Ribbons(string file, string text, string replacement, string words) => app.Breaks(file, text, replacement, words);

    [Theory]
    [InlineData("Active Visits", "My Visits")]
    [InlineData("Visit card", "New Visit")]
    [InlineData("Active Visits", "Amount by kind")]
    public void Two_components_with_one_id_are_found(string first, string second)
    {
        using Sample sample = new(Sample.Visits);
        string id = Path.GetFileNameWithoutExtension(Sample.PathOf(first));
        sample.Replace(second, Path.GetFileNameWithoutExtension(Sample.PathOf(second)), id);
        Assert.Contains(sample.Verify(), finding => finding.Sentence.Contains("Give each component an id of its own", StringComparison.Ordinal));
    }
}
