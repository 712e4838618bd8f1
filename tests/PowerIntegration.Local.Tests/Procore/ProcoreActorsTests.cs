using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Local.Storage;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

public sealed class ProcoreActorsTests
{
    private const string Project = "project_id=562949953500001";
    private const string Reviewer = "dana.whitfield@lakeshorebuilders.example";
    private static readonly DateTimeOffset Later = new(2025, 12, 9, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_draft_that_nobody_approved_says_so()
    {
        await using var host = await ProcoreHost.StartAsync();
        var month = host.Seed.Months[0];
        var id = host.Simulator.Actors.CreateDraft(month, month.Invoices[0]);
        Assert.Equal("draft", await StatusAsync(host, id));
        Assert.Throws<InvalidOperationException>(() => host.Simulator.Actors.Approve(id, Reviewer, Later));
        Assert.Equal("draft", await StatusAsync(host, id));
    }

    [Fact]
    public async Task A_rejected_invoice_is_revised_resubmitted_and_approved_at_other_values()
    {
        await using var host = await ProcoreHost.StartAsync();
        var month = host.Seed.Months[0];
        var invoice = month.Invoices[1];
        var actors = host.Simulator.Actors;
        var id = actors.SubmitInvoice(month, invoice);
        actors.SetStatus(id, "revise_and_resubmit", Reviewer, Later);
        actors.Revise(id, [new InvoiceItemScript(562949953710201, 40000.05m, 0)], invoice.SubmittedBy, Later.AddHours(1));
        actors.SetStatus(id, "under_review", invoice.SubmittedBy, Later.AddHours(2));
        actors.Approve(id, Reviewer, Later.AddHours(3));

        var summary = (await ShowAsync(host, id))["summary"]!;
        Assert.Equal("747437.57", summary["total_completed_and_stored_to_date"]!.ToString());
        var history = (await host.GetAsync($"rest/v1.0/requisitions/{id}/change_histories?{Project}")).AsArray();
        var change = history.Single(row => row!["column"]!.ToString() == "work_completed_this_period")!;
        Assert.Equal(
            ("51750.00", "40000.05", "Luis Ortega"),
            (change["old_value"]!.ToString(), change["new_value"]!.ToString(), change["action_by"]!.ToString())
        );
    }

    [Fact]
    public async Task The_next_invoice_starts_from_what_was_revised_before_it_was_made()
    {
        await using var host = await ProcoreHost.StartAsync();
        var id = host.Play(1)["HE-40213"];
        host.Simulator.Actors.Revise(id, [new InvoiceItemScript(562949953710203, 0, 300000.05m)], Reviewer, Later);
        var november = host.Seed.Months[1];
        host.Simulator.Actors.OpenPeriod(november.PeriodId, Later);
        var next = host.Simulator.Actors.SubmitInvoice(november, november.Invoices[1]);
        var line = (await ShowAsync(host, next))["items"]!.AsArray().Single(item => item!["line_item_id"]!.GetValue<long>() == 562949953710203)!;
        Assert.Equal("300000.05", line["materials_presently_stored_from_previous_progress"]!.ToString());
        Assert.Equal(
            (await ShowAsync(host, id))["summary"]!["total_earned_less_retainage"]!.ToString(),
            (await ShowAsync(host, next))["summary"]!["less_previous_certificates_for_payment"]!.ToString()
        );
        var refusal = Assert.Throws<InvalidOperationException>(() =>
            host.Simulator.Actors.Revise(id, [new InvoiceItemScript(562949953710203, 0, 1)], Reviewer, Later)
        );
        Assert.Contains(next.ToString(System.Globalization.CultureInfo.InvariantCulture), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redelivery_changes_the_time_of_change_and_nothing_else()
    {
        await using var host = await ProcoreHost.StartAsync();
        var id = host.Play(1)["PCC-25-1187"];
        var before = (await ShowAsync(host, id)).AsObject();
        host.Simulator.Actors.Redeliver(id, Later);
        var after = (await ShowAsync(host, id)).AsObject();
        Assert.Equal("2025-12-09T10:00:00Z", after["updated_at"]!.ToString());
        before.Remove("updated_at");
        after.Remove("updated_at");
        Assert.True(JsonNode.DeepEquals(before, after));
    }

    [Fact]
    public async Task An_invoice_that_Procore_would_not_take_is_refused_with_a_sentence()
    {
        await using var host = await ProcoreHost.StartAsync();
        var actors = host.Simulator.Actors;
        var october = host.Seed.Months[0];
        var november = host.Seed.Months[1];
        var invoice = october.Invoices[0];
        AssertRefused("Open it first", () => actors.SubmitInvoice(november, november.Invoices[0]));
        AssertRefused("has no user", () => actors.SubmitInvoice(october, invoice with { SubmittedBy = "nobody" }));
        AssertRefused("562949953710201 is not a line", () => actors.SubmitInvoice(october, invoice with { Items = october.Invoices[1].Items }));
        AssertRefused(
            "more than two decimals",
            () => actors.SubmitInvoice(october, invoice with { Items = [new InvoiceItemScript(562949953710101, 1.005m, 0)] })
        );
        AssertRefused(
            "cannot be negative",
            () => actors.SubmitInvoice(october, invoice with { Items = [new InvoiceItemScript(562949953710101, 0, -1)] })
        );
        Assert.Empty((await host.GetAsync($"rest/v1.1/requisitions?{Project}")).AsArray());
        actors.SubmitInvoice(october, invoice);
        AssertRefused("already has an invoice PCC-25-1187", () => actors.SubmitInvoice(october, invoice));
    }

    [Fact]
    public async Task One_period_is_open_at_a_time()
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Simulator.Actors.OpenPeriod(host.Seed.Months[1].PeriodId, Later);
        var open = Assert.Single((await host.GetAsync("rest/v1.0/projects/562949953500001/billing_periods?filters[status]=open")).AsArray());
        Assert.Equal("2025-11-30", open!["end_date"]!.ToString());
        Assert.Equal("2025-12-09T10:00:00Z", open["updated_at"]!.ToString());
    }

    [Fact]
    public async Task After_a_restart_Procore_holds_what_it_held_and_goes_on_numbering()
    {
        var folder = Directory.CreateTempSubdirectory("procore").FullName;
        try
        {
            JsonNode before;
            using (var file = RowFile.Open(Path.Combine(folder, "procore.db")))
            {
                await using var host = await ProcoreHost.StartAsync(file: file);
                before = await ShowAsync(host, host.Play(1)["IG 7741-1"]);
            }

            using var reopened = RowFile.Open(Path.Combine(folder, "procore.db"));
            await using var again = await ProcoreHost.StartAsync(file: reopened);
            Assert.True(JsonNode.DeepEquals(before, await ShowAsync(again, before["id"]!.GetValue<long>())));
            var november = again.Seed.Months[1];
            again.Simulator.Actors.OpenPeriod(november.PeriodId, november.OpenedAt);
            var next = again.Simulator.Actors.SubmitInvoice(november, november.Invoices[2]);
            Assert.Equal(2, (await ShowAsync(again, next))["number"]!.GetValue<int>());
            Assert.Equal(
                4,
                (await again.GetAsync($"rest/v1.1/requisitions?{Project}")).AsArray().Select(row => row!["id"]!.GetValue<long>()).Distinct().Count()
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AssertRefused(string words, Func<object> act) =>
        Assert.Contains(words, Assert.Throws<InvalidOperationException>(act).Message, StringComparison.Ordinal);

    private static async Task<string> StatusAsync(ProcoreHost host, long id) => (await ShowAsync(host, id))["status"]!.ToString();

    private static Task<JsonNode> ShowAsync(ProcoreHost host, long id) => host.GetAsync($"rest/v1.1/requisitions/{id}?{Project}");
}
