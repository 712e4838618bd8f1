using PowerIntegration.Packer.Tests.Packing;
using Xunit;

namespace PowerIntegration.Packer.Tests.Apps;

/// <summary>Each row breaks one thing in a form or a dashboard: file, text, replacement, words of the sentence that must come.</summary>
public sealed class BrokenFormTests(BrokenApp app) : IClassFixture<BrokenApp>
{
    private const string Visit = "Visit";
    private const string Site = "Site";
    private const string Dashboard = "Visits";

    [Theory]
    [InlineData(Visit, "<tabs>", "<tabsheets>", "The element tabs is missing")]
    [InlineData(Visit, "<sections>", "<Sections>", "Name it sections")]
    [InlineData(Visit, "<FormPresentation>1", "<FormPresentation>9", "Write 0, 1 or 2")]
    [InlineData(Visit, "<FormPresentation>1</FormPresentation>", "<FormPresentaton>1</FormPresentaton>", "Name it FormPresentation")]
    [InlineData(Visit, "headerdensity=\"HighWithControls\"", "headerdensity=\"High\"", "The attribute headerdensity is 'High'")]
    [InlineData(Visit, "headerdensity=", "headerDensity=", "The attribute 'headerDensity' is not supported here")]
    [InlineData(Visit, "<column width=\"100%\">", "<column width=\"120%\">", "a percentage from 0% to 100%")]
    [InlineData(Visit, "<column width=\"100%\">", "<column>", "The attribute width is missing")]
    [InlineData(Visit, "showbar=\"false\" columns=\"1\"", "showbar=\"false\" columns=\"2\"", "Write 1, 11, 111 or 1111")]
    [InlineData(Visit, "showbar=\"false\"", "showbar=\"no\"", "The attribute showbar is 'no'")]
    [InlineData(Visit, "expanded=\"true\"", "expand=\"true\"", "The attribute 'expand' is not supported here")]
    [InlineData(Visit, "<LocalizedName description=\"Visit\" languagecode=\"1033\" />", "", "The element LocalizedName is missing")]
    [InlineData(Visit, "<DisplayConditions Order=\"0\"", "<DisplayConditions Order=\"first\"", "The attribute Order is 'first'")]
    public void The_parts_of_a_form(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Theory]
    [InlineData(Visit, "<tab name=\"tab_general\" id=\"{", "<tab name=\"tab_general\" id=\"", "The attribute id is")]
    [InlineData(Visit, "handlerUniqueId=\"{", "handlerUniqueId=\"{0", "The attribute handlerUniqueId is")]
    [InlineData(Visit, "<control id=\"pint_kind\"", "<control id=\"pint_name\"", "The control id pint_name appears twice")]
    [InlineData(Visit, "<control id=\"header_ownerid\"", "<control id=\"ownerid\"", "Write header_ownerid")]
    public void Ids_in_a_form(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Theory]
    [InlineData("tab", "section")]
    [InlineData("section", "cell")]
    [InlineData("header", "tab")]
    [InlineData("cell", "header")]
    public void Two_parts_of_a_form_with_one_id(string part, string other)
    {
        using Sample sample = new(Sample.Visits);
        sample.Replace(Visit, IdOf(sample, part), IdOf(sample, other));
        Assert.Contains(sample.Verify(), finding => finding.Sentence.Contains("appears twice in this form", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Visit, "datafieldname=\"pint_kind\"", "datafieldname=\"pint_kinds\"", "pint_visit has no column pint_kinds")]
    [InlineData(Visit, "datafieldname=\"pint_kind\"", "datafieldname=\"pint_Kind\"", "The attribute datafieldname is 'pint_Kind'")]
    [InlineData(Visit, " datafieldname=\"pint_kind\"", "", "datafieldname is missing")]
    [InlineData(Visit, "datafieldname=\"ownerid\"", "datafieldname=\"owner\"", "pint_visit has no column owner")]
    [InlineData(Site, "datafieldname=\"pint_name\"", "datafieldname=\"ownerid\"", "pint_site has no column ownerid")]
    [InlineData(Visit, "classid=\"{3EF39988", "classid=\"{3EF39989", "is not a control that is supported here")]
    [InlineData(Visit, "datafieldname=\"pint_kind\"", "datafieldname=\"pint_day\"", "The control is a 'choice', and pint_day is of type datetime")]
    [InlineData(
        Visit,
        "datafieldname=\"pint_day\"",
        "datafieldname=\"pint_amount\"",
        "The control is a 'date and time', and pint_amount is of type decimal"
    )]
    [InlineData(
        Visit,
        "datafieldname=\"pint_isopen\"",
        "datafieldname=\"createdon\"",
        "The control is a 'yes or no', and createdon is of type datetime"
    )]
    [InlineData(
        Site,
        "indicationOfSubgrid=\"true\"",
        "indicationOfSubgrid=\"true\" datafieldname=\"pint_name\"",
        "A control of the kind 'grid' shows no column"
    )]
    public void Columns_of_a_form(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Theory]
    [InlineData("<Library name=\"pint_/js/visit.js\"", "<Library name=\"pint_/js/visits.js\"", "No web resource is named 'pint_/js/visits.js'")]
    [InlineData("<Library name=\"pint_/js/visit.js\"", "<Library name=\"pint_help\"", "The web resource pint_help is not a script")]
    [InlineData("libraryName=\"pint_/js/visit.js\"", "libraryName=\"pint_/js/other.js\"", "The library 'pint_/js/other.js' is not one of the form")]
    [InlineData("event name=\"onload\"", "event name=\"onLoad\"", "The attribute name is 'onLoad'")]
    [InlineData("functionName=\"PowerIntegration.Visit.onLoad\"", "functionName=\"PowerIntegration Visit\"", "the name of a JavaScript function")]
    [InlineData(" attribute=\"pint_amount\"", "", "The event onchange belongs to a column")]
    [InlineData("attribute=\"pint_amount\"", "attribute=\"pint_amounts\"", "The column pint_amounts is not on this form")]
    [InlineData("event name=\"onload\"", "event name=\"onsave\" attribute=\"pint_name\"", "The event onsave belongs to the form")]
    [InlineData("passExecutionContext=\"true\"", "passexecutioncontext=\"true\"", "Name it passExecutionContext")]
    public void Scripts_of_a_form(string text, string replacement, string words) => Breaks(Visit, text, replacement, words);

    [Theory]
    [InlineData(Visit, "<Role Id=\"{", "<Role Id=\"{0", "The attribute Id is")]
    [InlineData(Visit, "<Role Id=\"{", "<Role Id=\"{11111111-1111-1111-1111-111111111111}\" /><Role Id=\"{", "No role has the id {11111111")]
    [InlineData("Entities/pint_Visit/Entity.xml", "<IsQuickCreateEnabled>1", "<IsQuickCreateEnabled>0", "quick create is off")]
    [InlineData(Visit, "entityname=\"pint_site\"", "entityname=\"pint_place\"", "The table 'pint_place' does not exist")]
    [InlineData(Visit, "&lt;QuickFormIds&gt;", "", "The text is not well-formed XML")]
    [InlineData(Visit, "pint_site\"&gt;", "pint_site\"&gt;0", "pint_site has no quick form with the id 0")]
    [InlineData(Visit, "<QuickForms>", "<QuickForm>", "parameters/QuickForms, which is missing")]
    public void What_a_form_names_elsewhere(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Theory]
    [InlineData(Site, "<TargetEntityType>pint_visit", "<TargetEntityType>pint_visits", "The table 'pint_visits' does not exist")]
    [InlineData(Site, "<ViewId>{", "<ViewId>{0", "Write a GUID")]
    [InlineData(Site, "<ViewIds>{", "<ViewIds>{11111111-1111-1111-1111-111111111111},{", "pint_visit has no view with the id")]
    [InlineData(
        Site,
        "<RelationshipName>pint_site_visit_site",
        "<RelationshipName>pint_site_visit",
        "The relationship 'pint_site_visit' does not exist"
    )]
    [InlineData(Site, "<RecordsPerPage>5", "<RecordsPerPage>0", "a whole number from 1 to 250")]
    [InlineData(Site, "<EnableViewPicker>", "<EnableViewsPicker>", "Name it EnableViewPicker")]
    [InlineData(Site, " indicationOfSubgrid=\"true\"", "", "A grid says that it is one")]
    [InlineData(Site, "<ViewId>", "<View>", "The element ViewId is missing")]
    [InlineData(Visit, "<ControlMode>", "<ControlMod>", "Name it ControlMode")]
    [InlineData(
        Visit,
        "<ControlMode>Edit</ControlMode>",
        "<ControlMode>Edit</ControlMode><ControlMode>Edit</ControlMode>",
        "The parameter ControlMode appears twice"
    )]
    [InlineData(Site, "<TargetEntityType>pint_visit</TargetEntityType>", "", "The element TargetEntityType is missing")]
    public void Grids_on_a_form(string file, string text, string replacement, string words) => Breaks(file, text, replacement, words);

    [Theory]
    [InlineData("<forms type=\"dashboard\">", "<forms type=\"main\">", "Write dashboard")]
    [InlineData("<IsDefault>0", "<IsDefault>no", "Write 0 or 1")]
    [InlineData("<IsTabletEnabled>", "<IsTablet>", "The element 'IsTablet' is not supported here")]
    [InlineData(
        "classid=\"{E7A81278-8635-4D9E-8D4D-59480B391C5B}\"",
        "classid=\"{4273EDBD-AC1D-40D3-9FB2-095C621B552D}\"",
        "is not shown by dashboards"
    )]
    [InlineData("<ViewId>{", "<ViewId>{0", "Write a GUID")]
    [InlineData("<TargetEntityType>pint_visit", "<TargetEntityType>pint_site", "pint_site has no chart with the id")]
    [InlineData("<ChartGridMode>Chart", "<ChartGridMode>Graph", "Write Chart, Grid or All")]
    [InlineData("rowspan=\"3\"", "rowspan=\"5\"", "The cell is 5 rows high, and 2 rows follow. Add 2 empty")]
    [InlineData("columns=\"1111\"", "columns=\"5\"", "The attribute columns is '5'")]
    public void Dashboards(string text, string replacement, string words) => Breaks(Dashboard, text, replacement, words);

    [Fact]
    public void A_chart_mode_needs_a_chart()
    {
        using Sample sample = new(Sample.Visits);
        string id = sample.Text(Dashboard).Split("<VisualizationId>")[1].Split('<')[0];
        sample.Replace(Dashboard, $"<VisualizationId>{id}</VisualizationId>", "");
        Assert.Contains(sample.Verify(), finding => finding.Sentence.Contains("no chart is named", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mobile")]
    [InlineData("quickcreate")]
    [InlineData("Main")]
    public void A_form_lies_in_the_folder_of_its_type(string type)
    {
        using Sample sample = new(Sample.Visits);
        sample.Move("Visit card", $"Entities/pint_Visit/FormXml/{type}/{{19a63633-cc1f-529d-b284-68f5f6570537}}.xml");
        Assert.Contains(
            sample.Verify(),
            finding => finding.Sentence.StartsWith($"The folder '{type}' is not a type of form", StringComparison.Ordinal)
        );
    }

    private static string IdOf(Sample sample, string part)
    {
        string form = sample.Text(Visit);
        int start = form.IndexOf(" id=\"{", form.IndexOf($"<{part} ", StringComparison.Ordinal), StringComparison.Ordinal);
        return form.Substring(start, 44);
    }

    private void Breaks(string file, string text, string replacement, string words) => app.Breaks(file, text, replacement, words);
}
