using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using Xunit;

namespace PowerIntegration.Packer.Tests.Generation.App;

/// <summary>What is made of declared commands: a ribbon for each table, and the list that the script reads.</summary>
public sealed class CommandGeneratorTests
{
    private const string Ribbon = "pint_WbsMappingRule/RibbonDiff.xml";

    [Fact]
    public void A_button_calls_the_script_with_what_its_place_gives_and_the_name_of_its_command()
    {
        using SmallApp app = SmallCommands.Create();
        XElement ribbon = app.Made(Ribbon);
        Assert.Equal(["onForm: PrimaryControl, pint_wbsmappingrule/activate"], Calls(ribbon, "pint_wbsmappingrule.activate.Form.Command"));
        Assert.Equal(
            ["onList: SelectedControl, SelectedControlSelectedItemIds, pint_wbsmappingrule/activate"],
            Calls(ribbon, "pint_wbsmappingrule.activate.List.Command")
        );
        Assert.Equal(
            [
                "Form Activate 200",
                "HomepageGrid Activate 200",
                "Form Edit codes 210",
                "HomepageGrid Ask why 210",
                "Form End 220",
                "HomepageGrid Copy 220",
            ],
            ribbon
                .Descendants("CustomAction")
                .Select(action =>
                    $"{((string)action.Attribute("Location")!).Split('.')[1]} "
                    + $"{Text(ribbon, action.Descendants().Skip(1).First(), "LabelText")} {(string)action.Attribute("Sequence")!}"
                )
                .Order(StringComparer.Ordinal)
                .OrderBy(line => line.Split(' ')[^1])
        );
        Assert.Equal("Activates the draft.", Text(ribbon, ribbon.Descendants("Button").First(), "ToolTipDescription"));
    }

    [Fact]
    public void A_button_is_for_whoever_holds_the_privilege_of_its_custom_api_or_the_one_that_is_declared()
    {
        using SmallApp app = SmallCommands.Create();
        XElement ribbon = app.Made(Ribbon);
        Assert.Equal("Create pint_versiongate Global", Privilege(ribbon, "pint_wbsmappingrule.activate.Form.Command"));
        Assert.Equal("Append pint_versiongate Global", Privilege(ribbon, "pint_wbsmappingrule.end.Form.Command"));
        Assert.Equal("Create pint_reviewgate Global", Privilege(ribbon, "pint_wbsmappingrule.ask-why.List.Command"));
        Assert.Equal("Create pint_wbsmappingrule Global", Privilege(ribbon, "pint_wbsmappingrule.copy.List.Command"));
    }

    [Fact]
    public void Above_a_form_a_button_needs_a_saved_record_with_one_of_its_values()
    {
        using SmallApp app = SmallCommands.Create();
        XElement ribbon = app.Made(Ribbon);
        XElement[] rules = Rules(ribbon, "pint_wbsmappingrule.activate.Form.Command");
        Assert.Equal("pint_rulestate=723100000", Values(rules[0]));
        Assert.Equal("Existing", (string?)Assert.Single(rules[1].Elements("FormStateRule")).Attribute("State"));
        Assert.Equal("pint_rulestate=723100001 or pint_rulestate=723100002", Values(Rules(ribbon, "pint_wbsmappingrule.end.Form.Command")[0]));
    }

    [Theory]
    [InlineData("", "1 1")]
    [InlineData(" rows=\"one\"", "1 1")]
    [InlineData(" rows=\"many\"", "1 ")]
    [InlineData(" rows=\"none\"", " 0")]
    public void Above_a_list_a_button_needs_as_many_selected_rows_as_declared(string declared, string range)
    {
        using SmallApp app = SmallCommands.Create();
        app.Replace(SmallApp.Rule, "label=\"Ask why\" on=\"list\"", "label=\"Ask why\" on=\"list\"" + declared);
        XElement ribbon = app.Made(Ribbon);
        XElement rule = Assert.Single(Rules(ribbon, "pint_wbsmappingrule.ask-why.List.Command")).Elements().Single();
        Assert.Equal("SelectionCountRule", rule.Name);
        Assert.Equal(range, $"{(string?)rule.Attribute("Minimum")} {(string?)rule.Attribute("Maximum")}");
    }

    [Fact]
    public void A_menu_holds_its_buttons_in_their_order()
    {
        using SmallApp app = SmallCommands.Create();
        XElement menu = Assert.Single(app.Made(Ribbon).Descendants("FlyoutAnchor"));
        Assert.Equal("false", (string?)menu.Attribute("PopulateDynamically"));
        Assert.Equal(
            ["pint_wbsmappingrule.request-end.Form.Button 10", "pint_wbsmappingrule.confirm-end.Form.Button 20"],
            menu.Descendants("Button").Select(button => $"{(string?)button.Attribute("Id")} {(string?)button.Attribute("Sequence")}")
        );
    }

    [Fact]
    public void The_script_reads_what_a_command_asks_calls_and_takes_for_success()
    {
        using SmallApp app = SmallCommands.Create();
        JsonNode list = List(app);
        AssertJson(
            """
            {"label":"Activate","table":"pint_wbsmappingrule","api":"pint_Activate",
             "types":{"ContentHash":"Edm.String","RowId":"Edm.Guid","Table":"Edm.String"},
             "inputs":[{"name":"Table","from":"table"},{"name":"RowId","from":"row"}],
             "done":{"output":"State","values":["Activated"]},
             "review":{"input":"ContentHash","shown":{"output":"State","values":["Shown"]},"title":"Activate?","button":"Activate"}}
            """,
            list["pint_wbsmappingrule/activate"]
        );
        AssertJson(
            """
            {"title":"Request end","button":"Request","fields":[
             {"input":"ValidTo","type":"date","label":"Last day"},{"input":"Reason","type":"lines","label":"Reason","required":true}]}
            """,
            list["pint_wbsmappingrule/request-end"]!["ask"]
        );
    }

    [Fact]
    public void A_column_is_read_by_the_name_that_the_web_api_has_for_it_and_through_a_lookup()
    {
        using SmallApp app = SmallCommands.Create();
        JsonNode list = List(app);
        AssertJson(
            """
            [{"name":"ProjectId","column":{"wire":"_pint_projectid_value","label":"Project"}},
             {"name":"CostCode","column":{"wire":"pint_costcode","label":"Cost code"},"optional":true},
             {"name":"AsOf","column":{"wire":"pint_startdate","label":"Start date","through":"pint_OracleTaskId"}}]
            """,
            list["pint_wbsmappingrule/ask-why"]!["inputs"]
        );
        AssertJson(
            """
            {"table":"pint_wbsmappingrule","values":[
             {"name":"pint_projectid","column":{"wire":"_pint_projectid_value","label":"Project"},"lookup":true},
             {"name":"pint_costtype","value":"SUB"}]}
            """,
            list["pint_wbsmappingrule/copy"]!["open"]
        );
    }

    [Fact]
    public void A_list_has_the_columns_of_its_rows_what_is_offered_for_them_and_the_column_that_it_writes()
    {
        using SmallApp app = SmallCommands.Create();
        JsonNode command = List(app)["pint_wbsmappingrule/edit-codes"]!;
        AssertJson("""{"done":"Saved."}""", command["write"]);
        AssertJson(
            """
            [{"input":"pint_costcode","type":"list","label":"Codes","each":"code","separator":"|","columns":[
              {"name":"code","type":"text","label":"Code","table":"pint_oracletask","same":{"wire":"_pint_projectid_value","label":"Project"},
               "pick":"pint_tasknumber","show":[{"wire":"pint_name","label":"Name"}],"required":true,"key":"pint_oracletaskid"},
              {"name":"rate","type":"rate","label":"Rate"}],
              "column":{"wire":"pint_costcode","label":"Cost code"}}]
            """,
            command["ask"]!["fields"]
        );
    }

    [Fact]
    public void What_is_written_for_browsers_becomes_web_resources_of_the_manifest()
    {
        using SmallApp app = SmallCommands.Create();
        XElement page = app.Made("pint_/html/ask.html.data.xml");
        Assert.Equal("1", page.Element("WebResourceType")!.Value);
        Assert.Equal("pint_/html/ask.html", page.Element("Name")!.Value);
        string id = page.Element("WebResourceId")!.Value.Trim('{', '}').ToUpperInvariant();
        Assert.Equal("/WebResources/pint_htmlaskhtml" + id, page.Element("FileName")!.Value);
        Assert.Equal("3", app.Made("pint_/js/commands.js.data.xml").Element("WebResourceType")!.Value);
        Assert.Equal(
            ["pint_/html/ask.html", "pint_/js/commands.js"],
            app.Made("Other/Solution.xml")
                .Descendants("RootComponent")
                .Where(line => (string?)line.Attribute("type") == "61")
                .Select(line => (string?)line.Attribute("schemaName"))
        );
    }

    [Fact]
    public void A_ribbon_whose_table_has_no_commands_is_deleted()
    {
        using SmallApp app = SmallCommands.Create();
        app.Generate().Write(app.Root);
        Assert.Empty(app.Generate().Differences(app.Root));
        string ribbon = Path.Combine(app.Root, "solution/core/Entities/pint_OracleTask/RibbonDiff.xml");
        File.WriteAllText(ribbon, "<RibbonDiffXml />");
        string script = Path.Combine(app.Root, "solution/core/WebResources/pint_/js/old.js");
        File.WriteAllText(script, "");
        Assert.Equal(
            ["solution/core/Entities/pint_OracleTask/RibbonDiff.xml", "solution/core/WebResources/pint_/js/old.js"],
            app.Generate().Differences(app.Root).Select(finding => finding.File).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_script_without_the_place_for_the_list_is_refused()
    {
        using SmallApp app = SmallCommands.Create();
        app.Write(SmallCommands.Script, "var PowerIntegration = {};\n");
        Finding refusal = Assert.Single(app.Refusals());
        Assert.Equal("solution/app/web/js/commands.js", refusal.File);
        Assert.Contains("must be there once", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_without_their_script_are_refused_and_so_is_a_file_of_another_kind()
    {
        using SmallApp app = SmallCommands.Create();
        app.Delete(SmallCommands.Script);
        app.Write("web/notes.txt", "x");
        Assert.Equal(
            ["solution/app/web/js/commands.js: It is missing.", "solution/app/web/notes.txt: It is not a page"],
            app.Refusals()
                .Select(refusal => $"{refusal.File}: {refusal.Sentence}")
                .Select(line => line[..line.IndexOfAny(['.', ','], line.IndexOf(": ", StringComparison.Ordinal))])
                .Select(line => line.EndsWith("missing", StringComparison.Ordinal) ? line + "." : line)
                .Order(StringComparer.Ordinal)
        );
    }

    private static string[] Calls(XElement ribbon, string command) =>
        [
            .. ribbon
                .Descendants("CommandDefinition")
                .Single(found => (string?)found.Attribute("Id") == command)
                .Descendants("JavaScriptFunction")
                .Select(function =>
                {
                    Assert.Equal("$webresource:pint_/js/commands.js", (string?)function.Attribute("Library"));
                    string parameters = string.Join(", ", function.Elements().Select(parameter => (string?)parameter.Attribute("Value")));
                    return $"{((string)function.Attribute("FunctionName")!).Split('.')[^1]}: {parameters}";
                }),
        ];

    private static string Privilege(XElement ribbon, string command)
    {
        string id = (string)
            ribbon
                .Descendants("CommandDefinition")
                .Single(found => (string?)found.Attribute("Id") == command)
                .Element("DisplayRules")!
                .Elements()
                .Single()
                .Attribute("Id")!;
        XElement rule = ribbon
            .Element("RuleDefinitions")!
            .Element("DisplayRules")!
            .Elements()
            .Single(found => (string?)found.Attribute("Id") == id)
            .Elements()
            .Single();
        return $"{(string?)rule.Attribute("PrivilegeType")} {(string?)rule.Attribute("EntityName")} {(string?)rule.Attribute("PrivilegeDepth")}";
    }

    private static XElement[] Rules(XElement ribbon, string command)
    {
        XElement[] defined = [.. ribbon.Element("RuleDefinitions")!.Element("EnableRules")!.Elements()];
        return
        [
            .. ribbon
                .Descendants("CommandDefinition")
                .Single(found => (string?)found.Attribute("Id") == command)
                .Element("EnableRules")!
                .Elements()
                .Select(named => defined.Single(rule => (string?)rule.Attribute("Id") == (string?)named.Attribute("Id"))),
        ];
    }

    private static string Values(XElement rule) =>
        string.Join(
            " or ",
            rule.Descendants("ValueRule").Select(value => $"{(string?)value.Attribute("Field")}={(string?)value.Attribute("Value")}")
        );

    private static string Text(XElement ribbon, XElement control, string attribute)
    {
        string id = ((string)control.Attribute(attribute)!)["$LocLabels:".Length..];
        return (string)
            ribbon
                .Descendants("LocLabel")
                .Single(label => (string?)label.Attribute("Id") == id)
                .Descendants("Title")
                .Single()
                .Attribute("description")!;
    }

    private static JsonNode List(SmallApp app)
    {
        string script = app.MadeText("pint_/js/commands.js");
        int start = script.IndexOf("const declared = ", StringComparison.Ordinal) + "const declared = ".Length;
        return JsonNode.Parse(script[start..script.LastIndexOf(';', script.LastIndexOf("})", StringComparison.Ordinal))])!;
    }

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
}
