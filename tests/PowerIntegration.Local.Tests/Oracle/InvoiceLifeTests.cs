using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

public sealed class InvoiceLifeTests
{
    [Fact]
    public async Task An_invoice_whose_lines_add_up_validates_without_a_hold()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(1000m), Payload.Retainage(-100m)));
        pod.Clock.Advance(TimeSpan.FromMinutes(1));
        var (invoice, holds) = await pod.ValidateAsync("A-1");
        Assert.Empty(holds);
        Assert.Equal(("Validated", "2025-11-03T09:01:00.000+00:00"), ((string)invoice["ValidationStatus"]!, (string)invoice["LastUpdateDate"]!));
    }

    [Fact]
    public async Task Lines_that_do_not_add_up_are_created_and_held_until_corrected()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m)).With("InvoiceAmount", 100.01m));
        var (held, holds) = await pod.ValidateAsync("A-1");
        Assert.Equal(["Line Variance"], holds);
        Assert.Equal("Needs revalidation", (string)held["ValidationStatus"]!);

        using var patched = await pod.SendAsync(HttpMethod.Patch, Self(held), new JsonObject { ["InvoiceAmount"] = 100m });
        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
        var (valid, none) = await pod.ValidateAsync("A-1");
        Assert.Empty(none);
        Assert.Equal("Validated", (string)valid["ValidationStatus"]!);
        Assert.Equal("Variance corrected", (string)(await pod.GetAsync("invoiceHolds"))["items"]!.AsArray().Single()!["ReleaseName"]!);
    }

    [Fact]
    public async Task Billing_a_cent_more_than_ordered_over_two_invoices_is_held()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(600m)));
        await pod.CreateAsync(Payload.Invoice("A-2", Payload.Matched(400.01m)));
        var (_, holds) = await pod.ValidateAsync("A-2");
        Assert.Equal(["Amount Ordered"], holds);
        var hold = (await pod.GetAsync("invoiceHolds"))["items"]![0]!;
        Assert.Equal(
            ("Amount billed exceeds ordered", "PO-1", 1),
            ((string)hold["HoldReason"]!, (string)hold["PurchaseOrderNumber"]!, (int)hold["PurchaseOrderLineNumber"]!)
        );

        using var released = await pod.SendAsync(
            HttpMethod.Patch,
            $"invoiceHolds/{hold["HoldId"]}",
            new JsonObject { ["ReleaseName"] = "Owner paid" }
        );
        Assert.Equal(HttpStatusCode.BadRequest, released.StatusCode);
    }

    [Fact]
    public async Task A_canceled_invoice_gives_its_billing_back_and_keeps_its_number()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(1000m)));
        using var canceled = await pod.SendAsync(HttpMethod.Post, "invoices/action/cancelInvoice", Payload.Key("A-1"));
        Assert.Contains(
            "The current action Cancel Invoice has completed successfully.",
            await canceled.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        var invoice = (await pod.GetAsync("invoices"))["items"]![0]!;
        Assert.Equal(
            ("Canceled", "2025-11-03", 0m),
            ((string)invoice["ValidationStatus"]!, (string)invoice["CanceledDate"]!, invoice["InvoiceAmount"]!.GetValue<decimal>())
        );

        await pod.CreateAsync(Payload.Invoice("A-2", Payload.Matched(1000m)));
        Assert.Empty((await pod.ValidateAsync("A-2")).Holds);
        using var again = await pod.PostInvoiceAsync(Payload.Invoice("A-1", Payload.Matched(1m)));
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        using var validated = await pod.SendAsync(HttpMethod.Post, "invoices/action/validateInvoice", Payload.Key("A-1"));
        Assert.Equal(HttpStatusCode.BadRequest, validated.StatusCode);
    }

    [Fact]
    public async Task A_line_that_goes_nowhere_is_held()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(5m).Without("DistributionCombination")));
        Assert.Equal(["Distribution Variance"], (await pod.ValidateAsync("A-1")).Holds);
    }

    [Theory]
    [InlineData("InvoiceNumber", "A-9", "The invoice A-9 of Acme Concrete in Test BU doesn't exist.")]
    [InlineData("Supplier", null, "JBO-27014: Attribute Supplier in the action is required.")]
    [InlineData("InvoiceId", "1", "Invalid attribute \"InvoiceId\" in the payload.")]
    [InlineData("ProcessAction", "Reverse", "the ProcessAction Reverse of validateInvoice")]
    public async Task An_action_with_a_wrong_business_key_is_refused(string attribute, string? value, string sentence)
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(5m)));
        using var response = await pod.SendAsync(HttpMethod.Post, "invoices/action/validateInvoice", Payload.Key("A-1").With(attribute, value));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, Payload.Details(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("Not validated", (string)(await pod.GetAsync("invoices"))["items"]![0]!["ValidationStatus"]!);
    }

    [Fact]
    public async Task A_change_with_a_stale_entity_tag_meets_412_and_the_current_tag()
    {
        await using var pod = await Pod.StartAsync();
        var created = await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(5m)));
        var tag = (string)created["links"]![0]!["properties"]!["changeIndicator"]!;
        using var first = await pod.SendAsync(HttpMethod.Patch, Self(created), new JsonObject { ["Description"] = "one" }, ifMatch: $"\"{tag}\"");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var stale = await pod.SendAsync(HttpMethod.Patch, Self(created), new JsonObject { ["Description"] = "two" }, ifMatch: $"\"{tag}\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal(first.Headers.ETag!.Tag, stale.Headers.ETag!.Tag);
        Assert.Equal("one", (string)(await pod.GetAsync("invoices"))["items"]![0]!["Description"]!);
    }

    [Theory]
    [InlineData("Supplier", "O'Hare Steel", "JBO-27008: Attribute Supplier cannot be updated.")]
    [InlineData("ValidationStatus", "Validated", "JBO-27008: Attribute ValidationStatus cannot be set.")]
    [InlineData("PaymentTerms", "Never", "The value Never of the attribute PaymentTerms isn't valid.")]
    [InlineData("InvoiceNumber", "A-2", "The invoice number A-2 already exists for the supplier Acme Concrete")]
    [InlineData("InvoiceDate", null, "JBO-27014: Attribute InvoiceDate in Invoices is required.")]
    public async Task A_change_that_breaks_a_rule_is_refused(string attribute, string? value, string sentence)
    {
        await using var pod = await Pod.StartAsync();
        var created = await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(5m)));
        await pod.CreateAsync(Payload.Invoice("A-2", Payload.Retainage(5m)));
        using var response = await pod.SendAsync(HttpMethod.Patch, Self(created), new JsonObject { [attribute] = value });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, Payload.Details(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_a_validated_invoice_asks_for_validation_again_and_cascades_nothing()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(5m)));
        var (invoice, _) = await pod.ValidateAsync("A-1");
        using var response = await pod.SendAsync(HttpMethod.Patch, Self(invoice), new JsonObject { ["InvoiceDate"] = "2025-10-30" });
        var changed = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(
            ("Needs revalidation", "2025-10-30", "2025-10-31"),
            ((string)changed["ValidationStatus"]!, (string)changed["InvoiceDate"]!, (string)changed["TermsDate"]!)
        );
    }

    [Fact]
    public async Task A_named_hold_is_placed_and_released_and_shows_in_the_status()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(5m)));
        await pod.ValidateAsync("A-1");
        using var placed = await pod.SendAsync(HttpMethod.Post, "invoiceHolds", Payload.Key("A-1").With("HoldName", "Pay when paid"));
        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
        var hold = JsonNode.Parse(await placed.Content.ReadAsStringAsync())!;
        Assert.Equal("Owner has not paid", (string)hold["HoldReason"]!);
        Assert.Equal("Needs revalidation", (string)(await pod.GetAsync("invoices"))["items"]![0]!["ValidationStatus"]!);

        var address = $"invoiceHolds/{hold["HoldId"]}";
        using var wrong = await pod.SendAsync(HttpMethod.Patch, address, new JsonObject { ["ReleaseName"] = "Because" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var released = await pod.SendAsync(HttpMethod.Patch, address, new JsonObject { ["ReleaseName"] = "Owner paid" });
        Assert.Equal(HttpStatusCode.OK, released.StatusCode);
        Assert.Equal("Validated", (string)(await pod.GetAsync("invoices"))["items"]![0]!["ValidationStatus"]!);
        using var again = await pod.SendAsync(HttpMethod.Patch, address, new JsonObject { ["ReleaseName"] = "Owner paid" });
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Theory]
    [InlineData("HoldName", "Whatever", "The value Whatever of the attribute HoldName isn't valid.")]
    [InlineData("InvoiceNumber", "A-9", "The invoice A-9 of Acme Concrete in Test BU doesn't exist.")]
    [InlineData("HoldName", null, "JBO-27014: Attribute HoldName in invoiceHolds is required.")]
    public async Task A_hold_that_is_unknown_or_on_nothing_is_refused(string attribute, string? value, string sentence)
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(5m)));
        var body = Payload.Key("A-1").With("HoldName", "Pay when paid").With(attribute, value);
        using var response = await pod.SendAsync(HttpMethod.Post, "invoiceHolds", body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, Payload.Details(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(0, (int)(await pod.GetAsync("invoiceHolds"))["count"]!);
    }

    private static string Self(JsonNode item) => (string)item["links"]!.AsArray().Single(link => (string)link!["rel"]! == "self")!["href"]!;
}
