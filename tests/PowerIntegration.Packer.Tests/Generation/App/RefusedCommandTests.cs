using PowerIntegration.Packer.Findings;
using Xunit;

namespace PowerIntegration.Packer.Tests.Generation.App;

/// <summary>Each row breaks one thing in a declared command: text, replacement, words of the sentence that must come.</summary>
public sealed class RefusedCommandTests
{
    [Theory]
    [InlineData("api=\"pint_Activate\"", "api=\"pint_Actvate\"", "No custom API is named 'pint_Actvate'")]
    [InlineData("api=\"pint_Activate\"", "api=\"pint_Activate\" privilege=\"prvReadpint_VersionGate\"", "The privilege is that of the custom API.")]
    [InlineData(" privilege=\"prvCreatepint_WbsMappingRule\"", "", "it must say who sees it. Add the attribute 'privilege'.")]
    [InlineData("prvCreatepint_WbsMappingRule", "prvCreatepint_WbsMapping", "'prvCreatepint_WbsMapping' is not a privilege of a table")]
    [InlineData("prvCreatepint_WbsMappingRule", "prvLookpint_WbsMappingRule", "is not a privilege of a table of solution/core")]
    [InlineData("<input name=\"RowId\" from=\"row\" />", "", "pint_Activate needs the input RowId. Add it.")]
    [InlineData("name=\"RowId\" from", "name=\"Row\" from", "pint_Activate has no input Row. Name one of ContentHash, RowId, Table.")]
    [InlineData("from=\"row\" />", "from=\"row\" value=\"1\" />", "An input is one of three things")]
    [InlineData("from=\"row\" />", "/>", "An input is one of three things")]
    [InlineData("from=\"row\"", "from=\"line\"", "The attribute from is 'line'")]
    [InlineData(" done=\"State=Activated\"", "", "The attribute 'done' is missing")]
    [InlineData("done=\"State=Activated\"", "done=\"Status=Activated\"", "pint_Activate has no output Status.")]
    [InlineData("done=\"State=Activated\"", "done=\"Activated\"", "the name of an output, an equals sign")]
    [InlineData("review input=\"ContentHash\"", "review input=\"Hash\"", "pint_Activate has no input Hash.")]
    [InlineData("shown=\"State=Shown\"", "shown=\"Sate=Shown\"", "pint_Activate has no output Sate.")]
    [InlineData("<review input", "<ask title=\"A\" button=\"A\" /><review input", "A command asks or shows for review, not both.")]
    [InlineData(
        "label=\"Activate\" on=\"form list\"",
        "label=\"Activate\" on=\"form list\" rows=\"many\"",
        "is about one record. Remove rows=\"many\"."
    )]
    [InlineData("on=\"form list\"", "on=\"everywhere\"", "The attribute on is 'everywhere'")]
    [InlineData("name=\"activate\"", "name=\"Activate it\"", "lower-case words with hyphens between them")]
    [InlineData("name=\"ask-why\"", "name=\"activate\"", "pint_wbsmappingrule has two commands named 'activate'.")]
    [InlineData(
        "column=\"pint_rulestate\" is=\"Draft\"",
        "column=\"pint_rulestat\" is=\"Draft\"",
        "has no column 'pint_rulestat'. Name it pint_rulestate."
    )]
    [InlineData("is=\"Draft\"", "is=\"Drafted\"", "pint_rulestate has no value 'Drafted'. Write one of Draft,")]
    [InlineData("column=\"pint_rulestate\" is=\"Draft\"", "column=\"pint_costcode\" is=\"Draft\"", "pint_costcode is not a choice.")]
    [InlineData("column=\"pint_rulestate\" is=\"Draft\"", "column=\"pint_name\" is=\"Draft\"", "The form does not show pint_name")]
    [InlineData("column=\"pint_endrequestedto\"", "column=\"pint_endrequested\"", "pint_wbsmappingrule has no column 'pint_endrequested'.")]
    [InlineData("pint_oracletaskid.pint_startdate", "pint_oracletaskid.pint_start", "pint_oracletask has no column 'pint_start'.")]
    [InlineData("pint_oracletaskid.pint_startdate", "pint_costcode.pint_startdate", "pint_costcode of pint_wbsmappingrule is not a lookup")]
    [InlineData("type=\"lines\"", "type=\"poem\"", "The attribute type is 'poem'")]
    [InlineData("type=\"lines\"", "type=\"choice\"", "A choice needs options.")]
    [InlineData("type=\"lines\"", "type=\"listed\" column=\"pint_none\"", "pint_wbsmappingrule has no column 'pint_none'.")]
    [InlineData("type=\"lines\"", "type=\"rows\" table=\"pint_none\"", "The table 'pint_none' does not exist.")]
    [InlineData("type=\"lines\"", "type=\"list\" each=\"row\"", "A list needs columns.")]
    [InlineData("each=\"code\" ", "", "The attribute 'each' is missing")]
    [InlineData("each=\"code\" ", "each=\"code\" flat=\"true\" ", "its rows have one column")]
    [InlineData("type=\"rate\"", "type=\"choice\"", "A choice needs options.")]
    [InlineData("type=\"rate\"", "type=\"lines\"", "The attribute type is 'lines'")]
    [InlineData("from=\"pint_projectid\"", "from=\"row\"", "pint_projectid leads to pint_project, not to pint_wbsmappingrule.")]
    [InlineData(
        "<set column=\"pint_projectid\" from=\"pint_projectid\" />",
        "<set column=\"pint_replacesid\" from=\"row\" />",
        "needs the name of the record, which a list does not give."
    )]
    [InlineData("pick=\"pint_tasknumber\" ", "", "The attribute 'pick' is missing")]
    [InlineData("pick=\"pint_tasknumber\"", "pick=\"pint_number\"", "pint_oracletask has no column 'pint_number'.")]
    [InlineData("same=\"pint_projectid\" pick", "by=\"pint_projectid\" pick", "pint_projectid leads to pint_project, not to pint_wbsmappingrule.")]
    [InlineData("input=\"pint_costcode\"", "input=\"pint_codes\"", "pint_wbsmappingrule has no column 'pint_codes'.")]
    [InlineData("separator=\"|\"", "separator=\"-\"", "The attribute separator is '-'")]
    [InlineData("<write done=\"Saved.\" />", "", "must do one thing")]
    [InlineData("input=\"Reason\"", "input=\"Why\"", "pint_Supersede has no input Why.")]
    [InlineData("<open table=\"pint_wbsmappingrule\">", "<open table=\"pint_project\">", "The app does not declare pint_project.")]
    [InlineData("title=\"Request end\" button=\"Request\"", "title=\"Request end\" button=\"Request\" keep=\"true\"", "the element 'keep'")]
    [InlineData("set column=\"pint_costtype\"", "set column=\"pint_type\"", "pint_wbsmappingrule has no column 'pint_type'.")]
    [InlineData("<open table", "<input name=\"RowId\" from=\"row\" /><open table", "The element 'input' belongs to a call of a custom API")]
    [InlineData("on=\"form\" api=\"pint_Supersede\" done=\"State=Ended\"", "on=\"form\" privilege=\"prvReadpint_Project\"", "must do one thing")]
    [InlineData(
        "api=\"pint_Supersede\" done=\"State=Ended\">",
        "api=\"pint_Activate\" done=\"State=Activated\"><input name=\"ContentHash\" value=\"1\" />",
        "The commands of the menu need different privileges"
    )]
    public void A_fault_is_named(string text, string replacement, string words)
    {
        using SmallApp app = SmallCommands.Create();
        app.Replace(SmallApp.Rule, text, replacement);
        IReadOnlyList<Finding> refusals = app.Refusals();
        Assert.True(
            refusals.Any(refusal => refusal.ToString().Contains(words, StringComparison.Ordinal) && refusal.File == "solution/app/" + SmallApp.Rule),
            string.Join('\n', refusals)
        );
    }

    [Theory]
    [InlineData("pint_costtype", "state", "pint_costtype has no value 'New'")]
    [InlineData("pint_rulestate", "pint_name", "leads to")]
    public void A_change_of_another_row_is_checked_too(string column, string by, string words)
    {
        using SmallApp app = SmallCommands.Create();
        app.Replace(
            SmallApp.Rule,
            "<open table=\"pint_wbsmappingrule\">",
            $"""
            <change table="pint_wbsmappingrule" by="{(
                by == "state" ? "pint_replacesid" : "pint_oracletaskid"
            )}" latest="createdon" column="{column}" to="{(by == "state" ? "New" : "Draft")}"
                    done="Done." none="None." />
            <open table="pint_wbsmappingrule">
            """
        );
        Assert.Contains(app.Refusals(), refusal => refusal.Sentence.Contains(words, StringComparison.Ordinal));
    }
}
