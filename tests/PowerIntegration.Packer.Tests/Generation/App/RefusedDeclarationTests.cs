using PowerIntegration.Packer.Findings;
using Xunit;

namespace PowerIntegration.Packer.Tests.Generation.App;

/// <summary>A declaration that names what there is not is refused: file, line and what to do.</summary>
public sealed class RefusedDeclarationTests
{
    [Theory]
    [InlineData(SmallApp.Task, "pint_startdate", "pint_startdata", 7, "pint_oracletask has no column 'pint_startdata'. Name it pint_startdate.")]
    [InlineData(
        SmallApp.Task,
        "<columns>pint_tasknumber",
        "<columns>pint_number",
        2,
        "pint_oracletask has no column 'pint_number'. Name a column of the table."
    )]
    [InlineData(SmallApp.Task, "<find>pint_tasknumber", "<find>pint_chargeable", 3, "is not a text, and the search box compares texts")]
    [InlineData(SmallApp.Task, "order=\"pint_tasknumber desc\"", "order=\"pint_tasks desc\"", 1, "pint_oracletask has no column 'pint_tasks'")]
    [InlineData(
        SmallApp.Task,
        "table=\"pint_wbsmappingrule\"",
        "table=\"pint_wbsmappingrules\"",
        8,
        "The table 'pint_wbsmappingrules' does not exist. Name it pint_wbsmappingrule."
    )]
    [InlineData(
        SmallApp.Task,
        "table=\"pint_wbsmappingrule\"",
        "table=\"pint_project\"",
        8,
        "The app does not declare pint_project. Add the file solution/app/pint_project.xml"
    )]
    [InlineData(SmallApp.Rule, "name=\"Procore code\"", "name=\"A\" when=\"pint_rulestat\" is=\"Draft\"", 0, "no column 'pint_rulestat'")]
    [InlineData(SmallApp.Rule, "name=\"Procore code\"", "name=\"A\" when=\"pint_costcode\" is=\"Draft\"", 0, "pint_costcode is not a choice.")]
    [InlineData(SmallApp.Rule, "name=\"Procore code\"", "name=\"A\" when=\"pint_rulestate\"", 0, "The attribute 'is' is missing")]
    [InlineData(SmallApp.Rule, "name=\"Procore code\"", "name=\"A\" when=\"pint_rulestate\" is=\"Drawn\"", 0, "has no value 'Drawn'")]
    [InlineData(SmallApp.Rule, "name=\"Procore code\"", "name=\"A\" when=\"pint_rulestate\" is=\"Draft\"", 0, "js/forms.js")]
    [InlineData(SmallApp.App, "label=\"Small\"", "label=\"Small\" icon=\"pint_/svg/no.svg\"", 0, "is not a vector picture")]
    [InlineData(SmallApp.Task, "view=\"Drafts\"", "view=\"Draft\"", 8, "pint_wbsmappingrule has no view 'Draft'. Name it Drafts.")]
    [InlineData(
        SmallApp.Task,
        "rows=\"5\"",
        "rows=\"5\" by=\"pint_projectid\"",
        8,
        "Write in the attribute 'by' which lookup of pint_wbsmappingrule leads to pint_oracletask: pint_oracletaskid."
    )]
    [InlineData(
        SmallApp.Task,
        "rows=\"5\" />",
        "rows=\"5\" /><page web=\"pint_/html/task.html\" label=\"Costs\" />",
        8,
        "No page named 'pint_/html/task.html' is in solution/app/web. Name a page, which ends in .html."
    )]
    [InlineData(
        SmallApp.Task,
        "<grid ",
        "<page web=\"pint_/html/task.html\" rows=\"1\" label=\"Costs\" /><grid ",
        8,
        "Write a whole number from 2 to 100"
    )]
    [InlineData(SmallApp.Task, "rows=\"5\"", "rows=\"none\"", 8, "The attribute rows is 'none'. Write a whole number from 1 to 250.")]
    [InlineData(SmallApp.Task, "<tab name=\"Task\">", "<tabs name=\"Task\">", 0, "line 10: The file is not well-formed XML")]
    [InlineData(
        SmallApp.Task,
        "<find>pint_tasknumber</find>",
        "<finds>pint_tasknumber</finds>",
        3,
        "The element 'finds' is not supported here. Name it find."
    )]
    [InlineData(
        SmallApp.Task,
        "name=\"pint_oracletask\"",
        "name=\"pint_task\"",
        1,
        "The file is named after the table pint_oracletask, and declares pint_task"
    )]
    [InlineData(
        SmallApp.Task,
        "<fields>pint_tasknumber pint_chargeable",
        "<fields>pint_oracletaskid",
        7,
        "is of type primarykey, and a form has no field for it"
    )]
    [InlineData(SmallApp.Rule, "part=\"version\"", "part=\"versions\"", 2, "solution/app/parts.xml has no part 'versions'")]
    [InlineData(SmallApp.Rule, "pint_oracletaskid.pint_tasknumber", "pint_oracletaskid.pint_task", 3, "pint_oracletask has no column 'pint_task'")]
    [InlineData(
        SmallApp.Rule,
        "pint_oracletaskid.pint_tasknumber",
        "pint_costcode.pint_tasknumber",
        3,
        "pint_costcode of pint_wbsmappingrule is not a lookup of a table of solution/core"
    )]
    [InlineData(SmallApp.Rule, "<readonly>pint_costtype", "<readonly>pint_cost", 4, "pint_wbsmappingrule has no column 'pint_cost'")]
    [InlineData(
        SmallApp.Rule,
        "<view name=\"Without a task\"",
        "<view name=\"Drafts\"",
        5,
        "pint_wbsmappingrule has two views named 'Drafts'. Give one another name."
    )]
    [InlineData(
        SmallApp.Rule,
        "<view name=\"Without a task\"",
        "<view default=\"true\" name=\"Without a task\"",
        0,
        "Another view of the table is the default already"
    )]
    [InlineData(SmallApp.Rule, "operator=\"null\"", "operator=\"nil\"", 7, "The operator 'nil' does not exist")]
    [InlineData(SmallApp.Rule, "attribute=\"pint_oracletaskid\"", "attribute=\"pint_task\"", 7, "pint_wbsmappingrule has no column pint_task")]
    [InlineData(
        SmallApp.Rule,
        "attribute=\"pint_oracletaskid\"",
        "entityname=\"pint_task\" attribute=\"pint_name\"",
        7,
        "No link of this query has the alias pint_task"
    )]
    [InlineData(SmallApp.Rule, "<condition attribute", "<conditions attribute", 7, "The element 'conditions' is not supported here")]
    [InlineData(SmallApp.Rule, "type=\"Column\"", "type=\"Columns\"", 10, "The attribute type is 'Columns'")]
    [InlineData(SmallApp.Rule, "by=\"pint_rulestate\"", "by=\"pint_state\"", 10, "pint_wbsmappingrule has no column 'pint_state'")]
    [InlineData(
        SmallApp.Rule,
        "by=\"pint_rulestate\"",
        "by=\"pint_rulestate\" sum=\"pint_costcode\"",
        10,
        "is of type nvarchar, and a chart adds up numbers"
    )]
    [InlineData(
        SmallApp.Rule,
        "by=\"pint_rulestate\"",
        "by=\"pint_rulestate\" per=\"month\"",
        10,
        "pint_rulestate of pint_wbsmappingrule is not a date"
    )]
    [InlineData(
        SmallApp.Rule,
        "<chart ",
        "<chart name=\"Rules by state\" type=\"Bar\" by=\"pint_costcode\" /><chart ",
        10,
        "pint_wbsmappingrule has two charts named 'Rules by state'"
    )]
    [InlineData(SmallApp.Rule, "<header>pint_rulestate", "<header>pint_state", 12, "pint_wbsmappingrule has no column 'pint_state'")]
    [InlineData(SmallApp.Rule, "of=\"pint_oracletaskid\"", "of=\"pint_projectid\"", 18, "The app does not declare pint_project")]
    [InlineData(SmallApp.Rule, "<tab name=\"Rule\">", "<tab name=\"Version\">", 0, "The form has two tabs named 'Version'")]
    [InlineData(
        SmallApp.Parts,
        "value=\"Draft\"",
        "value=\"Drafted\"",
        6,
        "pint_rulestate has no value 'Drafted'. Write one of Draft, Active, Superseded."
    )]
    [InlineData(SmallApp.Parts, "pint_activatedby", "pint_activator", 10, "pint_wbsmappingrule has no column 'pint_activator'")]
    [InlineData(SmallApp.App, "PowerIntegration Controller", "PowerIntegration Controllers", 2, "No role is named 'PowerIntegration Controllers'")]
    [InlineData(
        SmallApp.App,
        "<table name=\"pint_oracletask\"",
        "<table name=\"pint_oracletasks\"",
        7,
        "The table 'pint_oracletasks' does not exist. Name it pint_oracletask."
    )]
    [InlineData(SmallApp.App, "view=\"Without a task\"", "view=\"Without tasks\"", 5, "pint_wbsmappingrule has no view 'Without tasks'")]
    [InlineData(SmallApp.App, "<open dashboard=\"Today\"", "<open dashboard=\"Tomorrow\"", 6, "No dashboard is named 'Tomorrow'")]
    [InlineData(SmallApp.App, "name=\"Rules by state\"", "name=\"Rules\"", 11, "pint_wbsmappingrule has no chart 'Rules'")]
    [InlineData(
        SmallApp.App,
        "<list table=\"pint_wbsmappingrule\" view",
        "<table name=\"pint_wbsmappingrule\" /><list table=\"pint_wbsmappingrule\" view",
        5,
        "'pint_wbsmappingrule' is there twice"
    )]
    public void A_fault_is_named_with_its_line(string file, string text, string replacement, int line, string words)
    {
        using SmallApp app = new();
        app.Replace(file, text, replacement);
        IReadOnlyList<Finding> refusals = app.Refusals();
        Assert.True(
            refusals.Any(refusal =>
                refusal.ToString().Contains(words, StringComparison.Ordinal)
                && refusal.ToString().StartsWith("solution/app/", StringComparison.Ordinal)
                && (line == 0 || refusal.Element.EndsWith($"(line {line})", StringComparison.Ordinal))
            ),
            string.Join('\n', refusals)
        );
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        using SmallApp app = new();
        app.Replace(SmallApp.Task, "<find>pint_tasknumber", "<find>pint_one");
        app.Replace(SmallApp.Rule, "<readonly>pint_costtype", "<readonly>pint_two");
        Assert.Equal(["solution/app/pint_oracletask.xml", "solution/app/pint_wbsmappingrule.xml"], app.Refusals().Select(refusal => refusal.File));
    }

    [Fact]
    public void Without_the_file_of_the_app_nothing_is_made()
    {
        using SmallApp app = new();
        app.Delete(SmallApp.App);
        Finding refusal = Assert.Single(app.Refusals());
        Assert.Equal("solution/app/app.xml, the file: It is missing. Restore it; it declares what the app holds.", refusal.ToString());
    }

    [Fact]
    public void A_lookup_of_a_table_without_a_quick_view_is_named()
    {
        using SmallApp app = new();
        app.Replace(SmallApp.Task, "<quick><section><fields>pint_tasknumber</fields></section></quick>", "");
        Finding refusal = Assert.Single(app.Refusals());
        Assert.Contains(
            "pint_oracletask has no quick view. Add the element 'quick' to solution/app/pint_oracletask.xml.",
            refusal.Sentence,
            StringComparison.Ordinal
        );
    }
}
