namespace PowerIntegration.Packer.Tests.Generation.App;

/// <summary>The small app with commands on its rules, and the custom APIs that they call.</summary>
internal static class SmallCommands
{
    public const string Script = "web/js/commands.js";

    /// <summary>The app.</summary>
    public static SmallApp Create()
    {
        SmallApp app = new(
            "solution/core/Entities/pint_VersionGate",
            "solution/core/Entities/pint_ReviewGate",
            "solution/core/customapis/pint_Activate",
            "solution/core/customapis/pint_Supersede",
            "solution/core/customapis/pint_ResolveWbs"
        );
        app.Write(Script, "var PowerIntegration = (function () {\n  const declared = {};\n})();\n");
        app.Write("web/html/ask.html", "<!DOCTYPE html>\n");
        app.Replace(
            SmallApp.Rule,
            "<form>",
            """
            <command name="activate" label="Activate" on="form list" api="pint_Activate" done="State=Activated" help="Activates the draft.">
                <when column="pint_rulestate" is="Draft" />
                <input name="Table" from="table" />
                <input name="RowId" from="row" />
                <review input="ContentHash" shown="State=Shown" title="Activate?" button="Activate" />
              </command>
              <menu name="end" label="End">
                <when column="pint_rulestate" is="Active, Superseded" />
                <command name="request-end" label="Request end" on="form" api="pint_Supersede" done="State=Requested">
                  <input name="Table" from="table" />
                  <input name="RowId" from="row" />
                  <ask title="Request end" button="Request">
                    <field input="ValidTo" type="date" label="Last day" />
                    <field input="Reason" type="lines" label="Reason" required="true" />
                  </ask>
                </command>
                <command name="confirm-end" label="Confirm end" on="form" api="pint_Supersede" done="State=Ended">
                  <input name="Table" from="table" />
                  <input name="RowId" from="row" />
                  <input name="ValidTo" column="pint_endrequestedto" />
                  <confirm title="Confirm" text="It ends." button="Confirm" />
                </command>
              </menu>
              <command name="ask-why" label="Ask why" on="list" api="pint_ResolveWbs" done="State=Resolved">
                <input name="ProjectId" column="pint_projectid" />
                <input name="CostCode" column="pint_costcode" />
                <input name="AsOf" column="pint_oracletaskid.pint_startdate" />
              </command>
              <command name="copy" label="Copy" on="list" privilege="prvCreatepint_WbsMappingRule">
                <open table="pint_wbsmappingrule">
                  <set column="pint_projectid" from="pint_projectid" />
                  <set column="pint_costtype" value="SUB" />
                </open>
              </command>
              <command name="edit-codes" label="Edit codes" on="form" privilege="prvWritepint_WbsMappingRule">
                <ask title="Codes" button="Save">
                  <field input="pint_costcode" type="list" label="Codes" each="code" separator="|">
                    <column name="code" type="text" label="Code" required="true"
                            table="pint_oracletask" same="pint_projectid" pick="pint_tasknumber" show="pint_name" />
                    <column name="rate" type="rate" label="Rate" />
                  </field>
                </ask>
                <write done="Saved." />
              </command>
              <form>
            """
        );
        return app;
    }
}
