using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

public sealed class RequisitionTests
{
    private const string Project = "project_id=562949953500001";
    private const long SwitchgearLine = 562949953710203;

    [Fact]
    public async Task Every_certificate_of_the_two_months_has_the_totals_worked_out_by_hand()
    {
        await using var host = await ProcoreHost.StartAsync();
        foreach (var (number, id) in host.Play(2))
        {
            var expected = host.Invoice(number).Expected;
            var summary = (await host.GetAsync($"rest/v1.1/requisitions/{id}?{Project}"))["summary"]!;
            Assert.Equal(expected.CompletedAndStored, Amount(summary, "total_completed_and_stored_to_date"));
            Assert.Equal(expected.Retainage, Amount(summary, "total_retainage"));
            Assert.Equal(expected.PreviousCertificates, Amount(summary, "less_previous_certificates_for_payment"));
            Assert.Equal(expected.CurrentPaymentDue, Amount(summary, "current_payment_due"));
        }
    }

    [Fact]
    public async Task Every_certificate_keeps_the_identities_between_header_lines_and_the_certificate_before()
    {
        await using var host = await ProcoreHost.StartAsync();
        foreach (var id in host.Play(2).Values)
        {
            var invoice = await host.GetAsync($"rest/v1.1/requisitions/{id}?{Project}");
            var detail = (await host.GetAsync($"rest/v1.0/requisitions/{id}/detail?{Project}")).AsArray();
            var summary = invoice["summary"]!;
            var items = invoice["items"]!.AsArray();
            Assert.Equal(12, items.Count);
            Assert.Equal(Amount(summary, "contract_sum_to_date"), items.Sum(item => Amount(item!, "scheduled_value")));
            Assert.Equal(
                Amount(summary, "total_completed_and_stored_to_date"),
                items.Sum(item => Amount(item!, "total_completed_and_stored_to_date"))
            );
            Assert.Equal(
                Amount(summary, "completed_work_retainage_amount"),
                detail.Sum(row => Amount(row!, "work_completed_retainage_currently_retained"))
            );
            Assert.Equal(
                Amount(summary, "stored_materials_retainage_amount"),
                detail.Sum(row => Amount(row!, "materials_stored_retainage_currently_retained"))
            );
            Assert.Equal(Amount(summary, "total_retainage"), detail.Sum(row => Amount(row!, "total_retainage_currently_retained")));
            var movement = items.Sum(item =>
                Amount(item!, "total_completed_and_stored_to_date") - Amount(item!, "total_completed_and_stored_to_date_from_previous")
            );
            var withheld = detail.Sum(row =>
                Amount(row!, "total_retainage_currently_retained") - Amount(row!, "total_retainage_from_previous_application")
            );
            Assert.Equal(Amount(summary, "current_payment_due"), movement - withheld);
            Assert.Equal(
                Amount(summary, "balance_to_finish_including_retainage"),
                detail.Sum(row => Amount(row!, "balance_to_finish")) + Amount(summary, "total_retainage")
            );
            Assert.All(items.Zip(detail), pair => AssertSameLine(pair.First!, pair.Second!));
        }
    }

    [Fact]
    public async Task Switchgear_stored_in_October_and_set_in_November_leaves_only_the_labor_as_movement()
    {
        await using var host = await ProcoreHost.StartAsync();
        var ids = host.Play(2);
        var october = await LineAsync(host, ids["HE-40213"], SwitchgearLine);
        AssertAmounts(october, "0.00", "0.00", "412630.15", "412630.15", "0.00", "0.00", "41263.02");
        var november = await LineAsync(host, ids["HE-40688"], SwitchgearLine);
        AssertAmounts(november, "0.00", "460845.75", "0.00", "460845.75", "412630.15", "46084.58", "0.00");
        Assert.Equal("48215.60", november["subcontractor_claimed_amount"]!.ToString());
        Assert.Equal(october["id"]!.GetValue<long>(), november["previous_progress_id"]!.GetValue<long>());
    }

    [Fact]
    public async Task Applications_are_numbered_within_their_commitment_and_point_to_the_one_before()
    {
        await using var host = await ProcoreHost.StartAsync();
        var ids = host.Play(2);
        var november = await host.GetAsync($"rest/v1.1/requisitions/{ids["IG 7741-2"]}?{Project}");
        Assert.Equal(2, november["number"]!.GetValue<int>());
        Assert.Equal(ids["IG 7741-1"], november["previous_requisition_id"]!.GetValue<long>());
        Assert.Equal("approved", november["status"]!.ToString());
        Assert.Equal("2025-12-03T17:02:31Z", november["updated_at"]!.ToString());
        Assert.Equal("2025-11-24", november["submitted_at"]!.ToString());
        Assert.Equal("2025-11-01", november["requisition_start"]!.ToString());
        Assert.Equal("2025-11-30", november["requisition_end"]!.ToString());
        Assert.Equal("Hanna Kowalczyk", november["created_by"]!["name"]!.ToString());
    }

    [Fact]
    public async Task The_change_history_says_who_submitted_and_who_approved_when()
    {
        await using var host = await ProcoreHost.StartAsync();
        var id = host.Play(1)["PCC-25-1187"];
        var rows = (await host.GetAsync($"rest/v1.0/requisitions/{id}/change_histories?{Project}")).AsArray();
        Assert.Equal(
            [("draft", "under_review", "Erin Doyle", "2025-10-24T14:05:33Z"), ("under_review", "approved", "Dana Whitfield", "2025-11-03T16:05:12Z")],
            rows.Select(row =>
                (row!["old_value"]!.ToString(), row["new_value"]!.ToString(), row["action_by"]!.ToString(), row["created_at"]!.ToString())
            )
        );
    }

    [Fact]
    public async Task What_the_reviewer_cut_shows_as_claimed_and_approved_amounts()
    {
        await using var host = await ProcoreHost.StartAsync();
        var line = await LineAsync(host, host.Play(1)["PCC-25-1187"], 562949953710106);
        Assert.Equal("118450.00", line["subcontractor_claimed_amount"]!.ToString());
        Assert.Equal("102763.18", line["work_completed_this_period"]!.ToString());
        Assert.Equal("approved", line["status"]!.ToString());
        Assert.NotNull(line["comment"]);
    }

    [Theory]
    [InlineData("", 6)]
    [InlineData("&filters[updated_at]=2025-11-03T16:05:12Z...2025-11-03T16:31:40Z", 2)]
    [InlineData("&filters[updated_at]=2025-11-03T16:05:13Z...2025-11-03T16:31:39Z", 0)]
    [InlineData("&filters[updated_at]=2025-11-01...2025-11-03", 2)]
    [InlineData("&filters[commitment_id]=562949953700002", 2)]
    [InlineData("&filters[period_id]=562949953800011", 3)]
    [InlineData("&filters[status]=approved&filters[period_id]=562949953800010", 3)]
    [InlineData("&filters[status]=draft", 0)]
    [InlineData("&filters[is_last]=true", 3)]
    [InlineData("&filters[id][]=562949953900001&filters[id][]=562949953900006", 2)]
    public async Task Documented_filters_select(string filter, int count)
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Play(2);
        Assert.Equal(count, (await host.GetAsync($"rest/v1.1/requisitions?{Project}{filter}")).AsArray().Count);
    }

    [Fact]
    public async Task Pages_come_with_link_total_and_per_page_and_the_last_has_no_next()
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Play(2);
        var seen = new List<long>();
        var url = $"rest/v1.1/requisitions?{Project}&per_page=4";
        string? next = url;
        while (next is not null)
        {
            using var answer = await host.Client.GetAsync(next);
            Assert.Equal("6", answer.Headers.GetValues("Total").Single());
            Assert.Equal("4", answer.Headers.GetValues("Per-Page").Single());
            seen.AddRange(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray().Select(row => row!["id"]!.GetValue<long>()));
            next = answer
                .Headers.GetValues("Link")
                .Single()
                .Split(", ")
                .SingleOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal))
                ?.Split('>')[0][1..];
        }

        Assert.Equal(6, seen.Distinct().Count());
        using var plain = await host.Client.GetAsync($"rest/v1.1/requisitions?{Project}");
        Assert.Equal("30", plain.Headers.GetValues("Per-Page").Single());
    }

    [Fact]
    public async Task A_list_holds_lines_only_with_the_view_that_asks_for_them()
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Play(1);
        Assert.All((await host.GetAsync($"rest/v1.1/requisitions?{Project}")).AsArray(), row => Assert.Null(row!["items"]));
        Assert.All(
            (await host.GetAsync($"rest/v1.1/requisitions?{Project}&view=items")).AsArray(),
            row => Assert.Equal(12, row!["items"]!.AsArray().Count)
        );
    }

    private static void AssertSameLine(JsonNode item, JsonNode detail)
    {
        Assert.Equal(item["id"]!.GetValue<long>(), detail["id"]!.GetValue<long>());
        Assert.Equal(
            item["materials_stored_retainage_currently_retained"]!.ToString(),
            detail["materials_stored_retainage_currently_retained"]!.ToString()
        );
        Assert.Equal(
            Amount(item, "work_completed_retainage_from_previous_application")
                + Amount(item, "work_completed_retainage_retained_this_period")
                - Amount(item, "work_completed_retainage_released_this_period"),
            Amount(detail, "work_completed_retainage_currently_retained")
        );
        Assert.Equal(
            Amount(item, "total_completed_and_stored_to_date"),
            Amount(item, "work_completed_from_previous_application")
                + Amount(item, "work_completed_this_period")
                + Amount(item, "materials_presently_stored")
        );
    }

    private static void AssertAmounts(
        JsonNode line,
        string previous,
        string work,
        string stored,
        string toDate,
        string toDateBefore,
        string workRetained,
        string storedRetained
    )
    {
        Assert.Equal(previous, line["work_completed_from_previous_application"]!.ToString());
        Assert.Equal(work, line["work_completed_this_period"]!.ToString());
        Assert.Equal(stored, line["materials_presently_stored"]!.ToString());
        Assert.Equal(toDate, line["total_completed_and_stored_to_date"]!.ToString());
        Assert.Equal(toDateBefore, line["total_completed_and_stored_to_date_from_previous"]!.ToString());
        Assert.Equal(workRetained, line["work_completed_retainage_retained_this_period"]!.ToString());
        Assert.Equal(storedRetained, line["materials_stored_retainage_currently_retained"]!.ToString());
    }

    private static async Task<JsonNode> LineAsync(ProcoreHost host, long id, long lineItemId) =>
        (await host.GetAsync($"rest/v1.1/requisitions/{id}?{Project}"))["items"]!
            .AsArray()
            .Single(item => item!["line_item_id"]!.GetValue<long>() == lineItemId)!;

    private static decimal Amount(JsonNode row, string field) => decimal.Parse(row[field]!.GetValue<string>(), CultureInfo.InvariantCulture);
}
