using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

public sealed class InvoiceCreationTests
{
    [Fact]
    public async Task A_matched_invoice_is_created_unvalidated_with_the_coding_of_its_purchase_order()
    {
        await using var pod = await Pod.StartAsync();
        using var response = await pod.PostInvoiceAsync(Payload.Invoice("A-1", Payload.Matched(600.50m), Payload.Retainage(-60.05m)));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var created = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(created["links"]![0]!["href"]!.ToString(), response.Headers.Location!.ToString());
        Assert.Equal(
            ("Not validated", "Not required", "Unpaid", 540.45m, "1007", "2025-10-31", Pod.User, "2025-11-03T09:00:00.000+00:00"),
            (
                (string)created["ValidationStatus"]!,
                (string)created["ApprovalStatus"]!,
                (string)created["PaidStatus"]!,
                created["InvoiceAmount"]!.GetValue<decimal>(),
                (string)created["SupplierNumber"]!,
                (string)created["AccountingDate"]!,
                (string)created["CreatedBy"]!,
                (string)created["LastUpdateDate"]!
            )
        );
        var line = created["invoiceLines"]!["items"]![0]!;
        Assert.Equal("3100", (string)line["invoiceLineProjectDff"]!["items"]![0]!["_TASK_ID_Display"]!);
        Assert.Null(line["DistributionCombination"]);
        Assert.Equal("Walls", (string)line["Description"]!);
    }

    [Fact]
    public async Task Numbers_are_taken_as_text_and_answered_as_numbers()
    {
        await using var pod = await Pod.StartAsync();
        var line = Payload.Matched(0m).With("LineAmount", "60.50").With("LineNumber", "1").With("PurchaseOrderLineNumber", "1");
        var invoice = Payload.Invoice("A-1").With("InvoiceAmount", "60.50").With("invoiceLines", new JsonArray(line));
        var created = await pod.CreateAsync(invoice);
        Assert.Equal(60.5m, created["InvoiceAmount"]!.GetValue<decimal>());
        Assert.Equal(1m, created["invoiceLines"]!["items"]![0]!["LineNumber"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task A_source_that_is_not_exempt_requires_approval()
    {
        await using var pod = await Pod.StartAsync();
        var created = await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(1m)).Without("InvoiceSource"));
        Assert.Equal(("Manual invoice entry", "Required"), ((string)created["InvoiceSource"]!, (string)created["ApprovalStatus"]!));
    }

    [Theory]
    [InlineData("InvoiceNumber", null, "JBO-27014: Attribute InvoiceNumber in Invoices is required.")]
    [InlineData("InvoiceAmount", null, "JBO-27014: Attribute InvoiceAmount in Invoices is required.")]
    [InlineData("VendorName", "x", "Invalid attribute \"VendorName\" in the payload.")]
    [InlineData("PaidStatus", "Paid", "JBO-27008: Attribute PaidStatus cannot be set.")]
    [InlineData("PurchaseOrderNumber", "PO-1", "The Oracle simulator does not implement the attribute PurchaseOrderNumber.")]
    [InlineData("InvoiceAmount", "ten", "The value \"ten\" of the attribute InvoiceAmount isn't valid.")]
    [InlineData("InvoiceAmount", "0.005", "The value 0.005 of the attribute InvoiceAmount has more digits than its currency.")]
    [InlineData("InvoiceAmount", "-1", "The invoice amount -1 isn't valid for the invoice type Standard. A negative total needs a credit memo.")]
    [InlineData("InvoiceType", "Retainage release", "The Oracle simulator does not implement the InvoiceType Retainage release.")]
    [InlineData("InvoiceType", "Prepayment", "The Oracle simulator does not implement the InvoiceType Prepayment.")]
    [InlineData("InvoiceType", "CREDIT", "The value CREDIT of the attribute InvoiceType isn't valid.")]
    [InlineData("InvoiceDate", "31.10.2025", "The value \"31.10.2025\" of the attribute InvoiceDate isn't valid.")]
    [InlineData("Supplier", "Nobody", "The value Nobody of the attribute Supplier isn't valid.")]
    [InlineData("Supplier", "Gone Glass", "The value Gone Glass of the attribute Supplier isn't valid.")]
    [InlineData("SupplierSite", "NOWHERE", "The value NOWHERE of the attribute SupplierSite isn't valid.")]
    [InlineData("SupplierSite", "YARD", "The supplier site YARD of Acme Concrete isn't a pay site.")]
    [InlineData("BusinessUnit", "Nothing BU", "The value Nothing BU of the attribute BusinessUnit isn't valid.")]
    [InlineData("BusinessUnit", "Other BU", "The supplier site MAIN of Acme Concrete isn't assigned to the business unit Other BU.")]
    [InlineData("InvoiceCurrency", "EUR", "The value EUR of the attribute InvoiceCurrency isn't valid.")]
    [InlineData("PaymentTerms", "Old terms", "The value Old terms of the attribute PaymentTerms isn't valid.")]
    [InlineData("InvoiceSource", "SAP", "The value SAP of the attribute InvoiceSource isn't valid.")]
    [InlineData(
        "AccountingDate",
        "2025-09-30",
        "The accounting date 2025-09-30 is in the period Sep-25 of Test BU, whose status is Closed. Enter a date in an open period."
    )]
    [InlineData(
        "AccountingDate",
        "2026-09-30",
        "The accounting date 2026-09-30 isn't in any Payables period of Test BU. Enter a date in an open period."
    )]
    public async Task A_header_that_breaks_a_rule_is_refused_with_a_sentence(string attribute, string? value, string sentence)
    {
        await using var pod = await Pod.StartAsync();
        var refusal = await pod.RefusalAsync(Payload.Invoice("A-1", Payload.Retainage(1m)).With(attribute, value));
        Assert.Contains(sentence, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_taken_once_per_supplier()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(1m)));
        using var again = await pod.PostInvoiceAsync(Payload.Invoice("A-1", Payload.Retainage(2m)));
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Contains(
            "The invoice number A-1 already exists for the supplier Acme Concrete",
            await again.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(2m)).With("Supplier", "O'Hare Steel"));
        Assert.Equal(2, (int)(await pod.GetAsync("invoices"))["count"]!);
    }

    [Theory]
    [InlineData("PurchaseOrderNumber", "PO-9", "The purchase order PO-9 doesn't exist.")]
    [InlineData("PurchaseOrderNumber", "PO-2", "The purchase order PO-2, line 1, schedule 1 can't be invoiced because its status is CLOSED.")]
    [InlineData("PurchaseOrderLineNumber", "2", "The purchase order PO-1, line 2, schedule 1 can't be invoiced because its status is CLOSED.")]
    [InlineData("PurchaseOrderLineNumber", "9", "The purchase order PO-1 has no line 9.")]
    [InlineData("PurchaseOrderScheduleLineNumber", "9", "Line 1 of the purchase order PO-1 has no schedule 9.")]
    [InlineData("PurchaseOrderScheduleLineNumber", null, "A line matched to a purchase order needs the attribute PurchaseOrderScheduleLineNumber.")]
    [InlineData("LineAmount", "-0.01", "The amount billed on purchase order PO-1, line 1, schedule 1 would be -0.01. It can't be less than zero.")]
    [InlineData("LineType", "Tax", "The Oracle simulator does not implement the LineType Tax.")]
    [InlineData("AccountingDate", "2025-09-30", "Sep-25")]
    [InlineData("ProjectNumber", "RT-1", "Invalid attribute \"ProjectNumber\" in the payload.")]
    public async Task A_matched_line_that_breaks_a_rule_is_refused_with_a_sentence(string attribute, string? value, string sentence)
    {
        await using var pod = await Pod.StartAsync();
        var invoice = Payload.Invoice("A-1", Payload.Matched(1m), Payload.Retainage(1m));
        invoice["invoiceLines"]![0]!.AsObject().With(attribute, value);
        Assert.Contains(sentence, await pod.RefusalAsync(invoice), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matched_line_must_belong_to_the_supplier_and_bring_no_coding_of_its_own()
    {
        await using var pod = await Pod.StartAsync();
        Assert.Contains(
            "The purchase order PO-1 belongs to the supplier Acme Concrete, not to O'Hare Steel.",
            await pod.RefusalAsync(Payload.Invoice("A-1", Payload.Matched(1m)).With("Supplier", "O'Hare Steel")),
            StringComparison.Ordinal
        );
        var coded = Payload.Coded(1m)["invoiceLineProjectDff"]!.DeepClone();
        Assert.Contains(
            "takes its project information from the purchase order's distribution",
            await pod.RefusalAsync(Payload.Invoice("A-1", Payload.Matched(1m).With("invoiceLineProjectDff", coded))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unmatched_line_with_complete_coding_is_taken()
    {
        await using var pod = await Pod.StartAsync();
        var created = await pod.CreateAsync(Payload.Invoice("A-1", Payload.Coded(5m)));
        Assert.Equal("RT-1", (string)created["invoiceLines"]!["items"]![0]!["invoiceLineProjectDff"]!["items"]![0]!["_PROJECT_ID_Display"]!);
    }

    [Theory]
    [InlineData("_PROJECT_ID_Display", "RT-9", "The project RT-9 doesn't exist.")]
    [InlineData("_PROJECT_ID_Display", "RT-2", "The project RT-2 has the status CLOSED, which doesn't allow new transactions.")]
    [InlineData("_TASK_ID_Display", "9999", "The task 9999 of the project RT-1 doesn't exist.")]
    [InlineData("_TASK_ID_Display", "03", "The task 03 of the project RT-1 isn't a lowest-level task.")]
    [InlineData("_TASK_ID_Display", "3200", "The task 3200 of the project RT-1 isn't chargeable.")]
    [InlineData("_EXPENDITURE_ITEM_DATE", "2025-11-16", "which doesn't include the expenditure item date 2025-11-16.")]
    [InlineData("_EXPENDITURE_TYPE_ID_Display", "Travel", "The expenditure type Travel isn't valid on 2025-10-31.")]
    [InlineData("_ORGANIZATION_ID_Display", "Sales", "The organization Sales isn't an expenditure organization.")]
    [InlineData("_ORGANIZATION_ID_Display", null, "JBO-27014: Attribute _ORGANIZATION_ID_Display in invoiceLineProjectDff is required.")]
    public async Task A_coding_that_does_not_fit_together_is_refused_with_a_sentence(string attribute, string? value, string sentence)
    {
        await using var pod = await Pod.StartAsync();
        var line = Payload.Coded(5m);
        line["invoiceLineProjectDff"]![0]!.AsObject().With(attribute, value);
        Assert.Contains(sentence, await pod.RefusalAsync(Payload.Invoice("A-1", line)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-10-02", true)]
    [InlineData("2025-10-30", true)]
    [InlineData("2025-10-01", false)]
    [InlineData("2025-10-31", false)]
    public async Task An_item_date_must_lie_in_the_project(string date, bool isTaken)
    {
        var dates = "\"ProjectNumber\": \"RT-1\", \"ProjectStartDate\": \"2025-10-02\", \"ProjectEndDate\": \"2025-10-30\"";
        await using var pod = await Pod.StartWithAsync(
            "projects",
            PodSeed.Projects.Replace("\"ProjectNumber\": \"RT-1\"", dates, StringComparison.Ordinal)
        );
        var invoice = Payload.Invoice("A-1", Payload.Coded(5m, date: date));
        if (isTaken)
        {
            await pod.CreateAsync(invoice);
        }
        else
        {
            Assert.Contains(
                $"The project RT-1 runs from 2025-10-02 to 2025-10-30, which doesn't include the expenditure item date {date}.",
                await pod.RefusalAsync(invoice),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task An_expenditure_type_that_has_ended_is_refused()
    {
        await using var pod = await Pod.StartWithAsync(
            "expenditureTypes",
            """[{"ExpenditureTypeId": 1, "ExpenditureTypeName": "Subcontract", "ExpenditureTypeStartDate":"""
                + """ "2020-01-01", "ExpenditureTypeEndDate": "2025-10-30"}]"""
        );
        Assert.Contains(
            "The expenditure type Subcontract isn't valid on 2025-10-31.",
            await pod.RefusalAsync(Payload.Invoice("A-1", Payload.Coded(5m))),
            StringComparison.Ordinal
        );
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Coded(5m, date: "2025-10-30")));
    }

    [Theory]
    [InlineData("invoiceDistributions", "the child invoiceDistributions of invoiceLines")]
    [InlineData("TaxClassification", "the attribute TaxClassification")]
    [InlineData("TaxRateCode", "the attribute TaxRateCode")]
    [InlineData("Quantity", "the attribute Quantity")]
    public async Task What_a_line_may_bring_on_a_pod_and_not_here_is_refused_by_name_and_remembered(string name, string what)
    {
        await using var pod = await Pod.StartAsync();
        var refusal = await pod.RefusalAsync(Payload.Invoice("A-1", Payload.Coded(5m).With(name, new JsonArray())));
        Assert.Equal($"The Oracle simulator does not implement {what}.", refusal);
        Assert.Equal(refusal, Assert.Single(pod.Simulator.NamedRefusals));
    }

    [Fact]
    public async Task A_tax_line_is_refused_by_name_and_remembered()
    {
        await using var pod = await Pod.StartAsync();
        await pod.RefusalAsync(Payload.Invoice("A-1", Payload.Coded(5m), Payload.Retainage(1m).With("LineType", "Tax")));
        Assert.Equal("The Oracle simulator does not implement the LineType Tax.", Assert.Single(pod.Simulator.NamedRefusals));
    }

    [Fact]
    public async Task An_unknown_account_and_a_repeated_line_number_are_both_named()
    {
        await using var pod = await Pod.StartAsync();
        var invoice = Payload.Invoice(
            "A-1",
            Payload.Retainage(1m).With("LineNumber", 1),
            Payload.Retainage(1m).With("LineNumber", 1).With("DistributionCombination", "1-2-3")
        );
        var refusal = await pod.RefusalAsync(invoice);
        Assert.Contains("The account combination 1-2-3 isn't valid.", refusal, StringComparison.Ordinal);
        Assert.Contains("The line number 1 is used more than once.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_closed_on_the_pod_refuses_what_it_took_before()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(1m)));
        pod.Simulator.SetPeriodStatus("Oct-25", "Closed");
        using var response = await pod.PostInvoiceAsync(Payload.Invoice("A-2", Payload.Retainage(1m)));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("period Oct-25", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await pod.CreateAsync(Payload.Invoice("A-2", Payload.Retainage(1m)).With("AccountingDate", "2025-11-01"));
    }

    [Fact]
    public async Task The_payloads_that_arrived_can_be_read_and_the_calls_counted()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(1m)));
        await pod.ValidateAsync("A-1");
        Assert.Equal("A-1", (string)Assert.Single(pod.Simulator.ReceivedPayloads)["InvoiceNumber"]!);
        Assert.Equal(
            (1, 1, 1, 0),
            (
                pod.Simulator.Calls.Count("POST", "invoices"),
                pod.Simulator.Calls.Count("POST", "invoices/action/validateInvoice"),
                pod.Simulator.Calls.Count("GET", "invoices"),
                pod.Simulator.Calls.Count("GET", "projects")
            )
        );
        Assert.Equal(4, pod.Simulator.Calls.Total);
    }

    [Theory]
    [InlineData("text/xml", "{}", 415)]
    [InlineData("application/vnd.oracle.adf.action+json", "{}", 415)]
    [InlineData("application/json", "{\"a\":1,\"a\":2}", 400)]
    [InlineData("application/json", "[]", 400)]
    [InlineData("application/json", "{", 400)]
    public async Task A_body_that_is_no_object_is_refused(string type, string body, int status)
    {
        await using var pod = await Pod.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);
        using var response = await pod.Client.PostAsync("invoices", content);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("Upsert-Mode")]
    [InlineData("Effective-Of")]
    public async Task A_header_that_changes_what_a_call_means_is_refused_by_name(string header)
    {
        await using var pod = await Pod.StartAsync();
        pod.Client.DefaultRequestHeaders.Add(header, "true");
        using var response = await pod.PostInvoiceAsync(Payload.Invoice("A-1", Payload.Retainage(1m)));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(header, pod.Simulator.NamedRefusals.Single(), StringComparison.Ordinal);
    }
}
