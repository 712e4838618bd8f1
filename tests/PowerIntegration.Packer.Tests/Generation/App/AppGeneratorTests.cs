using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PowerIntegration.Packer.Generation.Output;
using Xunit;

namespace PowerIntegration.Packer.Tests.Generation.App;

public sealed class AppGeneratorTests
{
    private const string DateControl = "{5B773807-9FB2-42DB-97C3-7A91EFF8ADFF}";

    [Fact]
    public void A_form_has_a_control_by_the_type_of_each_column_and_its_label()
    {
        using SmallApp app = new();
        XElement cell = Cell(app.Made("pint_OracleTask/FormXml/main"), "pint_startdate");
        Assert.Equal("Start date", Label(cell));
        Assert.Equal(DateControl, (string?)cell.Element("control")!.Attribute("classid"));
    }

    [Fact]
    public void Where_the_product_writes_no_field_is_open_and_elsewhere_only_what_it_fills_in_is_closed()
    {
        using SmallApp app = new();
        XElement task = app.Made("pint_OracleTask/FormXml/main");
        Assert.All(task.Descendants("control").Where(control => control.Attribute("datafieldname") is not null), IsClosed);
        XElement rule = app.Made("pint_WbsMappingRule/FormXml/main");
        IsClosed(Cell(rule, "pint_costtype").Element("control")!);
        Assert.Null(Cell(rule, "pint_costcode").Element("control")!.Attribute("disabled"));
    }

    [Fact]
    public void Cells_fill_the_columns_of_a_section_and_a_grid_has_a_row_of_its_own()
    {
        using SmallApp app = new();
        XElement[] rows = [.. app.Made("pint_OracleTask/FormXml/main").Descendants("section").Single().Element("rows")!.Elements()];
        Assert.Equal([2, 1, 1], rows.Select(row => row.Elements().Count()));
        Assert.Equal("2", (string?)rows[2].Element("cell")!.Attribute("colspan"));
    }

    [Fact]
    public void A_grid_names_its_view_and_the_relationship_that_leads_to_the_form()
    {
        using SmallApp app = new();
        XElement parameters = app.Made("pint_OracleTask/FormXml/main").Descendants("parameters").Single();
        Assert.Equal("pint_oracletask_wbsmappingrule_oracletask", parameters.Element("RelationshipName")!.Value);
        Assert.Equal(IdOfView(app, "Drafts"), parameters.Element("ViewId")!.Value);
        Assert.Equal("5", parameters.Element("RecordsPerPage")!.Value);
    }

    [Fact]
    public void A_page_covers_the_rows_below_it_and_is_told_what_it_shows()
    {
        using SmallApp app = new();
        app.Write("web/html/task.html", "<!DOCTYPE html>");
        app.Replace(
            SmallApp.Task,
            "rows=\"5\" />",
            "rows=\"5\" /><page web=\"pint_/html/task.html\" label=\"Costs\" data=\"all\" rows=\"3\" />"
                + "<page web=\"pint_/html/task.html\" label=\"More\" />"
        );
        XElement form = app.Made("pint_OracleTask/FormXml/main");
        XElement control = form.Descendants("control").Single(control => (string?)control.Attribute("id") == "page_costs");
        Assert.Equal("{9FDF5F91-88B1-47F4-AD53-C11EFC01A01D}", (string?)control.Attribute("classid"));
        Assert.Equal(
            ["Url pint_/html/task.html", "Data all", "PassParameters true"],
            control.Element("parameters")!.Elements().Take(3).Select(one => $"{one.Name} {one.Value}")
        );
        Assert.Equal(app.Made("task.html.data.xml").Element("WebResourceId")!.Value, control.Element("parameters")!.Element("WebResourceId")!.Value);
        Assert.Equal(
            ("3", "2", "false"),
            (
                (string?)control.Parent!.Attribute("rowspan"),
                (string?)control.Parent.Attribute("colspan"),
                (string?)control.Parent.Attribute("showlabel")
            )
        );
        Assert.Equal("Costs", Label(control.Parent));
        Assert.Equal(
            [1, 0, 0, 1],
            control.Parent.Parent!.ElementsAfterSelf("row").Take(3).Prepend(control.Parent.Parent).Select(row => row.Elements().Count())
        );
        XElement other = form.Descendants("control").Single(control => (string?)control.Attribute("id") == "page_more");
        Assert.Null(other.Element("parameters")!.Element("Data"));
        Assert.Equal("12", (string?)other.Parent!.Attribute("rowspan"));
    }

    [Fact]
    public void A_quick_view_names_the_quick_form_of_the_table_that_its_lookup_leads_to()
    {
        using SmallApp app = new();
        XElement control = app.Made("pint_WbsMappingRule/FormXml/main")
            .Descendants("control")
            .Single(control => (string?)control.Attribute("id") == "quick_pint_oracletaskid");
        string id = app.Made("pint_OracleTask/FormXml/quick").Descendants("formid").Single().Value;
        Assert.Contains(
            $"<QuickFormId entityname=\"pint_oracletask\">{id.Trim('{', '}')}</QuickFormId>",
            control.Descendants("QuickForms").Single().Value,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_section_for_some_values_gets_a_rule_that_the_script_of_the_form_reads()
    {
        using SmallApp app = new();
        app.Write("web/js/forms.js", "var PowerIntegrationForms = (function () {\n  const declared = {};\n})();\n");
        app.Replace(SmallApp.Rule, "<section name=\"Procore code\">", "<section name=\"Procore code\" when=\"pint_rulestate\" is=\"Draft, Active\">");
        XElement form = app.Made("pint_WbsMappingRule/FormXml/main");
        XElement handler = form.Descendants("Handler").Single();
        Assert.Equal("onload", (string?)handler.Parent!.Parent!.Attribute("name"));
        Assert.Equal("pint_/js/forms.js", (string?)handler.Attribute("libraryName"));
        Assert.Equal("pint_/js/forms.js", (string?)form.Descendants("Library").Single().Attribute("name"));
        string script = app.MadeText("pint_/js/forms.js");
        string rules = script.Split("const declared = ")[1].Split(";\n}")[0];
        JsonNode rule = JsonNode.Parse(rules)!["pint_wbsmappingrule"]!.AsArray().Single()!;
        Assert.Equal("[723100000,723100001]", rule["values"]!.ToJsonString());
        Assert.Equal("[\"pint_costcode\",\"pint_costtype\"]", rule["fields"]!.ToJsonString());
        Assert.Contains(
            form.Descendants("section"),
            section =>
                (string?)section.Attribute("name") == rule["section"]!.ToString()
                && (string?)section.Ancestors("tab").First().Attribute("name") == rule["tab"]!.ToString()
        );
        Assert.Empty(app.Made("pint_OracleTask/FormXml/main").Descendants("events"));
    }

    [Fact]
    public void The_app_has_the_icon_that_it_names()
    {
        using SmallApp app = new();
        app.Write("web/svg/app.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" />");
        app.Replace(SmallApp.App, "label=\"Small\"", "label=\"Small\" icon=\"pint_/svg/app.svg\"");
        Assert.Equal(
            app.Made("pint_/svg/app.svg.data.xml").Element("WebResourceId")!.Value.Trim('{', '}'),
            app.Made("AppModules").Element("WebResourceId")!.Value
        );
    }

    [Fact]
    public void A_table_has_the_six_views_that_the_server_would_have_made_and_one_default_of_each_type()
    {
        using SmallApp app = new();
        XElement[] views = [.. Views(app, "pint_OracleTask")];
        Assert.Equal(
            [
                "0 0 Inactive Oracle tasks",
                "0 1 All Oracle tasks",
                "1 1 Find Oracle tasks",
                "2 1 Related Oracle tasks",
                "4 1 Search Oracle tasks",
                "64 1 Choose from Oracle tasks",
            ],
            views
                .Select(view => $"{view.Element("querytype")!.Value} {view.Element("isdefault")!.Value} {NameOf(view)}")
                .Order(StringComparer.Ordinal)
        );
        Assert.All(views, view => Assert.Equal("0", view.Element("CanBeDeleted")!.Value));
        XElement search = views.Single(view => view.Element("querytype")!.Value == "4");
        Assert.Equal(
            ["pint_name", "pint_tasknumber"],
            search.Descendants("filter").Single(filter => filter.Attribute("isquickfindfields") is not null).Elements().Select(AttributeName)
        );
    }

    [Fact]
    public void A_declared_default_takes_the_place_of_the_view_of_all_rows()
    {
        using SmallApp app = new();
        Assert.Equal(
            ["Drafts"],
            Views(app, "pint_WbsMappingRule")
                .Where(view => view.Element("querytype")!.Value == "0" && view.Element("isdefault")!.Value == "1")
                .Select(NameOf)
        );
    }

    [Fact]
    public void A_view_shows_the_name_first_joins_what_a_lookup_leads_to_and_sorts_as_declared()
    {
        using SmallApp app = new();
        XElement view = app.Made("pint_WbsMappingRule/SavedQueries", "\"Without a task\"");
        Assert.Equal(
            ["pint_name", "pint_costcode", "pint_oracletaskid.pint_tasknumber", "pint_rulestate"],
            view.Descendants("cell").Select(cell => (string)cell.Attribute("name")!)
        );
        XElement link = view.Descendants("link-entity").Single();
        Assert.Equal(
            ["pint_oracletask", "pint_oracletaskid", "pint_oracletaskid", "outer"],
            new[] { "name", "from", "to", "link-type" }.Select(part => (string)link.Attribute(part)!)
        );
        Assert.Equal("pint_costcode", AttributeName(view.Descendants("order").Single()));
        XElement all = app.Made("pint_OracleTask/SavedQueries", "\"All Oracle tasks\"");
        Assert.Equal("true", (string?)all.Descendants("order").Single().Attribute("descending"));
    }

    [Fact]
    public void A_condition_writes_a_choice_by_its_label_and_the_query_has_its_number()
    {
        using SmallApp app = new();
        XElement view = app.Made("pint_WbsMappingRule/SavedQueries", "\"Drafts\"");
        Assert.Equal("723100000", (string?)view.Descendants("condition").Single().Attribute("value"));
    }

    [Fact]
    public void Ids_come_from_names_and_a_renamed_view_keeps_its_id_by_was()
    {
        using SmallApp app = new();
        string before = IdOfView(app, "Without a task");
        Assert.Equal(before, IdOfView(app, "Without a task"));
        app.Replace(SmallApp.Rule, "<view name=\"Without a task\"", "<view name=\"To map\" was=\"Without a task\"");
        app.Replace(SmallApp.App, "view=\"Without a task\"", "view=\"To map\"");
        Assert.Equal(before, IdOfView(app, "To map"));
    }

    [Fact]
    public void A_chart_reads_what_it_draws_and_its_table_has_the_place_for_it()
    {
        using SmallApp app = new();
        XElement chart = app.Made("pint_WbsMappingRule/Visualizations");
        Assert.Equal(
            ["pint_rulestate true ", "pint_wbsmappingruleid  countcolumn"],
            chart
                .Descendants("attribute")
                .Select(read => $"{(string?)read.Attribute("name")} {(string?)read.Attribute("groupby")} {(string?)read.Attribute("aggregate")}")
        );
        Assert.NotNull(app.Made("pint_WbsMappingRule/Entity.xml").Element("Visualizations"));
        app.Replace(SmallApp.Rule, "<chart name=\"Rules by state\" type=\"Column\" by=\"pint_rulestate\" />", "");
        app.Replace(SmallApp.App, "<chart table=\"pint_wbsmappingrule\" view=\"Drafts\" name=\"Rules by state\" />", "");
        Assert.Null(app.Made("pint_WbsMappingRule/Entity.xml").Element("Visualizations"));
    }

    [Fact]
    public void The_map_opens_tables_lists_and_dashboards_in_the_order_of_the_declaration()
    {
        using SmallApp app = new();
        XElement map = app.Made("AppModuleSiteMap.xml");
        string view = IdOfView(app, "Without a task");
        string dashboard = app.Made("Dashboards/").Element("FormId")!.Value;
        Assert.Equal(
            [
                "WBS mapping rules pint_wbsmappingrule",
                $"To map /main.aspx?pagetype=entitylist&etn=pint_wbsmappingrule&viewid={view}&viewtype=1039",
                $"Today /main.aspx?pagetype=dashboard&id={dashboard}",
                "Tasks pint_oracletask",
            ],
            map.Descendants("SubArea").Select(entry => $"{Title(entry)} {(string?)entry.Attribute("Entity")}{(string?)entry.Attribute("Url")}")
        );
        Assert.Equal(["Mapping", "Oracle"], map.Descendants("Group").Select(Title));
    }

    [Fact]
    public void The_app_holds_its_tables_dashboards_and_roles_and_the_manifest_lists_it()
    {
        using SmallApp app = new();
        XElement module = app.Made("AppModule.xml");
        string dashboard = app.Made("Dashboards/").Element("FormId")!.Value;
        Assert.Equal(
            ["1 pint_oracletask", "1 pint_wbsmappingrule", $"60 {dashboard}", "62 pint_small"],
            module
                .Descendants("AppModuleComponent")
                .Select(part => $"{(string?)part.Attribute("type")} {(string?)part.Attribute("schemaName")}{(string?)part.Attribute("id")}")
        );
        Assert.Equal("{0b0d60fd-6a57-5be0-93bd-12da80abf96b}", (string?)module.Descendants("Role").First().Attribute("id"));
        string[] types = [.. app.Made("Other/Solution.xml").Descendants("RootComponent").Select(line => (string)line.Attribute("type")!)];
        Assert.Equal([.. types.OrderBy(int.Parse)], types);
        Assert.Equal(1, types.Count(type => type == "60"));
        Assert.Equal(1, types.Count(type => type == "62"));
        Assert.Equal(1, types.Count(type => type == "80"));
    }

    [Fact]
    public void A_tile_is_as_high_as_the_rows_that_follow_it_and_two_of_them_share_the_width()
    {
        using SmallApp app = new();
        XElement section = app.Made("Dashboards/").Descendants("section").Single();
        Assert.Equal("11", (string?)section.Attribute("columns"));
        Assert.Equal(
            section.Descendants("row").Count().ToString(CultureInfo.InvariantCulture),
            (string?)section.Descendants("cell").First().Attribute("rowspan")
        );
        Assert.Equal(["Chart", "Grid"], section.Descendants("ChartGridMode").Select(mode => mode.Value));
        Assert.Equal(["Rules by state", "Drafts"], section.Descendants("cell").Select(Label));
        app.Replace(SmallApp.App, "<list table=\"pint_wbsmappingrule\" />", "<list table=\"pint_wbsmappingrule\" label=\"To review\" />");
        Assert.Equal("To review", Label(app.Made("Dashboards/").Descendants("cell").Last()));
    }

    [Fact]
    public void What_the_server_fills_in_is_closed_a_label_may_be_given_and_a_column_that_is_shown_twice_has_two_controls()
    {
        using SmallApp app = new();
        app.Replace(
            SmallApp.Rule,
            "<fields>pint_costcode pint_costtype</fields>",
            "<fields>createdon pint_costcode pint_costtype</fields><field name=\"pint_costcode\" label=\"Again\" wide=\"true\" />"
        );
        XElement form = app.Made("pint_WbsMappingRule/FormXml/main");
        IsClosed(Cell(form, "createdon").Element("control")!);
        Assert.Equal("Created on", Label(Cell(form, "createdon")));
        XElement second = Cell(form, "pint_costcode1");
        Assert.Equal("Again", Label(second));
        Assert.Equal("2", (string?)second.Attribute("colspan"));
        Assert.Equal("pint_costcode", (string?)second.Element("control")!.Attribute("datafieldname"));
    }

    [Fact]
    public void The_header_has_controls_of_its_own_and_the_tabs_of_a_part_follow_those_of_the_table()
    {
        using SmallApp app = new();
        XElement form = app.Made("pint_WbsMappingRule/FormXml/main");
        Assert.Equal(
            ["header_pint_rulestate"],
            form.Descendants("header").Descendants("control").Select(control => (string)control.Attribute("id")!)
        );
        Assert.Equal(["Rule", "Version"], form.Descendants("tab").Select(Label));
        Assert.Equal(["Procore code", "Oracle", "State"], form.Descendants("section").Select(Label));
    }

    [Fact]
    public void A_tab_may_be_collapsed_and_have_columns_and_a_section_of_one_column_puts_each_field_on_a_row()
    {
        using SmallApp app = new();
        app.Replace(
            SmallApp.Rule,
            "<tab name=\"Rule\">",
            """
            <tab name="More" collapsed="true">
              <column width="30"><section columns="1"><fields>pint_validfrom pint_validto</fields></section></column>
              <column width="70"><section><fields>pint_projectid</fields></section></column>
            </tab>
            <tab name="Rule">
            """
        );
        XElement tab = app.Made("pint_WbsMappingRule/FormXml/main").Descendants("tab").First();
        Assert.Equal("false", (string?)tab.Attribute("expanded"));
        Assert.Equal(["30%", "70%"], tab.Descendants("column").Select(column => (string)column.Attribute("width")!));
        Assert.Equal(2, tab.Descendants("section").First().Descendants("row").Count());
    }

    [Fact]
    public void A_chart_adds_up_a_column_by_month_or_counts_the_largest()
    {
        using SmallApp app = new();
        app.Replace(
            SmallApp.Task,
            "<form>",
            """
            <chart name="By month" type="Line" by="pint_startdate" per="month" />
            <chart name="Largest" type="Bar" by="pint_tasknumber" sum="importsequencenumber" top="3" />
            <form>
            """
        );
        XElement months = app.Made("pint_OracleTask/Visualizations", "\"By month\"");
        Assert.Equal("month", (string?)months.Descendants("attribute").First().Attribute("dategrouping"));
        // A line goes from left to right in time.
        Assert.Equal(
            (string?)months.Descendants("attribute").First().Attribute("alias"),
            (string?)months.Descendants("order").Single().Attribute("alias")
        );
        Assert.Equal("Line", (string?)months.Descendants("Series").Last().Attribute("ChartType"));
        XElement largest = app.Made("pint_OracleTask/Visualizations", "\"Largest\"");
        Assert.Equal("3", (string?)largest.Descendants("fetch").Single().Attribute("count"));
        XElement sum = largest.Descendants("attribute").Last();
        Assert.Equal("importsequencenumber sum", $"{(string?)sum.Attribute("name")} {(string?)sum.Attribute("aggregate")}");
        Assert.Equal("true", (string?)largest.Descendants("order").Single().Attribute("descending"));
    }

    [Fact]
    public void A_condition_may_name_a_lookup_and_one_that_is_joined_already_is_joined_once()
    {
        using SmallApp app = new();
        app.Replace(
            SmallApp.Rule,
            "<condition attribute=\"pint_oracletaskid\" operator=\"null\" />",
            """
            <condition entityname="pint_projectid" attribute="pint_rulestate" operator="eq" value="Active" />
            <condition entityname="pint_oracletaskid" attribute="pint_chargeable" operator="eq" value="1" />
            """
        );
        XElement view = app.Made("pint_WbsMappingRule/SavedQueries", "\"Without a task\"");
        Assert.Equal(
            ["pint_oracletaskid", "pint_projectid"],
            view.Descendants("link-entity").Select(link => (string)link.Attribute("alias")!).Order()
        );
        Assert.Equal("723100001", (string?)view.Descendants("condition").First().Attribute("value"));
    }

    [Fact]
    public void A_table_that_is_joined_to_filter_is_written_as_declared()
    {
        using SmallApp app = new();
        app.Replace(
            SmallApp.Task,
            "<form>",
            """
            <view name="Unused">
              <filter><condition entityname="rule" attribute="pint_wbsmappingruleid" operator="null" /></filter>
              <link-entity name="pint_wbsmappingrule" from="pint_oracletaskid" to="pint_oracletaskid" link-type="outer" alias="rule">
                <filter><condition attribute="pint_rulestate" operator="in"><value>Draft</value><value>Active</value></condition></filter>
              </link-entity>
            </view>
            <form>
            """
        );
        XElement view = app.Made("pint_OracleTask/SavedQueries", "\"Unused\"");
        Assert.Equal("rule", (string?)view.Descendants("link-entity").Single().Attribute("alias"));
        Assert.Equal(["723100000", "723100001"], view.Descendants("value").Select(value => value.Value));
    }

    [Fact]
    public void What_was_written_is_found_current_and_a_view_that_is_no_longer_declared_is_deleted()
    {
        using SmallApp app = new();
        app.Generate().Write(app.Root);
        Assert.Empty(app.Generate().Differences(app.Root));
        app.Replace(SmallApp.Rule, "<view name=\"Without a task\"", "<view name=\"To map\"");
        app.Replace(SmallApp.App, "view=\"Without a task\"", "view=\"To map\"");
        GeneratedFiles changed = app.Generate();
        Assert.Contains(
            changed.Differences(app.Root),
            difference => difference.Sentence.StartsWith("Its source no longer exists", StringComparison.Ordinal)
        );
        Assert.Contains(
            changed.Write(app.Root),
            line => line.StartsWith("deleted solution/core/Entities/pint_WbsMappingRule/SavedQueries/", StringComparison.Ordinal)
        );
        Assert.Empty(app.Generate().Differences(app.Root));
    }

    [Fact]
    public void A_generated_file_that_is_broken_is_written_again()
    {
        using SmallApp app = new();
        app.Generate().Write(app.Root);
        string map = Path.Combine(app.Root, "solution/core/AppModuleSiteMaps/pint_small/AppModuleSiteMap.xml");
        File.WriteAllText(map, "<AppModuleSiteMap>");
        Assert.Single(app.Generate().Write(app.Root));
        Assert.Empty(app.Generate().Differences(app.Root));
    }

    private static void IsClosed(XElement control) => Assert.Equal("true", (string?)control.Attribute("disabled"));

    private static XElement Cell(XElement form, string control) =>
        form.Descendants("cell").First(cell => (string?)cell.Element("control")?.Attribute("id") == control);

    private static string Label(XElement part) => (string)part.Element("labels")!.Element("label")!.Attribute("description")!;

    private static string Title(XElement entry) => (string)entry.Element("Titles")!.Element("Title")!.Attribute("Title")!;

    private static string AttributeName(XElement part) => (string)part.Attribute("attribute")!;

    private static string NameOf(XElement view) => (string)view.Descendants("LocalizedName").Single().Attribute("description")!;

    private static IEnumerable<XElement> Views(SmallApp app, string table) =>
        app.Generate()
            .Files.Where(file => file.Path.Contains($"{table}/SavedQueries", StringComparison.Ordinal))
            .Select(file => XElement.Parse(Encoding.UTF8.GetString(file.Content)).Element("savedquery")!);

    private static string IdOfView(SmallApp app, string name) =>
        Views(app, "pint_WbsMappingRule").Single(view => NameOf(view) == name).Element("savedqueryid")!.Value;
}
