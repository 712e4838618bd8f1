using System.Text.Json;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Drift;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Drift;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Drift;
using PowerIntegration.Tables.Versions;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Drift;

/// <summary>What the nightly flow calls.</summary>
public sealed class ReportDriftTests
{
    private const string Release = "release-differs";
    private const string Content = "content-changed";
    private const int WrittenMax = 100;
    private const int PortionMax = 50;
    private readonly InstalledRelease release = new();

    private Site Site => release.Site;

    [Fact]
    public void What_is_as_released_writes_nothing_and_costs_a_fixed_number_of_requests()
    {
        var answer = Report();

        Assert.Equal((0, "Steps, roles, flows and the plug-in assembly checked. No difference was found."), (answer["Count"], answer["Message"]));
        Assert.Empty(Site.Dataverse.Written);
        Assert.Equal(
            [
                "sdkmessageprocessingstepimage",
                "sdkmessageprocessingstep",
                "sdkmessageprocessingstep",
                "roleprivileges",
                "role",
                "customapi",
                "workflow",
                "pint_release",
                "pluginassembly",
                "pint_finding",
                "pint_preparation",
                .. VersionedTables.All.Select(table => table.LogicalName),
            ],
            Site.Dataverse.Requests.Select(request => request["RetrieveMultiple ".Length..])
        );
    }

    [Fact]
    public void Each_difference_is_one_finding_to_the_controller()
    {
        release.Row(InstalledRelease.Step, InstalledRelease.FirstStep.Id)["statecode"] = new OptionSetValue(1);
        release.Grant(ShippedRole.Controller.Id, "prvDeletepint_Document", PrivilegeDepth.User);
        release.Row("workflow", ReleasedInstallation.Value.Flows[0].Id)["statecode"] = new OptionSetValue(0);
        release.Row("customapi", release.Apis["pint_Activate"])["executeprivilegename"] = null;
        release.Row("pluginassembly", release.Assembly)["content"] = Convert.ToBase64String([1, 2, 3]);

        Assert.Equal(5, Report()["Count"]);

        var findings = release.Unclosed(Release);
        Assert.Equal(5, findings.Count);
        Assert.All(
            findings,
            finding =>
            {
                Assert.Equal(OwnerRoleChoice.Controller, finding.GetAttributeValue<OptionSetValue>(FindingTable.OwnerRole).Value);
                Assert.Equal(Site.Environment, finding.GetAttributeValue<EntityReference>(FindingTable.EnvironmentId).Id);
            }
        );
        var sentences = findings.Select(finding => (string)finding[FindingTable.Sentence]).ToList();
        Assert.Contains($"Plug-in step '{InstalledRelease.FirstStep.Name}' is disabled", sentences[0], StringComparison.Ordinal);
        Assert.Contains("grants prvDeletepint_Document for the user's own rows; it was released without it.", sentences[1], StringComparison.Ordinal);
        Assert.Contains("Custom API 'pint_Activate' asks for no privilege", sentences[2], StringComparison.Ordinal);
        Assert.Contains("is off; it was released on.", sentences[3], StringComparison.Ordinal);
        Assert.Contains($"Luis Ortega accepted {InstalledRelease.Hash}", sentences[4], StringComparison.Ordinal);
    }

    [Fact]
    public void What_every_row_says_is_compared()
    {
        var step = ReleasedInstallation.Value.Steps.First(one => one.ImageColumns.Count > 0);
        var row = release.Row(InstalledRelease.Step, step.Id);
        Site.Dataverse.Delete("sdkmessageprocessingstepimage", Assert.Single(Images(step.Id)));
        row["plugintypeid"] = new EntityReference("plugintype", Guid.Empty);
        row["filteringattributes"] = "pint_name";
        row["stage"] = new OptionSetValue(40);
        row["sdkmessagefilterid"] = null;

        Assert.Equal(5, Report()["Count"]);
    }

    [Fact]
    public void A_step_of_others_is_named_on_our_tables_only_and_only_before_or_in_the_save()
    {
        var other = InstalledRelease.FirstStep with { Id = Site.Dataverse.NextId(), Name = "Contoso", Columns = [], ImageColumns = [] };
        release.AddStep(other);
        release.AddStep(other with { Id = Site.Dataverse.NextId(), Name = "Callback" }, mode: 1);
        release.AddStep(other with { Id = Site.Dataverse.NextId(), Name = "Account", Table = "account" });

        Report();

        Assert.StartsWith(
            "Plug-in step 'Contoso' was not released",
            (string)Assert.Single(release.Unclosed(Release))[FindingTable.Sentence],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_restored_closes_and_what_is_acknowledged_stays_so_until_something_else_is_changed()
    {
        var step = release.Row(InstalledRelease.Step, InstalledRelease.FirstStep.Id);
        step["stage"] = new OptionSetValue(40);
        Report();
        var finding = Assert.Single(release.Unclosed(Release)).Id;
        Acknowledge(finding);
        Report();
        Assert.Equal(FindingStateChoice.Acknowledged, InstalledRelease.State(Assert.Single(release.Unclosed(Release))));

        step["stage"] = new OptionSetValue(10);
        Report();

        var further = Assert.Single(release.Unclosed(Release));
        Assert.NotEqual(finding, further.Id);
        Assert.Equal(FindingStateChoice.Open, InstalledRelease.State(further));

        step["stage"] = new OptionSetValue(InstalledRelease.FirstStep.Stage);
        Report();
        Assert.Empty(release.Unclosed(Release));
    }

    [Fact]
    public void The_release_that_was_accepted_last_counts()
    {
        release.Accept("bb22", Site.Now);
        Assert.Equal(1, Report()["Count"]);

        release.Accept(InstalledRelease.Hash, Site.Now.AddHours(1));
        Assert.Equal(0, Report()["Count"]);
        Assert.Empty(release.Unclosed(Release));
    }

    [Fact]
    public void A_change_of_very_many_things_is_counted_in_full_and_reported_in_part()
    {
        foreach (var held in ReleasedInstallation.Value.Roles.First(role => role.Id == ShippedRole.Controller.Id).Privileges.Keys.ToList())
        {
            release.Grant(ShippedRole.Auditor.Id, held + "X", PrivilegeDepth.User);
            release.Grant(ShippedRole.Approver.Id, held + "X", PrivilegeDepth.User);
        }

        var count = (int)Report()["Count"];

        Assert.True(count > WrittenMax);
        Assert.Equal(WrittenMax, release.Unclosed(Release).Count);
    }

    [Fact]
    public void Every_row_with_a_hash_is_in_one_portion()
    {
        for (var number = 0; number < (2 * PortionMax) + 1; number++)
        {
            Site.Dataverse.Row(PreparationTable.LogicalName, AddPreparation(number))[PreparationTable.ContentHash] = "aa";
        }

        var versions = VersionedTables.All.SelectMany(table => Site.Dataverse.All(table.LogicalName)).ToList();
        versions.ForEach(row => row[CommitmentTable.VersionHash] = "aa");
        var portions = Portions();

        var counts = portions.Select(portion => (int)Check(portion)["Count"]).ToList();

        Assert.Equal([PortionMax, PortionMax, versions.Count + 1], counts);
        Assert.Equal(counts.Sum(), release.Unclosed(Content).Count);
    }

    [Fact]
    public void Drafts_and_superseded_versions_are_not_looked_at()
    {
        foreach (var state in new[] { RuleStateChoice.Draft, RuleStateChoice.Superseded })
        {
            Site.Dataverse.Row(WbsMappingRuleTable.LogicalName, Site.AddRule("03-100", "SUB", null, state))[CommitmentTable.VersionHash] = "aa";
        }

        Assert.All(Portions(), portion => Assert.Equal(0, Check(portion)["Count"]));
    }

    [Fact]
    public void A_content_that_was_changed_is_a_finding_until_it_is_restored()
    {
        var row = Site.Dataverse.Row(PreparationTable.LogicalName, AddPreparation(1));
        var content = row[PreparationTable.Content];
        row[PreparationTable.Content] = Stored(2).Text;

        var answer = Check(Portions()[0]);

        Assert.Equal(1, answer["Count"]);
        Assert.EndsWith("rows checked. 1 difference found and reported to the controller.", (string)answer["Message"], StringComparison.Ordinal);
        var finding = Assert.Single(release.Unclosed(Content));
        Assert.StartsWith(
            "The content of preparation 'Preparation 1' has the hash",
            (string)finding[FindingTable.Sentence],
            StringComparison.Ordinal
        );

        row[PreparationTable.Content] = content;
        Check(Portions()[0]);
        Assert.Empty(release.Unclosed(Content));
    }

    [Fact]
    public void A_content_that_is_changed_again_after_it_was_acknowledged_is_open_again()
    {
        var row = Site.Dataverse.Row(PreparationTable.LogicalName, AddPreparation(1));
        row[PreparationTable.Content] = Stored(2).Text;
        Check(Portions()[0]);
        Acknowledge(Assert.Single(release.Unclosed(Content)).Id);
        Check(Portions()[0]);
        Assert.Equal(FindingStateChoice.Acknowledged, InstalledRelease.State(Assert.Single(release.Unclosed(Content))));

        row[PreparationTable.Content] = Stored(3).Text;
        Check(Portions()[0]);

        Assert.Equal(FindingStateChoice.Open, InstalledRelease.State(Assert.Single(release.Unclosed(Content))));
    }

    [Fact]
    public void Another_portion_closes_nothing_that_it_has_not_looked_at()
    {
        for (var number = 0; number <= PortionMax; number++)
        {
            AddPreparation(number);
        }

        Site.Dataverse.All(PreparationTable.LogicalName)[0][PreparationTable.Content] = Stored(999).Text;
        var portions = Portions();
        Check(portions[0]);
        Check(portions[1]);

        Assert.Single(release.Unclosed(Content));
    }

    [Fact]
    public void An_active_version_that_was_edited_is_a_finding()
    {
        Site.Dataverse.Row(CommitmentTable.LogicalName, Site.Commitment)[CommitmentTable.VendorSite] = "ELSEWHERE";

        Check(Portions()[0]);

        Assert.StartsWith(
            "The content of Commitment LAKESHORE|1|PROCORE|COMMITMENT|SC-002 has the hash",
            (string)Assert.Single(release.Unclosed(Content))[FindingTable.Sentence],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("account|A")]
    [InlineData("pint_preparation")]
    public void A_portion_that_was_not_listed_is_refused(string portion) =>
        Assert.StartsWith(
            $"'{portion}' is not a portion of rows that this check listed.",
            Assert.Throws<InvalidPluginExecutionException>(() => Check(portion)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_an_environment_the_refusal_names_what_cannot_be_reported()
    {
        release.Row("workflow", ReleasedInstallation.Value.Flows[0].Id)["statecode"] = new OptionSetValue(0);
        Site.Dataverse.Row(EnvironmentTable.LogicalName, Site.Environment).Attributes.Remove(EnvironmentTable.RuleState);
        Site.Dataverse.Delete(EnvironmentTable.LogicalName, Site.Environment);

        var refusal = Assert.Throws<InvalidPluginExecutionException>(Report);

        Assert.StartsWith("Flow '", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("no environment is set up. Ask the mapping administrator to add it.", refusal.Message, StringComparison.Ordinal);
    }

    private static StoredContent Stored(int number) => StoredContent.Of(new FrozenWords($"words {number}"));

    private ParameterCollection Report() => Site.Call(new ReportDrift(), "pint_ReportDrift");

    private ParameterCollection Check(string portion) => Site.Call(new ReportDrift(), "pint_ReportDrift", ("Portion", portion));

    private IReadOnlyList<string> Portions() => JsonSerializer.Deserialize<string[]>((string)Report()["Portions"])!;

    private void Acknowledge(Guid finding) => Site.Call(new AcknowledgeFinding(), "pint_AcknowledgeFinding", ("FindingId", finding));

    private IEnumerable<Guid> Images(Guid step) =>
        Site
            .Dataverse.All("sdkmessageprocessingstepimage")
            .Where(image => image.GetAttributeValue<EntityReference>("sdkmessageprocessingstepid").Id == step)
            .Select(image => image.Id);

    private Guid AddPreparation(int number)
    {
        var stored = Stored(number);
        return Site.Add(
            PreparationTable.LogicalName,
            (PreparationTable.Key, $"LAKESHORE|1|DOCUMENT|{number:0000}|P1"),
            (PreparationTable.Name, $"Preparation {number}"),
            (PreparationTable.Content, stored.Text),
            (PreparationTable.ContentHash, stored.Hash)
        );
    }
}
