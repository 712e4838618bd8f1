using PowerIntegration.Local.Dataverse.Metadata;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>What the app's files name and no one draws, or what is not there, is refused at the start: by file and name.</summary>
public sealed class AppRefusalTests(AppRunning running) : IClassFixture<AppRunning>
{
    private const string Form = "Entities/pint_Project/FormXml/main";
    private const string View = "Entities/pint_Document/SavedQueries";
    private const string Ribbon = "Entities/pint_Finding";
    private const string Chart = "Entities/pint_Document/Visualizations";

    [Theory]
    [InlineData(Form, "datafieldname=\"pint_timezone\"", "datafieldname=\"pint_clock\"", "'pint_clock' is not in pint_project")]
    [InlineData(Form, "{4273EDBD-AC1D-40D3-9FB2-095C621B552D}", "{F9A8A302-114E-466A-B582-6771B2AE0D92}", "f9a8a302-114e-466a-b582-6771b2ae0d92")]
    [InlineData(Form, "</tabs>", "</tabs><formLibraries><Library name=\"a.js\" libraryUniqueId=\"1\" /></formLibraries>", "scripts of forms")]
    [InlineData(Form, "</tabs>", "</tabs><events><event name=\"onload\" /></events>", "scripts of forms")]
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
    [InlineData(View, "<entity name=\"pint_document\">", "<entity name=\"pint_finding\">", "pint_document")]
    [InlineData(View, "<querytype>0<", "<querytype>8192<", "8192")]
    [InlineData(Chart, "ChartType=\"Bar\"", "ChartType=\"Radar\"", "Radar")]
    [InlineData(Chart, "name=\"pint_payableamount\"", "name=\"pint_sum\"", "pint_sum")]
    [InlineData("Dashboards", "<ChartGridMode>Chart", "<ChartGridMode>Map", "Map")]
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
        using var files = AppFiles.Copy();
        var file = files.Change(folder, before, after);
        await using var app = await AppHost.StartAsync(running.Driver, files);
        var refusal = await Assert.ThrowsAsync<SolutionRefusedException>(() => app.Site.RequireAsync(SandboxDriver.Cancellation));
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.True(
            refusal.Message.Contains(file, StringComparison.Ordinal)
                || refusal.Message.StartsWith("The site map", StringComparison.Ordinal)
                || refusal.Message.StartsWith("The command pint_finding", StringComparison.Ordinal),
            refusal.Message
        );
    }

    [Fact]
    public Task What_ships_is_drawn_whole() => running.Driver.Sandbox.App.RequireAsync(SandboxDriver.Cancellation);
}
