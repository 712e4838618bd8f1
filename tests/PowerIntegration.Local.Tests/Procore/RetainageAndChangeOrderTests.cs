using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Scripts;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

public sealed class RetainageAndChangeOrderTests
{
    private const string Project = "project_id=562949953500001";
    private const string Reviewer = "dana.whitfield@lakeshorebuilders.example";
    private const long Concrete = 562949953700001;
    private const long Steel = 562949953710108;
    private const long Mobilization = 562949953710101;
    private static readonly DateTimeOffset Later = new(2025, 11, 12, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Released_retainage_leaves_what_is_held_and_the_next_invoice_starts_from_there()
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Play(1);
        var id = SubmitNovember(
            host,
            script =>
                script with
                {
                    Items = [new InvoiceItemScript(Steel, 0, 214336.71m, WorkRetainageReleased: 4000.10m, StoredRetainageReleased: 433.67m)],
                }
        );
        var detail = await RowAsync(host, id, Steel);
        Assert.Equal(("14890.24", "0.00", "4000.10", "10890.14"), Amounts(detail, "work_completed"));
        Assert.Equal(("21433.67", "0.00", "433.67", "21000.00"), Amounts(detail, "materials_stored"));
        var invoice = await ShowAsync(host, id);
        Assert.Equal("retainage_release", invoice["invoice_type"]!.ToString());
        Assert.Equal("4433.77", invoice["summary"]!["current_payment_due"]!.ToString());

        host.Simulator.Actors.Approve(id, Reviewer, Later);
        var next = SubmitNovember(host, script => script with { InvoiceNumber = "NEXT", Items = [new InvoiceItemScript(Steel, 100, 0)] });
        var after = await RowAsync(host, next, Steel);
        Assert.Equal(("10890.14", "10.00", "0.00", "10900.14"), Amounts(after, "work_completed"));
        Assert.Equal(("21000.00", "-21000.00", "0.00", "0.00"), Amounts(after, "materials_stored"));
    }

    [Fact]
    public async Task A_lower_percentage_releases_its_share_of_what_every_line_holds_and_stays_for_later_invoices_and_lines()
    {
        await using var host = await ProcoreHost.StartAsync();
        var october = host.Play(1)["PCC-25-1187"];
        var id = SubmitNovember(host, script => script with { LowersRetainageTo = 5m, Items = [new InvoiceItemScript(Mobilization, 1000.10m, 0)] });
        Assert.Equal(("9652.50", "50.01", "4826.25", "4876.26"), Amounts(await RowAsync(host, id, Mobilization), "work_completed"));
        Assert.Equal(("21433.67", "0.00", "10716.84", "10716.83"), Amounts(await RowAsync(host, id, Steel), "materials_stored"));
        Assert.Equal("progress_and_retainage_release", (await ShowAsync(host, id))["invoice_type"]!.ToString());
        Assert.Equal("10.00", (await RowAsync(host, october, Mobilization))["work_completed_retainage_percent_this_period"]!.ToString());

        host.Simulator.Actors.Approve(id, Reviewer, Later);
        var next = SubmitNovember(host, script => script with { InvoiceNumber = "NEXT", Items = [new InvoiceItemScript(Mobilization, 1000m, 0)] });
        Assert.Equal(("4876.26", "50.00", "0.00", "4926.26"), Amounts(await RowAsync(host, next, Mobilization), "work_completed"));
        Assert.Contains(
            "cannot be lowered",
            Refused(() => SubmitNovember(host, script => script with { InvoiceNumber = "AGAIN", LowersRetainageTo = 5m })),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Retainage_entered_by_hand_wins_over_the_percentage_and_is_marked()
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Play(1);
        var id = SubmitNovember(
            host,
            script =>
                script with
                {
                    Items =
                    [
                        new InvoiceItemScript(Steel, 1000m, 214336.71m, WorkRetainageRetained: 12.34m, StoredRetainageHeld: 20000m),
                        new InvoiceItemScript(Mobilization, 1000m, 0),
                    ],
                }
        );
        Assert.Equal(("14890.24", "12.34", "0.00", "14902.58"), Amounts(await RowAsync(host, id, Steel), "work_completed"));
        Assert.Equal("20000.00", (await RowAsync(host, id, Steel))["materials_stored_retainage_currently_retained"]!.ToString());
        var items = (await ShowAsync(host, id))["items"]!.AsArray();
        Assert.Equal(
            [Steel],
            items.Where(item => item!["ssr_manual_override"]!.GetValue<bool>()).Select(item => item!["line_item_id"]!.GetValue<long>())
        );
    }

    [Fact]
    public async Task Work_that_is_taken_back_gives_its_retainage_back()
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Play(1);
        var id = SubmitNovember(host, script => script with { Items = [new InvoiceItemScript(Mobilization, -525m, 0)] });
        Assert.Equal(("9652.50", "-52.50", "0.00", "9600.00"), Amounts(await RowAsync(host, id, Mobilization), "work_completed"));
        Assert.Equal("-472.50", (await ShowAsync(host, id))["summary"]!["current_payment_due"]!.ToString());
    }

    [Theory]
    [InlineData(9652.51, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 0.01)]
    public async Task More_than_is_held_cannot_be_released(decimal work, decimal stored)
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Play(1);
        var refusal = Refused(() =>
            SubmitNovember(
                host,
                script =>
                    script with
                    {
                        Items = [new InvoiceItemScript(Mobilization, 0, 0, WorkRetainageReleased: work, StoredRetainageReleased: stored)],
                    }
            )
        );
        Assert.Contains("Release no more than is held", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_order_shows_on_the_commitment_and_on_the_next_invoice_and_leaves_the_one_before()
    {
        await using var host = await ProcoreHost.StartAsync();
        var october = host.Play(1)["PCC-25-1187"];
        var before = (await ShowAsync(host, october)).ToJsonString();
        host.Simulator.Actors.ApproveChangeOrder(
            Order(
                new ChangeOrderLineScript(1, 5000.50m, "Extra footing", Steel),
                new ChangeOrderLineScript(Mobilization, -1500m),
                new ChangeOrderLineScript(Steel, 250m)
            )
        );

        var contract = await host.GetAsync($"rest/v1.0/work_order_contracts/{Concrete}?{Project}");
        Assert.Equal(
            ("7739006.50", "3750.50", "7742757.00"),
            (contract["grand_total"]!.ToString(), contract["approved_change_orders"]!.ToString(), contract["revised_contract"]!.ToString())
        );
        var added = contract["line_items"]!.AsArray()[12]!.AsObject();
        Assert.Equal(
            (13, "Extra footing", "5000.50"),
            (added["position"]!.GetValue<int>(), added["description"]!.ToString(), added["amount"]!.ToString())
        );
        Assert.False(added.ContainsKey("change_order_number"));
        Assert.Equal(before, (await ShowAsync(host, october)).ToJsonString());

        var next = await ShowAsync(host, SubmitNovember(host, script => script));
        var values = next["items"]!
            .AsArray()
            .ToDictionary(
                item => item!["line_item_id"]!.GetValue<long>(),
                item => (item!["item_type"]!.ToString(), item["scheduled_value"]!.ToString())
            );
        Assert.Equal(("change_order_item", "5000.50"), values[1]);
        Assert.Equal(("contract_item", "147000.00"), values[Mobilization]);
        Assert.Equal(("contract_item", "1284925.25"), values[Steel]);
        Assert.Equal(
            ("3750.50", "7742757.00"),
            (next["summary"]!["net_change_by_change_orders"]!.ToString(), next["summary"]!["contract_sum_to_date"]!.ToString())
        );
    }

    [Fact]
    public async Task A_change_order_that_does_not_fit_its_commitment_is_refused_with_a_sentence()
    {
        await using var host = await ProcoreHost.StartAsync();
        var actors = host.Simulator.Actors;
        Assert.Contains(
            "is not a line of commitment",
            Refused(() => actors.ApproveChangeOrder(Order(new ChangeOrderLineScript(562949953710201, 1m)))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "coding_of_line_item_id",
            Refused(() => actors.ApproveChangeOrder(Order(new ChangeOrderLineScript(1, 1m, "No coding")))),
            StringComparison.Ordinal
        );
        Assert.Contains("has no user", Refused(() => actors.ApproveChangeOrder(Order() with { ApprovedBy = "nobody" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_approved_invoice_that_exists_is_corrected_and_the_correction_is_in_the_history()
    {
        await using var host = await ProcoreHost.StartAsync();
        var id = host.Play(1)["PCC-25-1187"];
        var script = host.Invoice("PCC-25-1187");
        var correction = new CorrectionScript(
            Concrete,
            "PCC-25-1187",
            Reviewer,
            Later,
            script.SubmittedBy,
            Later.AddHours(1),
            Later.AddHours(2),
            "approved",
            Reviewer,
            Later.AddHours(3),
            [new InvoiceItemScript(Mobilization, 90000m, 0)],
            script.Expected
        );
        Assert.Contains(
            "has no invoice",
            Refused(() => host.Simulator.Actors.Correct(correction with { InvoiceNumber = "PCC-0" })),
            StringComparison.Ordinal
        );

        host.Simulator.Actors.Correct(correction);
        var invoice = await ShowAsync(host, id);
        Assert.Equal(
            ("approved", "985507.88"),
            (invoice["status"]!.ToString(), invoice["summary"]!["total_completed_and_stored_to_date"]!.ToString())
        );
        var rows = (await host.GetAsync($"rest/v1.0/requisitions/{id}/change_histories?{Project}")).AsArray();
        Assert.Equal(
            ["status revise_and_resubmit", "work_completed_this_period 90000.00", "status under_review", "status approved"],
            rows.Skip(2).Select(row => $"{row!["column"]} {row["new_value"]}")
        );
    }

    [Fact]
    public async Task The_final_flag_is_on_the_invoice_that_says_so()
    {
        await using var host = await ProcoreHost.StartAsync();
        var october = host.Play(1)["PCC-25-1187"];
        var id = SubmitNovember(host, script => script with { Final = true });
        Assert.False((await ShowAsync(host, october))["final"]!.GetValue<bool>());
        Assert.True((await ShowAsync(host, id))["final"]!.GetValue<bool>());
    }

    private static ChangeOrderScript Order(params ChangeOrderLineScript[] lines) => new(Concrete, "CCO-9", "A change", Reviewer, Later, lines);

    private static long SubmitNovember(ProcoreHost host, Func<InvoiceScript, InvoiceScript> change)
    {
        var november = host.Seed.Months[1];
        host.Simulator.Actors.OpenPeriod(november.PeriodId, november.OpenedAt);
        return host.Simulator.Actors.SubmitInvoice(november, change(november.Invoices[0]));
    }

    private static string Refused(Action act) => Assert.Throws<InvalidOperationException>(act).Message;

    private static (string Before, string Retained, string Released, string Held) Amounts(JsonNode row, string bucket) =>
        (
            row[bucket + "_retainage_from_previous_application"]!.ToString(),
            row[bucket + "_retainage_retained_this_period"]!.ToString(),
            row[bucket + "_retainage_released_this_period"]!.ToString(),
            row[bucket + "_retainage_currently_retained"]!.ToString()
        );

    private static async Task<JsonNode> RowAsync(ProcoreHost host, long id, long lineItemId)
    {
        var item = (await ShowAsync(host, id))["items"]!.AsArray().Single(item => item!["line_item_id"]!.GetValue<long>() == lineItemId)!;
        var detail = (await host.GetAsync($"rest/v1.0/requisitions/{id}/detail?{Project}")).AsArray();
        return detail.Single(row => row!["id"]!.GetValue<long>() == item["id"]!.GetValue<long>())!;
    }

    private static Task<JsonNode> ShowAsync(ProcoreHost host, long id) => host.GetAsync($"rest/v1.1/requisitions/{id}?{Project}");
}
