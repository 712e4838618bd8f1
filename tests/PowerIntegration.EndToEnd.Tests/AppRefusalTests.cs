using PowerIntegration.Local.Dataverse.Metadata;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>What the app's files name and no one draws, or what is not there, is refused at the start: by file and name.</summary>
public sealed class AppRefusalTests(AppRunning running) : IClassFixture<AppRunning>
{
    private const string Form = "Entities/pint_Project/FormXml/main";
    private const string View = "Entities/pint_Document/SavedQueries";
    private const string Chart = "Entities/pint_Document/Visualizations";

    [Theory]
    [InlineData(Form, "datafieldname=\"pint_timezone\"", "datafieldname=\"pint_clock\"", "'pint_clock' is not in pint_project")]
    [InlineData(Form, "{4273EDBD-AC1D-40D3-9FB2-095C621B552D}", "{F9A8A302-114E-466A-B582-6771B2AE0D92}", "f9a8a302-114e-466a-b582-6771b2ae0d92")]
    [InlineData(Form, "</tabs>", "</tabs><formLibraries><Library name=\"a.js\" libraryUniqueId=\"1\" /></formLibraries>", "scripts of forms")]
    [InlineData(Form, "</tabs>", "</tabs><events><event name=\"onload\" /></events>", "scripts of forms")]
    [InlineData(Form, "<EnableViewPicker>", "<Color>red</Color><EnableViewPicker>", "Color")]
    [InlineData(Form, "<RelationshipName>", "<RelationshipName>no_", "no_pint_")]
    [InlineData(Form, "<forms ", "<form ", "not valid XML")]
    [InlineData(View, "<cell name=\"pint_name\"", "<cell name=\"pint_title\"", "pint_title")]
    [InlineData(View, "<attribute name=\"pint_name\" />", "<attribute name=\"pint_title\" />", "pint_title")]
    [InlineData(View, "operator=\"eq\"", "operator=\"equals\"", "equals")]
    [InlineData(View, "<entity name=\"pint_document\">", "<entity name=\"pint_finding\">", "pint_document")]
    [InlineData(View, "<querytype>0<", "<querytype>8192<", "8192")]
    [InlineData(Chart, "ChartType=\"Bar\"", "ChartType=\"Radar\"", "Radar")]
    [InlineData(Chart, "name=\"pint_payableamount\"", "name=\"pint_sum\"", "pint_sum")]
    [InlineData("Dashboards", "<ChartGridMode>Chart", "<ChartGridMode>Map", "Map")]
    [InlineData("AppModuleSiteMaps", "Entity=\"pint_finding\"", "Entity=\"pint_guess\"", "pint_guess")]
    [InlineData("AppModuleSiteMaps", "Url=\"/main.aspx?pagetype=dashboard", "Url=\"$webresource:page.html?pagetype=dashboard", "$webresource:page.html")]
    [InlineData("Entities/pint_Document/RibbonDiff.xml", "", "", "")]
    public async Task What_cannot_be_drawn_is_named_with_its_file(string folder, string before, string after, string named)
    {
        using var files = AppFiles.Copy();
        var file = before.Length > 0 ? files.Change(folder, before, after) : Ribbon(files, folder);
        await using var app = await AppHost.StartAsync(running.Driver, files);
        var refusal = await Assert.ThrowsAsync<SolutionRefusedException>(() => app.Site.RequireAsync(SandboxDriver.Cancellation));
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.True(
            refusal.Message.Contains(file, StringComparison.Ordinal) || refusal.Message.StartsWith("The site map", StringComparison.Ordinal),
            refusal.Message
        );
    }

    [Fact]
    public Task What_ships_is_drawn_whole() => running.Driver.Sandbox.App.RequireAsync(SandboxDriver.Cancellation);

    private static string Ribbon(AppFiles files, string path)
    {
        File.WriteAllText(
            Path.Combine(files.Folder, path),
            """
            <RibbonDiffXml><CustomActions><CustomAction Id="a" Location="b" Sequence="1" /></CustomActions><Templates /><CommandDefinitions />
            <RuleDefinitions /><LocLabels /></RibbonDiffXml>
            """
        );
        return Path.GetFileName(path);
    }
}
