using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Tests.Fakes;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Versions;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Versions;

/// <summary>What no single person's save can do to a version, whatever rights the person has: the step runs for everyone.</summary>
public sealed class ProtectVersionsTests
{
    private readonly Site site = new();
    private readonly Drafts drafts;

    public ProtectVersionsTests() => drafts = new Drafts(site);

    public static TheoryData<string> Tables => [.. VersionedTables.All.Select(table => table.LogicalName)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void No_one_creates_a_row_as_active_or_superseded(string table)
    {
        foreach (var state in new[] { RuleStateChoice.Active, RuleStateChoice.Superseded })
        {
            var refused = Drafts.Refused(() => drafts.Enter(site.Dana, Row(table, "K1", (CommitmentTable.RuleState, new OptionSetValue(state)))));
            Assert.Contains($"{Labels.Of(table)} K1 cannot be created as", refused, StringComparison.Ordinal);
            Assert.EndsWith("(version-state)", refused, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_new_row_is_a_draft_with_its_author_and_its_hash(string table)
    {
        var id = drafts.Enter(site.Dana, Row(table, "K1"));

        Assert.Equal(RuleStateChoice.Draft, drafts.State(table, id));
        Assert.Equal(site.Dana.ToString("D"), drafts.Text(table, id, CommitmentTable.ContributorIds));
        Assert.Equal("Dana Kowalski", drafts.Text(table, id, CommitmentTable.Contributors));
        var hash = drafts.Text(table, id, CommitmentTable.VersionHash);
        Assert.Matches("^[0-9a-f]{64}$", hash!);

        drafts.Edit(site.Luis, table, id, (CommitmentTable.Name, "Another name"));
        Assert.Equal($"{site.Dana:D}\n{site.Luis:D}", drafts.Text(table, id, CommitmentTable.ContributorIds));
        Assert.NotEqual(hash, drafts.Text(table, id, CommitmentTable.VersionHash));
        drafts.Edit(site.Luis, table, id, (CommitmentTable.Name, "A name"));
        Assert.Equal(hash, drafts.Text(table, id, CommitmentTable.VersionHash));
    }

    [Fact]
    public void The_address_of_Procore_is_a_host_alone()
    {
        var table = EnvironmentTable.LogicalName;
        const string Wrong = "https://us02.procore.com/562949953421312";
        var created = Drafts.Refused(() => drafts.Enter(site.Dana, Row(table, "K1", (EnvironmentTable.ProcoreWebAddress, Wrong))));
        var id = drafts.Enter(site.Dana, Row(table, "K2", (EnvironmentTable.ProcoreWebAddress, "https://us02.procore.com")));
        var edited = Drafts.Refused(() => drafts.Edit(site.Luis, table, id, (EnvironmentTable.ProcoreWebAddress, Wrong)));
        Assert.All([created, edited], text => Assert.Contains("without a path", text, StringComparison.Ordinal));
        Assert.Equal("https://us02.procore.com", drafts.Text(table, id, EnvironmentTable.ProcoreWebAddress));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void What_is_written_automatically_is_not_entered_and_not_edited(string table)
    {
        var draft = drafts.Enter(site.Dana, Row(table, "K1"));
        foreach (var column in VersionedTable.Bookkeeping)
        {
            object value = column.EndsWith("on", StringComparison.Ordinal) && column != CommitmentTable.EndReason ? new DateTime(2025, 1, 1) : "x";
            var created = Drafts.Refused(() => drafts.Enter(site.Dana, Row(table, "K2", (column, value))));
            var edited = Drafts.Refused(() => drafts.Edit(site.Luis, table, draft, (column, value)));
            var cleared = Drafts.Refused(() => drafts.Edit(site.Luis, table, draft, (column, null)));
            Assert.All(
                [created, edited, cleared],
                text => Assert.Contains($"{Labels.Of(table, column)} of {Labels.Of(table)}", text, StringComparison.Ordinal)
            );
        }

        Assert.Equal(site.Dana.ToString("D"), drafts.Text(table, draft, CommitmentTable.ContributorIds));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void What_is_active_or_superseded_is_not_edited_not_deleted_and_not_given_another_state(string table)
    {
        foreach (var state in new[] { RuleStateChoice.Active, RuleStateChoice.Superseded })
        {
            var row = Row(table, "K" + state, (CommitmentTable.RuleState, new OptionSetValue(state)));
            var id = site.Dataverse.Seed(row);
            var edited = Drafts.Refused(() => drafts.Edit(site.Dana, table, id, (CommitmentTable.Name, "x")));
            Assert.Contains("Name cannot be edited. Enter a draft that replaces", edited, StringComparison.Ordinal);
            foreach (var other in new[] { RuleStateChoice.Draft, RuleStateChoice.Active, RuleStateChoice.Superseded }.Where(other => other != state))
            {
                var moved = Drafts.Refused(() => drafts.Edit(site.Dana, table, id, (CommitmentTable.RuleState, new OptionSetValue(other))));
                Assert.Contains("cannot be changed from", moved, StringComparison.Ordinal);
            }

            Assert.Contains("Only a draft can be deleted", Drafts.Refused(() => drafts.Delete(site.Dana, table, id)), StringComparison.Ordinal);
            Assert.Contains("status", Drafts.Refused(() => drafts.Edit(site.Dana, table, id, ("statecode", 1))), StringComparison.Ordinal);
            Assert.Null(drafts.Text(table, id, CommitmentTable.Contributors));
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_draft_is_activated_by_no_save_and_deleted_by_anyone(string table)
    {
        var id = drafts.Enter(site.Dana, Row(table, "K1"));
        var moved = Drafts.Refused(() => drafts.Edit(site.Luis, table, id, (CommitmentTable.RuleState, new OptionSetValue(RuleStateChoice.Active))));
        Assert.Contains("cannot be changed from draft to active", moved, StringComparison.Ordinal);
        drafts.Delete(site.Luis, table, id);
        Assert.DoesNotContain(site.Dataverse.All(table), row => row.Id == id);
    }

    [Theory]
    [InlineData("SetState")]
    [InlineData("SetStateDynamicEntity")]
    [InlineData("Assign")]
    public void Owner_and_status_of_a_version_do_not_change(string message)
    {
        foreach (var table in VersionedTables.All)
        {
            var context = FakeContext.OfStep(message, new Entity(table.LogicalName, Guid.Empty), null, null, site.Dana);
            var refused = Drafts.Refused(() => new ProtectVersions().Execute(new FakeServices(context, site.Dataverse)));
            Assert.Contains("The owner and the status of", refused, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_the_exact_custom_apis_write_past_the_protection()
    {
        var row = new Entity(CommitmentTable.LogicalName, site.Commitment) { [CommitmentTable.VendorNumber] = "6666" };
        foreach (var message in new[] { "pint_RecordOutcome", "pint_ActivateEverything", "Pint_Activate", "pint_PrepareDocument" })
        {
            Assert.Contains("Vendor number", Drafts.Refused(() => site.Dataverse.UpdateInside(message, row)), StringComparison.Ordinal);
            site.Dataverse.Caller = null;
        }
    }

    [Fact]
    public void What_the_product_maintains_on_an_active_commitment_is_not_versioned()
    {
        drafts.Edit(site.Dana, CommitmentTable.LogicalName, site.Commitment, (CommitmentTable.OpeningGross, 12m));
        Assert.Equal(12m, new RowView(site.Dataverse.Row(CommitmentTable.LogicalName, site.Commitment)).Amount(CommitmentTable.OpeningGross));
        Assert.DoesNotContain("Update pint_lock", site.Dataverse.Requests);
    }

    [Fact]
    public void Every_versioned_table_has_the_same_columns_and_content_of_its_own()
    {
        foreach (var table in VersionedTables.All)
        {
            var columns = Labels.ColumnsOf(table.LogicalName);
            Assert.Empty(
                VersionedTable.Bookkeeping.Concat([CommitmentTable.RuleState, CommitmentTable.Batch, CommitmentTable.ReplacesId]).Except(columns)
            );
            Assert.Empty(table.Scope.Concat(table.Required).Concat([CommitmentTable.Key, CommitmentTable.Name]).Except(table.Content));
            Assert.DoesNotContain(table.Content, column => VersionedTable.Bookkeeping.Contains(column) || table.Product.Contains(column));
        }

        Assert.Contains(CommitmentTable.VendorNumber, VersionedTables.Find(CommitmentTable.LogicalName)!.Content);
    }

    private static Entity Row(string table, string key, params (string Column, object? Value)[] columns)
    {
        var row = new Entity(table) { [CommitmentTable.Key] = key, [CommitmentTable.Name] = "A name" };
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }

        return row;
    }
}
