using PowerIntegration.Local.Dataverse.Metadata;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>
/// What the app's files name and no one draws, or what is not there, is refused at the start: by file and name. The app is loaded once; each case
/// reads one broken file in the place of the one that ships.
/// </summary>
[Collection(nameof(AppRunning))]
public sealed class AppRefusalTests(AppRunning running)
{
    private const string Form = "Entities/pint_Project/FormXml/main";
    private const string Terms = "Entities/pint_CommitmentTerms/FormXml/main";
    private const string Document = "Entities/pint_Document/FormXml/main";
    private const string View = "Entities/pint_Document/SavedQueries";
    private const string Ribbon = "Entities/pint_Finding";
    private const string Decisions = "Entities/pint_Document";
    private const string Chart = "Entities/pint_Document/Visualizations";

    [Theory]
    [InlineData(Form, "datafieldname=\"pint_timezone\"", "datafieldname=\"pint_clock\"", "'pint_clock' is not in pint_project")]
    [InlineData(Form, "{4273EDBD-AC1D-40D3-9FB2-095C621B552D}", "{F9A8A302-114E-466A-B582-6771B2AE0D92}", "f9a8a302-114e-466a-b582-6771b2ae0d92")]
    [InlineData(Form, "</tabs>", "</tabs><events><event name=\"onsave\" /></events>", "at the event onload alone")]
    [InlineData(Form, "</tabs>", "</tabs><events><event name=\"onload\" /></events>", "the child 'Handlers' is missing")]
    [InlineData(Form, "<control id=", "<events><event name=\"onchange\" /></events><control id=", "at the event onload alone")]
    [InlineData(Terms, "<Library name=\"pint_/js/forms.js\"", "<Library name=\"pint_/js/form.js\"", "not in the list formLibraries")]
    [InlineData(Terms, "passExecutionContext=\"true\"", "passExecutionContext=\"false\"", "get the context of the event and nothing else")]
    [InlineData(Terms, "parameters=\"\"", "parameters=\"1\"", "get the context of the event and nothing else")]
    [InlineData(Terms, "PowerIntegrationForms.onLoad", "PowerIntegrationForms.onOpen", "calls the function PowerIntegrationForms.onOpen")]
    [InlineData(Terms, "pint_/js/forms.js", "pint_/js/form.js", "calls the script pint_/js/form.js")]
    [InlineData(Form, "<formid>", "<formid>x", "is not an identifier")]
    [InlineData(Form, "colspan=\"2\"", "colspan=\"two\"", "'colspan' must be a whole number")]
    [InlineData(Form, "<systemform>", "<systemform kind=\"a\">", "does not draw the attribute 'kind'")]
    [InlineData(Form, "<tabs>", "<tabs><tab name=\"a\" />", "the child 'columns' is missing")]
    [InlineData(Form, "<ViewId>{", "<ViewId>{0", "is not an identifier")]
    [InlineData(Document, "&lt;/QuickFormIds&gt;", "", "the list of quick view forms is not valid XML")]
    [InlineData(Document, "entityname=\"pint_commitment\"", "entityname=\"pint_project\"", "of pint_project is in no solution loaded")]
    [InlineData(Form, "<EnableViewPicker>", "<Color>red</Color><EnableViewPicker>", "Color")]
    [InlineData(Form, "<RelationshipName>", "<RelationshipName>no_", "no_pint_")]
    [InlineData(Form, "<forms ", "<form ", "not valid XML")]
    [InlineData(Form, "<Url>pint_/html/readiness.html", "<Url>pint_/html/ready.html", "shows the page pint_/html/ready.html")]
    [InlineData(Form, "<Url>pint_/html/readiness.html", "<Url>pint_/js/readiness.js", "shows the page pint_/js/readiness.js")]
    [InlineData(Form, "<PassParameters>true", "<PassParameters>false", "Write PassParameters true")]
    [InlineData(Form, "<Scrolling>auto</Scrolling>", "<Scroll>auto</Scroll>", "Scroll")]
    [InlineData(View, "<cell name=\"pint_name\"", "<cell name=\"pint_title\"", "pint_title")]
    [InlineData(View, "<attribute name=\"pint_name\" />", "<attribute name=\"pint_title\" />", "pint_title")]
    [InlineData(View, "operator=\"eq\"", "operator=\"equals\"", "equals")]
    [InlineData(View, "<fetch version", "<fetched version", "fetched")]
    [InlineData(View, "</entity>", "<link-entity name=\"pint_project\" from=\"pint_none\" to=\"pint_projectid\" /></entity>", "pint_none")]
    [InlineData(View, "<entity name=\"pint_document\">", "<entity name=\"pint_finding\">", "pint_document")]
    [InlineData(View, "<querytype>0<", "<querytype>8192<", "8192")]
    [InlineData(Chart, "ChartType=\"Bar\"", "ChartType=\"Radar\"", "Radar")]
    [InlineData(Chart, "name=\"pint_payableamount\"", "name=\"pint_sum\"", "pint_sum")]
    [InlineData(Chart, "<measure alias=\"", "<figure alias=\"", "the chart has no measure")]
    [InlineData(Chart, "</category>", "</category><category />", "a chart has one category here")]
    [InlineData(Chart, "<visualization", "<picture", "not valid XML")]
    [InlineData(View, "<savedqueries", "<queries", "not valid XML")]
    [InlineData("Dashboards", "<ChartGridMode>Chart", "<ChartGridMode>Map", "Map")]
    [InlineData("Dashboards", "type=\"dashboard\"", "type=\"wall\"", "dashboards of type 'wall' are not drawn here")]
    [InlineData("Dashboards", "<VisualizationId>{", "<VisualizationId>{0", "is not an identifier")]
    [InlineData("AppModules", "<UniqueName>", "<Logo>1</Logo><UniqueName>", "does not draw this element")]
    [InlineData("AppModuleSiteMaps", "pagetype=entitylist&amp;etn=", "pagetype=entitylist&amp;table=", "names no table (etn)")]
    [InlineData("AppModuleSiteMaps", "viewid=", "viewid=0", "is not an identifier")]
    [InlineData("AppModuleSiteMaps", "Entity=\"pint_finding\"", "Entity=\"pint_guess\"", "pint_guess")]
    [InlineData(
        "AppModuleSiteMaps",
        "Url=\"/main.aspx?pagetype=dashboard",
        "Url=\"$webresource:page.html?pagetype=dashboard",
        "$webresource:page.html"
    )]
    [InlineData(Ribbon, "Mscrm.Form.pint_finding", "Mscrm.SubGrid.pint_finding", "and not at this location")]
    [InlineData(Ribbon, "Mscrm.Form.pint_finding", "Mscrm.Form.pint_document", "and not at this location")]
    [InlineData(Ribbon, "<Button ", "<ToggleButton ", "ToggleButton")]
    [InlineData(Decisions, "PopulateDynamically=\"false\"", "PopulateDynamically=\"true\"", "menus that a script fills")]
    [InlineData(Ribbon, "Library=\"$webresource:", "Library=\"/", "is not a web resource. Name one")]
    [InlineData(Ribbon, "$LocLabels:", "$LocLabels:no.", "is not defined in this file")]
    [InlineData(Ribbon, "<DisplayRule Id=\"pint_decisiongate.Read.Privilege\">", "<DisplayRule Id=\"none\">", "is not defined in this file")]
    [InlineData(Ribbon, "ToolTipTitle=", "Image16by16=\"a\" ToolTipTitle=", "Image16by16")]
    [InlineData(Ribbon, "CrmParameter Value=\"PrimaryControl\"", "CrmParameter Value=\"OrgName\"", "does not give 'OrgName'")]
    [InlineData(Ribbon, "EntityPrivilegeRule ", "MiscellaneousPrivilegeRule ", "shows commands by privilege alone")]
    [InlineData(Ribbon, "<ValueRule ", "<SkuRule ", "does not know this rule")]
    [InlineData(Ribbon, "State=\"Existing\"", "State=\"Create\"", "Write Existing")]
    [InlineData(Ribbon, "EntityName=\"pint_decisiongate\"", "EntityName=\"pint_gate\"", "the table 'pint_gate' is in no solution loaded")]
    [InlineData(Ribbon, "Field=\"pint_findingstate\"", "Field=\"pint_causestate\"", "the column 'pint_causestate' is not in pint_finding")]
    [InlineData(Ribbon, "Field=\"pint_findingstate\"", "Field=\"pint_key\"", "looks at pint_key, which a form of the table does not show")]
    [InlineData(Ribbon, "onForm", "onForms", "pint_finding calls the function PowerIntegration.Commands.onForms")]
    [InlineData(Ribbon, "js/commands.js", "js/command.js", "pint_finding calls the script pint_/js/command.js")]
    [InlineData("WebResources/pint_/js", "formContext.ui.refreshRibbon", "formContext.ui.clear", "'formContext.ui.clear'")]
    [InlineData("WebResources/pint_/js", "Xrm.Utility.closeProgressIndicator()", "Xrm.App.sidePanes.createPane()", "'Xrm.App.sidePanes.createPane'")]
    [InlineData("WebResources/pint_/js", "Xrm.Utility.closeProgressIndicator()", "const all = Xrm", "does not offer 'Xrm'")]
    [InlineData("WebResources/pint_/js", "Xrm.Page.data.getIsDirty()", "Xrm.Page.data.isValid()", "'Xrm.Page.data.isValid'")]
    [InlineData("WebResources/pint_/js", "gridControl.refresh()", "gridControl.getGrid()", "'gridControl.getGrid'")]
    [InlineData("WebResources/pint_/js", "<WebResourceType>3<", "<WebResourceType>8<", "type 8 are not served here")]
    public async Task What_cannot_be_drawn_is_named_with_its_file(string folder, string before, string after, string named)
    {
        using var files = AppFiles.Broken(folder, before, after, out var file);
        var refusal = await Assert.ThrowsAsync<SolutionRefusedException>(() =>
            running.Driver.Sandbox.App.RequireWithAsync(files.Folder, SandboxDriver.Cancellation)
        );
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.True(
            refusal.Message.Contains(file, StringComparison.Ordinal)
                || refusal.Message.StartsWith("The site map", StringComparison.Ordinal)
                || refusal.Message.StartsWith("The command pint_finding", StringComparison.Ordinal),
            refusal.Message
        );
    }

    [Fact]
    public async Task Content_that_is_missing_is_named()
    {
        using var files = AppFiles.Broken("WebResources/pint_/svg", "<svg", "<svg", out _);
        files.Delete("WebResources/pint_/svg/app.svg");
        var refusal = await Assert.ThrowsAsync<SolutionRefusedException>(() =>
            running.Driver.Sandbox.App.RequireWithAsync(files.Folder, SandboxDriver.Cancellation)
        );
        Assert.Contains("its content is missing. Restore the file beside it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_used_twice_is_named()
    {
        using var files = AppFiles.Broken("Dashboards", "<ChartGridMode>", "<ChartGridMode>", out var file);
        File.Copy(Path.Combine(files.Folder, "Dashboards", file), Path.Combine(files.Folder, "Dashboards", "copy.xml"));
        var refusal = await Assert.ThrowsAsync<SolutionRefusedException>(() =>
            running.Driver.Sandbox.App.RequireWithAsync(files.Folder, SandboxDriver.Cancellation)
        );
        Assert.Contains("is used twice", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_kind_is_named()
    {
        using var files = AppFiles.Broken(Form, "<systemform>", "<systemform>", out _);
        Directory.Move(Path.Combine(files.Folder, Form), Path.Combine(files.Folder, "Entities/pint_Project/FormXml/card"));
        var refusal = await Assert.ThrowsAsync<SolutionRefusedException>(() =>
            running.Driver.Sandbox.App.RequireWithAsync(files.Folder, SandboxDriver.Cancellation)
        );
        Assert.Contains("forms of this kind are not drawn here", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task What_ships_is_drawn_whole() => running.Driver.Sandbox.App.RequireAsync(SandboxDriver.Cancellation);
}
