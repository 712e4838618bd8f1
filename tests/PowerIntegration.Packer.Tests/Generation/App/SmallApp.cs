using System.Text;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.App;
using PowerIntegration.Packer.Generation.Output;
using Xunit;

namespace PowerIntegration.Packer.Tests.Generation.App;

/// <summary>Three tables of the core, and an app for two of them that a test may change.</summary>
internal sealed class SmallApp : IDisposable
{
    public const string Task = "pint_oracletask.xml";
    public const string Rule = "pint_wbsmappingrule.xml";
    public const string App = "app.xml";
    public const string Parts = "parts.xml";

    private static readonly string[] Folders =
    [
        "solution/core/Other",
        "solution/core/Roles",
        "solution/core/OptionSets",
        "solution/core/Entities/pint_OracleTask",
        "solution/core/Entities/pint_WbsMappingRule",
        "solution/core/Entities/pint_Project",
    ];

    private readonly SourceCopy copy;

    /// <summary>The app, with further folders of the repository.</summary>
    public SmallApp(params IEnumerable<string> more)
    {
        copy = SourceCopy.Whole([.. Folders, .. more]);
        copy.Write("solution/ids.json", File.ReadAllText(Path.Combine(Repository.Root, "solution/ids.json")));
        Write(
            Task,
            """
            <table name="pint_oracletask" written-by="product" order="pint_tasknumber desc">
              <columns>pint_tasknumber pint_chargeable</columns>
              <find>pint_tasknumber</find>
              <form>
                <tab name="Task">
                  <section>
                    <fields>pint_tasknumber pint_chargeable pint_startdate</fields>
                    <grid table="pint_wbsmappingrule" view="Drafts" label="Rules" rows="5" />
                  </section>
                </tab>
              </form>
              <quick><section><fields>pint_tasknumber</fields></section></quick>
            </table>
            """
        );
        Write(
            Rule,
            """
            <table name="pint_wbsmappingrule">
              <use part="version" />
              <columns>pint_costcode pint_oracletaskid.pint_tasknumber</columns>
              <readonly>pint_costtype</readonly>
              <view name="Without a task" order="pint_costcode">
                <filter>
                  <condition attribute="pint_oracletaskid" operator="null" />
                </filter>
              </view>
              <chart name="Rules by state" type="Column" by="pint_rulestate" />
              <form>
                <header>pint_rulestate</header>
                <tab name="Rule">
                  <section name="Procore code">
                    <fields>pint_costcode pint_costtype</fields>
                  </section>
                  <section name="Oracle">
                    <quick of="pint_oracletaskid" label="Task" />
                  </section>
                </tab>
              </form>
            </table>
            """
        );
        Write(
            Parts,
            """
            <parts>
              <part name="version">
                <columns>pint_rulestate</columns>
                <view name="Drafts" default="true">
                  <filter>
                    <condition attribute="pint_rulestate" operator="eq" value="Draft" />
                  </filter>
                </view>
                <tab name="Version">
                  <section name="State"><fields>pint_rulestate pint_activatedby</fields></section>
                </tab>
              </part>
            </parts>
            """
        );
        Write(
            App,
            """
            <app name="pint_small" label="Small" help="A small app.">
              <role name="PowerIntegration Controller" />
              <area name="Mapping">
                <table name="pint_wbsmappingrule" />
                <list table="pint_wbsmappingrule" view="Without a task" label="To map" />
                <open dashboard="Today" />
                <group name="Oracle"><table name="pint_oracletask" label="Tasks" /></group>
              </area>
              <dashboard name="Today" help="What is to map.">
                <row>
                  <chart table="pint_wbsmappingrule" view="Drafts" name="Rules by state" />
                  <list table="pint_wbsmappingrule" />
                </row>
              </dashboard>
            </app>
            """
        );
    }

    public string Root => copy.Root;

    public void Write(string file, string text) => copy.Write($"solution/app/{file}", text);

    public void Replace(string file, string text, string replacement) => copy.Replace($"solution/app/{file}", text, replacement);

    public void Delete(string file) => copy.Delete($"solution/app/{file}");

    public GeneratedFiles Generate() => AppGenerator.Generate(Root);

    /// <summary>Root of the one generated file whose path holds a text and that holds another.</summary>
    public XElement Made(string path, string holds = "") =>
        XElement.Parse(
            Assert
                .Single(Texts(), file => file.Path.Contains(path, StringComparison.Ordinal) && file.Text.Contains(holds, StringComparison.Ordinal))
                .Text
        );

    /// <summary>Text of the one generated file whose path ends as given.</summary>
    public string MadeText(string path) => Assert.Single(Texts(), file => file.Path.EndsWith(path, StringComparison.Ordinal)).Text;

    /// <summary>What the generation refuses.</summary>
    public IReadOnlyList<Finding> Refusals() => Assert.Throws<PackingRefusedException>(Generate).Findings;

    public void Dispose() => copy.Dispose();

    private IEnumerable<(string Path, string Text)> Texts() => Generate().Files.Select(file => (file.Path, Encoding.UTF8.GetString(file.Content)));
}
