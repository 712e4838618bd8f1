using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Versions;

/// <summary>What was imported together ends together, by two people, and all of it or nothing.</summary>
public sealed class SupersedeBatchTests
{
    private const string Batch = "IMPORT-1";
    private const string Rules = WbsMappingRuleTable.LogicalName;

    private readonly Site site = new();
    private readonly Drafts drafts;

    public SupersedeBatchTests() => drafts = new Drafts(site);

    [Fact]
    public void One_person_requests_the_end_of_the_batch_and_another_confirms_it()
    {
        var rows = Activated("07-840", "09-900");
        var asked = drafts.SupersedeBatch(site.Dana, Batch, "2026-03-31", "The import was wrong.");
        Assert.Equal("Requested", asked.ToString());
        Assert.Equal(
            "The end of batch IMPORT-1 on 2026-03-31 was requested by Dana Kowalski: 2 versions. A second person must confirm it.",
            asked.Message
        );
        Assert.All(rows, row => Assert.Null(Row(row).Date(WbsMappingRuleTable.ValidTo)));
        Assert.Equal("Refused second-person-required", drafts.SupersedeBatch(site.Dana, Batch, "2026-03-31").ToString());
        Assert.Equal("Refused version-changed", drafts.SupersedeBatch(site.Luis, Batch, "2026-02-28").ToString());
        Assert.Equal("Refused version-changed", drafts.SupersedeBatch(site.Luis, Batch, null).ToString());

        var ended = drafts.SupersedeBatch(site.Luis, Batch, "2026-03-31");
        Assert.Equal("Ended", ended.ToString());
        Assert.Equal("2 versions of batch IMPORT-1 ended on 2026-03-31, as Dana Kowalski requested and Luis Ortega confirmed.", ended.Message);
        Assert.All(
            rows,
            row =>
                Assert.Equal(
                    (new CalendarDate(2026, 3, 31), RuleStateChoice.Active, "Luis Ortega", "The import was wrong."),
                    (
                        Row(row).Date(WbsMappingRuleTable.ValidTo),
                        Row(row).Choice(WbsMappingRuleTable.RuleState),
                        Row(row).Text(WbsMappingRuleTable.EndedBy),
                        Row(row).Text(WbsMappingRuleTable.EndReason)
                    )
                )
        );
        Assert.Contains("end by 2026-03-31 already", drafts.SupersedeBatch(site.Luis, Batch, "2026-03-31").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_last_day_all_of_the_batch_is_superseded()
    {
        var rows = Activated("07-840", "09-900");
        drafts.SupersedeBatch(site.Dana, Batch, null, "Imported twice.");
        Assert.Equal("Ended", drafts.SupersedeBatch(site.Luis, Batch, null).ToString());
        Assert.All(rows, row => Assert.Equal(RuleStateChoice.Superseded, drafts.State(Rules, row)));
        Assert.Contains("has no active versions", drafts.SupersedeBatch(site.Luis, Batch, null).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_ends_earlier_stays_and_what_begins_later_is_superseded()
    {
        var rows = Activated("07-840", "09-900", "03-300");
        var (early, late) = (site.Dataverse.Row(Rules, rows[0]), site.Dataverse.Row(Rules, rows[1]));
        early[WbsMappingRuleTable.ValidTo] = new DateTime(2025, 12, 31);
        late[WbsMappingRuleTable.ValidFrom] = new DateTime(2026, 6, 1);
        Assert.Contains("2 versions", drafts.SupersedeBatch(site.Dana, Batch, "2026-03-31", "Wrong.").Message, StringComparison.Ordinal);
        Assert.Equal("Ended", drafts.SupersedeBatch(site.Luis, Batch, "2026-03-31").ToString());
        Assert.Equal(new CalendarDate(2025, 12, 31), Row(rows[0]).Date(WbsMappingRuleTable.ValidTo));
        Assert.Null(Row(rows[0]).Text(WbsMappingRuleTable.EndRequestedBy));
        Assert.Equal(RuleStateChoice.Superseded, drafts.State(Rules, rows[1]));
        Assert.Equal(new CalendarDate(2026, 3, 31), Row(rows[2]).Date(WbsMappingRuleTable.ValidTo));
    }

    [Fact]
    public void One_version_that_cannot_end_stops_the_batch()
    {
        // The invoice is billed on code 26-240, and posted for September 2025.
        var rows = Activated("09-900", "26-240");
        site.Dataverse.Row(Rules, site.Dataverse.All(Rules).First(row => row.Id != rows[0] && row.Id != rows[1]).Id)[WbsMappingRuleTable.RuleState] =
            new OptionSetValue(RuleStateChoice.Superseded);
        site.Post(site.AddDocument(Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)])));
        foreach (var to in new[] { "2025-09-29", null })
        {
            var answer = drafts.SupersedeBatch(site.Dana, Batch, to, "Wrong.");
            Assert.Equal("Refused version-back-dated", answer.ToString());
            Assert.EndsWith("Nothing was changed.", answer.Message, StringComparison.Ordinal);
        }

        Assert.All(rows, row => Assert.Null(Row(row).Text(WbsMappingRuleTable.EndRequestedBy)));
        Assert.Equal("Requested", drafts.SupersedeBatch(site.Dana, Batch, "2025-09-30", "Wrong.").ToString());

        // What was activated under the same batch since was not requested.
        Enter("03-300");
        Activate();
        Assert.Equal("Refused input-unusable", drafts.SupersedeBatch(site.Luis, Batch, "2025-09-30").ToString());
        Assert.All(rows, row => Assert.Null(Row(row).Date(WbsMappingRuleTable.ValidTo)));
    }

    [Fact]
    public void A_day_that_cannot_be_read_changes_nothing()
    {
        var rows = Activated("07-840");
        var answer = drafts.SupersedeBatch(site.Dana, Batch, "31.3.2026", "x");
        Assert.Equal("Refused input-unusable", answer.ToString());
        Assert.Contains("The last day is '31.3.2026'", answer.Message, StringComparison.Ordinal);
        Assert.Null(Row(rows[0]).Text(WbsMappingRuleTable.EndRequestedBy));
    }

    private RowView Row(Guid id) => new(site.Dataverse.Row(Rules, id));

    private List<Guid> Activated(params string[] codes)
    {
        List<Guid> rows = [.. codes.Select(Enter)];
        Activate();
        return rows;
    }

    private void Activate() =>
        Assert.Equal("Activated", drafts.ActivateBatch(site.Luis, Batch, drafts.ActivateBatch(site.Luis, Batch).Hash).ToString());

    private Guid Enter(string costCode) =>
        drafts.Enter(
            site.Dana,
            new Entity(Rules)
            {
                [WbsMappingRuleTable.Key] = "RULE-" + costCode,
                [WbsMappingRuleTable.Batch] = Batch,
                [WbsMappingRuleTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, site.Project),
                [WbsMappingRuleTable.TaskSegmentCode] = "*",
                [WbsMappingRuleTable.CostCode] = costCode,
                [WbsMappingRuleTable.CostType] = "SUB",
                [WbsMappingRuleTable.ExpenditureType] = "Subcontract",
                [WbsMappingRuleTable.ValidFrom] = new DateTime(2025, 1, 1),
            }
        );
}
