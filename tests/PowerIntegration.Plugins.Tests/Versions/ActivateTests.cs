using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Versions;

/// <summary>One person enters, another reviews and activates; what is active was seen by two.</summary>
public sealed class ActivateTests
{
    private const string Terms = CommitmentTermsTable.LogicalName;
    private const string Rule = OwnershipRuleTable.LogicalName;

    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private readonly Site site = new();
    private readonly Drafts drafts;
    private readonly Guid third;

    public ActivateTests()
    {
        drafts = new Drafts(site);
        third = site.AddUser("Grace Lin");
    }

    [Fact]
    public void A_second_person_sees_the_draft_and_activates_what_was_seen()
    {
        var id = drafts.Enter(site.Dana, NewRule("OWNER", new DateTime(2025, 1, 1), DocumentTypeChoice.OwnerInvoice));

        var shown = drafts.Activate(site.Luis, Rule, id);
        Assert.Equal("Shown", shown.ToString());
        Assert.Contains("Trigger status: approved", shown.Message, StringComparison.Ordinal);
        Assert.Equal(RuleStateChoice.Draft, drafts.State(Rule, id));

        Assert.Equal("Activated", drafts.Activate(site.Luis, Rule, id, shown.Hash).ToString());
        Assert.Equal(RuleStateChoice.Active, drafts.State(Rule, id));
        Assert.Equal("Luis Ortega", drafts.Text(Rule, id, OwnershipRuleTable.ActivatedBy));
        Assert.Equal(site.Luis.ToString("D"), drafts.Text(Rule, id, OwnershipRuleTable.ActivatedById));
        Assert.Equal("Dana Kowalski", drafts.Text(Rule, id, OwnershipRuleTable.Contributors));
        Assert.Equal(shown.Hash, drafts.Text(Rule, id, OwnershipRuleTable.VersionHash));
    }

    [Fact]
    public void Who_entered_or_changed_a_draft_cannot_activate_it_even_where_the_change_was_undone()
    {
        var id = drafts.Enter(site.Dana, NewRule("OWNER", new DateTime(2025, 1, 1), DocumentTypeChoice.OwnerInvoice));
        Assert.Equal("Refused second-person-required", drafts.ReviewAndActivate(site.Dana, Rule, id).ToString());

        drafts.Edit(site.Luis, Rule, id, (OwnershipRuleTable.TriggerStatus, "approved_as_noted"));
        Assert.Equal("Refused second-person-required", drafts.ReviewAndActivate(site.Luis, Rule, id).ToString());
        drafts.Edit(site.Luis, Rule, id, (OwnershipRuleTable.TriggerStatus, "approved"));
        var refused = drafts.ReviewAndActivate(site.Luis, Rule, id);
        Assert.Equal("Refused second-person-required", refused.ToString());
        Assert.Contains("Contributors are Dana Kowalski, Luis Ortega", refused.Message, StringComparison.Ordinal);
        Assert.Equal(RuleStateChoice.Draft, drafts.State(Rule, id));

        Assert.Equal("Activated", drafts.ReviewAndActivate(third, Rule, id).ToString());
    }

    [Fact]
    public void Two_people_of_one_name_are_two_people_and_one_person_with_two_names_is_one()
    {
        var namesake = site.AddUser("Dana Kowalski");
        var id = drafts.Enter(site.Dana, NewRule("OWNER", new DateTime(2025, 1, 1), DocumentTypeChoice.OwnerInvoice));
        site.Dataverse.Row("systemuser", site.Dana)["fullname"] = "D. Kowalski-Meyer";
        Assert.Equal("Refused second-person-required", drafts.ReviewAndActivate(site.Dana, Rule, id).ToString());
        Assert.Equal("Activated", drafts.ReviewAndActivate(namesake, Rule, id).ToString());
    }

    [Fact]
    public void What_changed_between_review_and_activation_is_not_activated()
    {
        var id = drafts.Enter(site.Dana, NewRule("OWNER", new DateTime(2025, 1, 1), DocumentTypeChoice.OwnerInvoice));
        var seen = drafts.Activate(site.Luis, Rule, id).Hash;
        drafts.Edit(site.Dana, Rule, id, (OwnershipRuleTable.ApprovalPlace, new OptionSetValue(ApprovalPlaceChoice.Oracle)));
        Assert.Equal("Refused version-changed", drafts.Activate(site.Luis, Rule, id, seen).ToString());
        Assert.Equal("Refused version-changed", drafts.Activate(site.Luis, Rule, id, "0").ToString());
        Assert.Equal(RuleStateChoice.Draft, drafts.State(Rule, id));
    }

    [Fact]
    public void A_draft_that_was_changed_past_its_hash_is_not_activated()
    {
        var id = drafts.Enter(site.Dana, NewRule("OWNER", new DateTime(2025, 1, 1), DocumentTypeChoice.OwnerInvoice));
        var seen = drafts.Activate(site.Luis, Rule, id).Hash;
        site.Dataverse.Row(Rule, id)[OwnershipRuleTable.TriggerStatus] = "draft";

        // Neither with the hash that the row shows nor with the hash that its content makes.
        Assert.Equal("Refused version-changed", drafts.Activate(site.Luis, Rule, id, seen).ToString());
        Assert.Equal("Refused version-changed", drafts.ReviewAndActivate(site.Luis, Rule, id).ToString());
    }

    [Fact]
    public void A_draft_without_a_contributor_is_not_activated()
    {
        var id = drafts.Enter(site.Dana, NewRule("OWNER", new DateTime(2025, 1, 1), DocumentTypeChoice.OwnerInvoice));
        site.Dataverse.Row(Rule, id)[OwnershipRuleTable.ContributorIds] = null;
        Assert.Equal("Refused version-state", drafts.ReviewAndActivate(site.Luis, Rule, id).ToString());
    }

    [Theory]
    [InlineData(RuleStateChoice.Active)]
    [InlineData(RuleStateChoice.Superseded)]
    public void Only_a_draft_is_activated(int state)
    {
        var id = drafts.Enter(site.Dana, NewRule("OWNER", new DateTime(2025, 1, 1), DocumentTypeChoice.OwnerInvoice));
        site.Dataverse.Row(Rule, id)[OwnershipRuleTable.RuleState] = new OptionSetValue(state);
        Assert.Equal("Refused version-state", drafts.ReviewAndActivate(site.Luis, Rule, id).ToString());
        Assert.Equal(state, drafts.State(Rule, id));
    }

    [Fact]
    public void What_is_no_version_and_what_does_not_exist_is_refused()
    {
        Assert.Equal("Refused input-unusable", drafts.Activate(site.Luis, DocumentTable.LogicalName, site.Commitment).ToString());
        Assert.Equal("Refused input-unusable", drafts.Activate(site.Luis, Rule, new Guid(9, 9, 9, new byte[8])).ToString());
    }

    [Fact]
    public void A_draft_without_what_it_needs_is_refused_by_the_names_of_the_fields()
    {
        var row = NewRule("OWNER", new DateTime(2025, 1, 1), DocumentTypeChoice.OwnerInvoice);
        row.Attributes.Remove(OwnershipRuleTable.ApprovalPlace);
        var refused = drafts.Activate(site.Luis, Rule, drafts.Enter(site.Dana, row));
        Assert.Equal("Refused input-unusable", refused.ToString());
        Assert.Contains("has no Approval place", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_that_cannot_be_used_do_not_become_active()
    {
        var row = TermsVersionRows.Write(Later(new CalendarDate(2026, 1, 1)));
        row[CommitmentTermsTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, site.Commitment);
        row[CommitmentTermsTable.ReplacesId] = new EntityReference(Terms, Active(Terms).Id);
        row[CommitmentTermsTable.RateAfter] = 0.05m;
        var id = drafts.Enter(site.Dana, row);
        var refused = drafts.ReviewAndActivate(site.Luis, Terms, id);
        Assert.StartsWith("Terms LAKESHORE|1|TERMS|SC-002|2 cannot be used: Rate after is filled in", refused.Message, StringComparison.Ordinal);
        drafts.Edit(site.Dana, Terms, id, (CommitmentTermsTable.RateAfter, null));
        Assert.Equal("Activated", drafts.ReviewAndActivate(site.Luis, Terms, id).ToString());
    }

    [Fact]
    public void A_dated_version_ends_the_one_it_replaces_the_day_before_it_begins()
    {
        var old = Active(Terms).Id;
        var id = EnterTerms(new CalendarDate(2025, 10, 1), old);
        Assert.Equal("Activated", drafts.ReviewAndActivate(site.Luis, Terms, id).ToString());
        var ended = new RowView(site.Dataverse.Row(Terms, old));
        Assert.Equal(
            (RuleStateChoice.Active, new CalendarDate(2025, 9, 30), "Luis Ortega"),
            (ended.Choice(CommitmentTermsTable.RuleState), ended.Date(CommitmentTermsTable.ValidTo), ended.Text(CommitmentTermsTable.EndedBy))
        );

        // The application ends on 30 September: the earlier terms decide it, and the trail names them with their hash.
        var document = site.AddDocument(First);
        Assert.Equal("Prepared", site.Prepare(document)["State"]);
        Assert.Contains(
            "terms LAKESHORE|1|TERMS|SC-002|1 " + ended.Text(CommitmentTermsTable.VersionHash)![..16],
            site.Frozen(document).RuleVersions,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_dated_version_that_begins_no_later_supersedes_the_one_it_replaces()
    {
        var old = Active(Terms).Id;
        var id = EnterTerms(new CalendarDate(2025, 1, 1), old);
        Assert.Equal("Activated", drafts.ReviewAndActivate(site.Luis, Terms, id).ToString());
        Assert.Equal((RuleStateChoice.Superseded, RuleStateChoice.Active), (drafts.State(Terms, old), drafts.State(Terms, id)));
    }

    [Fact]
    public void Versions_that_apply_on_a_common_day_are_refused_and_both_are_named()
    {
        var id = EnterTerms(new CalendarDate(2025, 10, 1), null);
        var refused = drafts.ReviewAndActivate(site.Luis, Terms, id);
        Assert.Equal("Refused version-overlap", refused.ToString());
        Assert.Contains("|TERMS|SC-002|2 (from 2025-10-01)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("|TERMS|SC-002|1 (from 2025-01-01)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_drafts_that_replace_one_version_are_refused_until_one_is_deleted_and_then_only_one_replaces_it()
    {
        var old = Active(Terms).Id;
        var first = EnterTerms(new CalendarDate(2025, 10, 1), old);
        var second = EnterTerms(new CalendarDate(2025, 11, 1), old, "LAKESHORE|1|TERMS|SC-002|3");
        Assert.Equal("Refused version-overlap", drafts.ReviewAndActivate(site.Luis, Terms, first).ToString());
        drafts.Delete(site.Luis, Terms, second);
        Assert.Equal("Activated", drafts.ReviewAndActivate(site.Luis, Terms, first).ToString());

        // What was replaced already is named again.
        var late = EnterTerms(new CalendarDate(2025, 11, 1), old, "LAKESHORE|1|TERMS|SC-002|4");
        Assert.Equal("Refused version-overlap", drafts.ReviewAndActivate(site.Luis, Terms, late).ToString());
    }

    [Fact]
    public void A_draft_replaces_only_an_active_version_of_the_same_record()
    {
        var other = site.AddContract("SC-003", MatchingChoice.Matched);
        var foreign = site.Dataverse.All(Terms).Single(row => new RowView(row).Reference(CommitmentTermsTable.CommitmentId) == other).Id;
        var refused = drafts.Activate(site.Luis, Terms, EnterTerms(new CalendarDate(2025, 10, 1), foreign));
        Assert.Equal("Refused version-state", refused.ToString());
        Assert.Contains("about another record", refused.Message, StringComparison.Ordinal);

        site.Dataverse.Row(Terms, foreign)[CommitmentTermsTable.RuleState] = new OptionSetValue(RuleStateChoice.Superseded);
        Assert.Contains(
            "which is not active",
            drafts.Activate(site.Luis, Terms, EnterTerms(new CalendarDate(2025, 10, 1), foreign, "T9")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nothing_begins_in_a_period_that_is_posted()
    {
        site.Post(site.AddDocument(First));
        var terms = EnterTerms(new CalendarDate(2025, 9, 30), Active(Terms).Id);
        var refused = drafts.ReviewAndActivate(site.Luis, Terms, terms);
        Assert.Equal("Refused version-back-dated", refused.ToString());
        Assert.Contains("begins on 2025-09-30", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Let it begin on 2025-10-01 or later", refused.Message, StringComparison.Ordinal);
        drafts.Edit(site.Dana, Terms, terms, (CommitmentTermsTable.ValidFrom, new DateTime(2025, 10, 1)));
        Assert.Equal("Activated", drafts.ReviewAndActivate(site.Luis, Terms, terms).ToString());

        var rule = NewRule("SUB-2", new DateTime(2025, 9, 1), DocumentTypeChoice.SubcontractorInvoice);
        rule[OwnershipRuleTable.ReplacesId] = new EntityReference(Rule, Active(Rule).Id);
        Assert.Equal("Refused version-back-dated", drafts.ReviewAndActivate(site.Luis, Rule, drafts.Enter(site.Dana, rule)).ToString());

        // Nothing of that kind is posted.
        var owner = drafts.Enter(site.Dana, NewRule("OWNER", new DateTime(2025, 1, 1), DocumentTypeChoice.OwnerInvoice));
        Assert.Equal("Activated", drafts.ReviewAndActivate(site.Luis, Rule, owner).ToString());
    }

    [Fact]
    public void A_mapping_is_not_changed_for_codes_that_are_posted_and_is_added_for_codes_that_are_not()
    {
        var document = site.AddDocument(First);
        site.Post(document);
        var line = new RowView(
            site.Dataverse.All(SourceLineTable.LogicalName).First(row => new RowView(row).Reference(SourceLineTable.DocumentId) == document)
        );
        var posted = NewMapping("POSTED", line.Text(SourceLineTable.CostCode)!);
        Assert.Equal("Refused version-back-dated", Mapped(posted).ToString());
        var beginning = NewMapping("BEGINNING", line.Text(SourceLineTable.CostCode)![..2] + "*");
        Assert.Equal("Refused version-back-dated", Mapped(beginning).ToString());
        Assert.Equal("Activated", Mapped(NewMapping("FORGOTTEN", "07-840")).ToString());
    }

    [Fact]
    public void Of_two_activations_of_one_moment_one_takes_effect()
    {
        var old = Active(Terms).Id;
        var id = EnterTerms(new CalendarDate(2025, 10, 1), old);
        var seen = drafts.Activate(site.Luis, Terms, id).Hash;
        site.Dataverse.BeforeConditionalUpdate = () =>
        {
            site.Dataverse.BeforeConditionalUpdate = null;
            site.Dataverse.UpdateInside(
                "pint_Activate",
                new Entity(Terms, old) { [CommitmentTermsTable.RuleState] = new OptionSetValue(RuleStateChoice.Superseded) }
            );
        };
        var late = Drafts.Refused(() => drafts.Activate(site.Luis, Terms, id, seen));
        Assert.StartsWith("The version changed while it was being activated.", late, StringComparison.Ordinal);
        Assert.Equal(RuleStateChoice.Draft, drafts.State(Terms, id));
    }

    [Fact]
    public void Saves_and_activations_of_one_table_wait_for_each_other_and_activations_of_terms_also_for_postings()
    {
        var id = EnterTerms(new CalendarDate(2025, 10, 1), Active(Terms).Id);
        var key = "VERSIONS|PINT-COMMITMENTTERMS";
        var lockId = site.Dataverse.All(LockTable.LogicalName).Single(row => row.GetAttributeValue<string>(LockTable.Key) == key).Id;
        site.Dataverse.Row(LockTable.LogicalName, lockId)[LockTable.Counter] = 0;
        drafts.Edit(site.Dana, Terms, id, (CommitmentTermsTable.Name, "x"));
        Assert.Equal(1, new RowView(site.Dataverse.Row(LockTable.LogicalName, lockId)).WholeNumber(LockTable.Counter));

        site.Dataverse.Row(LockTable.LogicalName, lockId)[LockTable.Counter] = 0;
        Assert.Equal(0, site.LockCounter);
        drafts.ReviewAndActivate(site.Luis, Terms, id);
        Assert.Equal(1, new RowView(site.Dataverse.Row(LockTable.LogicalName, lockId)).WholeNumber(LockTable.Counter));
        Assert.Equal(1, site.LockCounter);
        Assert.Equal("Update pint_lock", site.Dataverse.Requests.First(request => !request.EndsWith("Multiple pint_lock", StringComparison.Ordinal)));
    }

    private Entity Active(string table) =>
        site.Dataverse.All(table).First(row => new RowView(row).Choice(CommitmentTable.RuleState) == RuleStateChoice.Active);

    private Drafts.Answer Mapped(Entity rule) => drafts.ReviewAndActivate(site.Luis, WbsMappingRuleTable.LogicalName, drafts.Enter(site.Dana, rule));

    private Entity NewMapping(string key, string costCode) =>
        new(WbsMappingRuleTable.LogicalName)
        {
            [WbsMappingRuleTable.Key] = key,
            [WbsMappingRuleTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, site.Project),
            [WbsMappingRuleTable.TaskSegmentCode] = "*",
            [WbsMappingRuleTable.CostCode] = costCode,
            [WbsMappingRuleTable.CostType] = "SUB",
            [WbsMappingRuleTable.ExpenditureType] = "Subcontract",
            [WbsMappingRuleTable.ValidFrom] = new DateTime(2025, 1, 1),
        };

    private Entity NewRule(string key, DateTime from, int type) =>
        new(Rule)
        {
            [OwnershipRuleTable.Key] = key,
            [OwnershipRuleTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, site.Environment),
            [OwnershipRuleTable.DocumentType] = new OptionSetValue(type),
            [OwnershipRuleTable.ApprovalPlace] = new OptionSetValue(ApprovalPlaceChoice.Procore),
            [OwnershipRuleTable.TriggerStatus] = "approved",
            [OwnershipRuleTable.ValidFrom] = from,
        };

    private Guid EnterTerms(CalendarDate from, Guid? replaces, string key = "LAKESHORE|1|TERMS|SC-002|2")
    {
        var row = TermsVersionRows.Write(Later(from) with { Key = key });
        row[CommitmentTermsTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, site.Commitment);
        row[CommitmentTermsTable.ReplacesId] = replaces is { } id ? new EntityReference(Terms, id) : null;
        return drafts.Enter(site.Dana, row);
    }

    private static TermsVersion Later(CalendarDate from) =>
        Site.TermsOf("SC-002") with
        {
            Key = "LAKESHORE|1|TERMS|SC-002|2",
            Number = 2,
            ValidFrom = from,
        };
}
