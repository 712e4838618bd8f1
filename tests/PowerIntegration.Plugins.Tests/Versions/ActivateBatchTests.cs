using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Versions;

/// <summary>An import is activated as a whole by one person who entered none of it.</summary>
public sealed class ActivateBatchTests
{
    private readonly Site site = new();
    private readonly Drafts drafts;

    public ActivateBatchTests() => drafts = new Drafts(site);

    [Fact]
    public void All_drafts_of_all_tables_become_active_together()
    {
        var rows = Enter();
        var shown = drafts.ActivateBatch(site.Luis, "IMPORT-1");
        Assert.Equal("Shown", shown.ToString());
        Assert.All(["RULE-A", "RULE-B", "OWNER"], key => Assert.Contains(key, shown.Message, StringComparison.Ordinal));

        var answer = drafts.ActivateBatch(site.Luis, "IMPORT-1", shown.Hash);
        Assert.Equal("Activated", answer.ToString());
        Assert.Contains("3 versions", answer.Message, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Equal(RuleStateChoice.Active, drafts.State(row.LogicalName, row.Id)));
        Assert.Equal("Refused input-unusable", drafts.ActivateBatch(site.Luis, "IMPORT-1", shown.Hash).ToString());
    }

    [Fact]
    public void Who_contributed_to_one_draft_cannot_activate_the_batch()
    {
        var rows = Enter();
        drafts.Edit(site.Luis, rows[1].LogicalName, rows[1].Id, (WbsMappingRuleTable.Name, "x"));
        var hash = drafts.ActivateBatch(site.Luis, "IMPORT-1").Hash;
        Assert.Equal("Refused second-person-required", drafts.ActivateBatch(site.Luis, "IMPORT-1", hash).ToString());
        Assert.Equal("Refused second-person-required", drafts.ActivateBatch(site.Dana, "IMPORT-1", hash).ToString());
        Assert.All(rows, row => Assert.Equal(RuleStateChoice.Draft, drafts.State(row.LogicalName, row.Id)));
    }

    [Fact]
    public void A_batch_to_which_a_draft_came_or_in_which_one_changed_is_reviewed_again()
    {
        var rows = Enter();
        var hash = drafts.ActivateBatch(site.Luis, "IMPORT-1").Hash;
        drafts.Edit(site.Dana, rows[0].LogicalName, rows[0].Id, (WbsMappingRuleTable.ExpenditureType, "Other"));
        Assert.Equal("Refused version-changed", drafts.ActivateBatch(site.Luis, "IMPORT-1", hash).ToString());

        hash = drafts.ActivateBatch(site.Luis, "IMPORT-1").Hash;
        drafts.Enter(site.Dana, Mapping("RULE-C", "03-300"));
        Assert.Equal("Refused version-changed", drafts.ActivateBatch(site.Luis, "IMPORT-1", hash).ToString());
    }

    [Fact]
    public void One_draft_that_cannot_be_activated_stops_the_batch()
    {
        var rows = Enter();
        drafts.Enter(site.Dana, Mapping("RULE-D", "07-840"));
        var shown = drafts.ActivateBatch(site.Luis, "IMPORT-1");
        Assert.Equal("Refused version-overlap", shown.ToString());
        Assert.Contains("RULE-A", shown.Message, StringComparison.Ordinal);
        Assert.Contains("RULE-D", shown.Message, StringComparison.Ordinal);
        Assert.Equal("Refused version-overlap", drafts.ActivateBatch(site.Luis, "IMPORT-1", shown.Hash).ToString());
        Assert.All(rows, row => Assert.Equal(RuleStateChoice.Draft, drafts.State(row.LogicalName, row.Id)));
    }

    [Fact]
    public void Two_drafts_of_a_batch_do_not_replace_one_version()
    {
        Enter();
        var active = site.AddRule("03-300", "SUB", null);
        foreach (var (key, from, to) in new[] { ("E1", 1, 1), ("E2", 2, 12) })
        {
            var row = Mapping(key, "03-300");
            row[WbsMappingRuleTable.ValidFrom] = new DateTime(2026, from, 1);
            row[WbsMappingRuleTable.ValidTo] = new DateTime(2026, to, 28);
            row[WbsMappingRuleTable.ReplacesId] = new EntityReference(WbsMappingRuleTable.LogicalName, active);
            drafts.Enter(site.Dana, row);
        }

        var shown = drafts.ActivateBatch(site.Luis, "IMPORT-1");
        Assert.Equal("Refused version-overlap", shown.ToString());
        Assert.Contains("E1 and WBS mapping rule E2 replace the same version", shown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_is_as_specific_as_another_rule_and_takes_the_same_code_stops_the_batch()
    {
        Enter();
        var crossed = Mapping("RULE-X", "*");
        crossed[WbsMappingRuleTable.CostType] = "MAT";
        drafts.Enter(site.Dana, crossed);
        Assert.Equal("Shown", drafts.ActivateBatch(site.Luis, "IMPORT-1").ToString());
        site.AddRule("03-300", "*", null);
        var shown = drafts.ActivateBatch(site.Luis, "IMPORT-1");
        Assert.Equal("Refused mapping-conflict", shown.ToString());
        Assert.All(["RULE-X", "'03-300'", "'MAT'"], part => Assert.Contains(part, shown.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Locks_of_tables_are_taken_before_those_of_commitments()
    {
        var contract = new Entity(CommitmentTermsTable.LogicalName)
        {
            [CommitmentTermsTable.Key] = "TERMS-9",
            [CommitmentTermsTable.Batch] = "IMPORT-1",
            [CommitmentTermsTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, site.Commitment),
        };
        drafts.Enter(site.Dana, contract);
        Enter();
        drafts.ActivateBatch(site.Luis, "IMPORT-1");
        var keys = site
            .Dataverse.Written.Where(row => row.LogicalName == LockTable.LogicalName)
            .Select(row => site.Dataverse.Row(row.LogicalName, row.Id).GetAttributeValue<string>(LockTable.Key));
        Assert.Equal(["VERSIONS|PINT-COMMITMENTTERMS", "VERSIONS|PINT-OWNERSHIPRULE", "VERSIONS|PINT-WBSMAPPINGRULE", null], keys);
    }

    private List<EntityReference> Enter() =>
        [
            Reference(Mapping("RULE-A", "07-840")),
            Reference(Mapping("RULE-B", "09-900")),
            Reference(
                new Entity(OwnershipRuleTable.LogicalName)
                {
                    [OwnershipRuleTable.Key] = "OWNER",
                    [OwnershipRuleTable.Batch] = "IMPORT-1",
                    [OwnershipRuleTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, site.Environment),
                    [OwnershipRuleTable.DocumentType] = new OptionSetValue(DocumentTypeChoice.OwnerInvoice),
                    [OwnershipRuleTable.ApprovalPlace] = new OptionSetValue(ApprovalPlaceChoice.Procore),
                    [OwnershipRuleTable.TriggerStatus] = "approved",
                    [OwnershipRuleTable.ValidFrom] = new DateTime(2025, 1, 1),
                }
            ),
        ];

    private EntityReference Reference(Entity row) => new(row.LogicalName, drafts.Enter(site.Dana, row));

    private Entity Mapping(string key, string costCode) =>
        new(WbsMappingRuleTable.LogicalName)
        {
            [WbsMappingRuleTable.Key] = key,
            [WbsMappingRuleTable.Batch] = "IMPORT-1",
            [WbsMappingRuleTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, site.Project),
            [WbsMappingRuleTable.TaskSegmentCode] = "*",
            [WbsMappingRuleTable.CostCode] = costCode,
            [WbsMappingRuleTable.CostType] = "SUB",
            [WbsMappingRuleTable.ExpenditureType] = "Subcontract",
            [WbsMappingRuleTable.ValidFrom] = new DateTime(2025, 1, 1),
        };
}
