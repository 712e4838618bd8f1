using PowerIntegration.Packer.Tests.Packing;
using Xunit;

namespace PowerIntegration.Packer.Tests.Apps;

/// <summary>Each row breaks one thing in a view or a chart: file, text, replacement, words of the sentence that must come.</summary>
public sealed class BrokenViewTests(BrokenApp app) : IClassFixture<BrokenApp>
{
    private const string Active = "Active Visits";
    private const string Mine = "My Visits";
    private const string QuickFind = "Quick Find Active Visits";
    private const string Chart = "Amount by kind";

    [Theory]
    [InlineData(Active, "<querytype>0", "<querytype>3", "Write 0, 1, 2, 4 or 64")]
    [InlineData(Active, "<querytype>0</querytype>", "", "The element querytype is missing")]
    [InlineData(Active, "<isdefault>1", "<isdefault>true", "Write 0 or 1")]
    [InlineData(Active, "<isprivate>0", "<isprivate>1", "Write 0")]
    [InlineData(Active, "<layoutxml>", "<layoutXml>", "Name it layoutxml")]
    [InlineData(Active, "<fetchxml>", "<fetchXml>", "Name it fetchxml")]
    [InlineData(Active, " select=\"1\"", "", "The attribute select is missing")]
    [InlineData(Active, "width=\"300\"", "width=\"wide\"", "The attribute width is 'wide'")]
    [InlineData(Active, "width=\"300\"", "with=\"300\"", "The attribute 'with' is not supported here")]
    public void The_parts_of_a_view(string file, string text, string replacement, string words) => app.Breaks(file, text, replacement, words);

    [Theory]
    [InlineData("<cell name=\"pint_kind\"", "<cell name=\"pint_amount\"", "The query does not read pint_amount")]
    [InlineData("<cell name=\"site.pint_name\"", "<cell name=\"place.pint_name\"", "The query does not read place.pint_name")]
    [InlineData("<attribute name=\"createdon\" />", "", "The query does not read createdon")]
    [InlineData("<cell name=\"pint_kind\"", "<cell name=\"pint_name\"", "The column pint_name appears twice in this view")]
    [InlineData("jump=\"pint_name\"", "jump=\"pint_title\"", "pint_visit has no column pint_title, which 'jump' names")]
    [InlineData("id=\"pint_visitid\"", "id=\"pint_visit\"", "Write the primary key pint_visitid")]
    public void The_layout_of_a_view(string text, string replacement, string words) => app.Breaks(Active, text, replacement, words);

    [Theory]
    [InlineData("<entity name=\"pint_visit\">", "<entity name=\"pint_site\">", "The query reads 'pint_site', but belongs to pint_visit")]
    [InlineData("<attribute name=\"pint_kind\" />", "<attribute name=\"pint_kinds\" />", "pint_visit has no column pint_kinds")]
    [InlineData("<attribute name=\"pint_kind\" />", "<attribut name=\"pint_kind\" />", "Name it attribute")]
    [InlineData("<order attribute=\"pint_name\"", "<order attribute=\"pint_title\"", "pint_visit has no column pint_title")]
    [InlineData("<order attribute=\"pint_name\"", "<order ", "An order names a column by 'attribute' or an aggregate by 'alias'")]
    [InlineData(
        "<attribute name=\"pint_kind\" />",
        "<attribute name=\"pint_kind\" /><attribute name=\"pint_kind\" />",
        "The attribute is read twice"
    )]
    [InlineData("descending=\"false\"", "descending=\"no\"", "The attribute descending is 'no'")]
    [InlineData("<filter type=\"and\">", "<filter type=\"xor\">", "Write and or or")]
    [InlineData("mapping=\"logical\"", "mapping=\"physical\"", "The attribute mapping is 'physical'")]
    [InlineData("<condition attribute=\"statecode\"", "<condition attribute=\"state\"", "pint_visit has no column state")]
    [InlineData(
        "<condition attribute=\"statecode\"",
        "<condition entityname=\"place\" attribute=\"statecode\"",
        "No link of this query has the alias place"
    )]
    [InlineData(
        "<condition attribute=\"statecode\"",
        "<condition entityname=\"site\" attribute=\"pint_amount\"",
        "pint_site has no column pint_amount"
    )]
    [InlineData("<link-entity name=\"pint_site\"", "<link-entity name=\"pint_place\"", "The table 'pint_place' does not exist")]
    [InlineData("from=\"pint_siteid\"", "from=\"pint_place\"", "pint_site has no column pint_place, which 'from' names")]
    [InlineData("to=\"pint_siteid\"", "to=\"pint_place\"", "pint_visit has no column pint_place, which 'to' names")]
    [InlineData("link-type=\"outer\"", "link-type=\"left\"", "The attribute link-type is 'left'")]
    [InlineData(
        "<attribute name=\"pint_name\" />\n          </link",
        "<attribute name=\"pint_title\" />\n          </link",
        "pint_site has no column pint_title"
    )]
    public void The_query_of_a_view(string text, string replacement, string words) => app.Breaks(Active, text, replacement, words);

    [Theory]
    [InlineData(Active, "operator=\"eq\"", "operator=\"equals\"", "The operator 'equals' does not exist")]
    [InlineData(Active, "operator=\"eq\"", "operator=\"EQ\"", "The operator 'EQ' does not exist")]
    [InlineData(Active, "operator=\"eq\"", "operator=\"null\"", "The operator null takes no value")]
    [InlineData(Active, "operator=\"eq\" value=\"0\"", "operator=\"eq\"", "The operator eq takes one value, and 0 are there")]
    [InlineData(Active, "operator=\"in\"", "operator=\"eq\"", "The operator eq takes one value, and 2 are there")]
    [InlineData(Active, "<value>723100001</value>", "<value>723100007</value>", "pint_kind of pint_visit has no value 723100007")]
    [InlineData(Active, "operator=\"eq\" value=\"0\"", "operator=\"eq\" value=\"2\"", "statecode of pint_visit has no value 2")]
    [InlineData(
        Active,
        "attribute=\"statecode\" operator=\"eq\" value=\"0\"",
        "attribute=\"pint_amount\" operator=\"gt\" value=\"much\"",
        "The value of pint_amount is 'much'"
    )]
    [InlineData(
        Active,
        "attribute=\"statecode\" operator=\"eq\" value=\"0\"",
        "attribute=\"pint_persons\" operator=\"gt\" value=\"1.5\"",
        "The value of pint_persons is '1.5'"
    )]
    [InlineData(
        Active,
        "attribute=\"statecode\" operator=\"eq\" value=\"0\"",
        "attribute=\"pint_siteid\" operator=\"eq\" value=\"Main\"",
        "Write a GUID"
    )]
    [InlineData(Mine, "operator=\"eq-userid\"", "operator=\"eq-user\"", "The operator 'eq-user' does not exist")]
    [InlineData(Mine, "value=\"30\"", "value=\"-1\"", "takes a whole number above zero")]
    public void Conditions(string file, string text, string replacement, string words) => app.Breaks(file, text, replacement, words);

    [Theory]
    [InlineData("operator=\"in\"", "operator=\"between\"")]
    [InlineData("operator=\"in\"", "operator=\"not-in\"")]
    [InlineData("operator=\"eq\" value=\"0\"", "operator=\"not-null\"")]
    [InlineData("<attribute name=\"createdon\" />", "<all-attributes />")]
    [InlineData("<condition attribute=\"statecode\"", "<condition entityname=\"site\" attribute=\"statecode\"")]
    public void What_else_a_query_may_say(string text, string replacement) => app.Allows(Active, text, replacement);

    [Theory]
    [InlineData(QuickFind, "<isquickfindquery>1", "<isquickfindquery>0", "Write 1 and 4 for a quick find view")]
    [InlineData(Active, "<isquickfindquery>0", "<isquickfindquery>1", "other views have neither")]
    [InlineData(QuickFind, " isquickfindfields=\"1\"", "", "A quick find view names the columns that it searches")]
    [InlineData(Mine, "<filter type=\"and\">", "<filter type=\"and\" isquickfindfields=\"1\">", "Only a quick find view (querytype 4)")]
    public void Quick_find(string file, string text, string replacement, string words) => app.Breaks(file, text, replacement, words);

    [Theory]
    [InlineData("Active Visits", "no default public view (querytype 0")]
    [InlineData("Visits Advanced Find", "no default advanced find view (querytype 1")]
    [InlineData("Visits Associated", "no default associated view (querytype 2")]
    [InlineData("Quick Find Active Visits", "no default quick find view (querytype 4")]
    [InlineData("Visits Lookup", "no default lookup view (querytype 64")]
    public void A_table_with_views_has_a_default_of_every_type(string view, string words)
    {
        using Sample sample = new(Sample.Visits);
        sample.Replace(view, "<isdefault>1", "<isdefault>0");
        Assert.Contains(sample.Verify(), finding => finding.Sentence.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_one_view_of_a_type_is_the_default() => app.Breaks(Mine, "<isdefault>0", "<isdefault>1", "is the default public view already");

    [Theory]
    [InlineData("aggregate=\"true\"", "aggregate=\"false\"", "A chart groups and adds up")]
    [InlineData("name=\"pint_amount\"", "name=\"pint_amounts\"", "pint_visit has no column pint_amounts")]
    [InlineData("aggregate=\"sum\"", "aggregate=\"total\"", "The attribute aggregate is 'total'")]
    [InlineData("groupby=\"true\" ", "", "either groupby or aggregate")]
    [InlineData("alias=\"total\"", "alias=\"kind\"", "The alias kind appears twice in this query")]
    [InlineData("<category alias=\"kind\">", "<category alias=\"kinds\">", "No attribute with groupby has the alias kinds")]
    [InlineData("<measure alias=\"total\" />", "<measure alias=\"sum\" />", "No attribute with aggregate has the alias sum")]
    [InlineData("<measure alias=\"total\" />", "<measures alias=\"total\" />", "Name it measure")]
    [InlineData("ChartType=\"Column\"", "ChartType=\"Columns\"", "The chart type 'Columns' does not exist")]
    [InlineData("<Series ChartType", "<Series ChartType=\"Line\" /><Series ChartType", "has 1 measure collections and draws 2 series")]
    [InlineData("<ChartAreas>", "<ChartArea>", "The element ChartAreas is missing")]
    [InlineData("<presentationdescription>", "<presentation>", "The element presentationdescription is missing")]
    [InlineData("<MajorGrid", "<MayorGrid", "Name it MajorGrid")]
    [InlineData("<isdefault>0", "<isdefault>no", "Write 0 or 1")]
    [InlineData("<entity name=\"pint_visit\">", "<entity name=\"pint_site\">", "The query reads 'pint_site', but belongs to pint_visit")]
    public void Charts(string text, string replacement, string words) => app.Breaks(Chart, text, replacement, words);
}
