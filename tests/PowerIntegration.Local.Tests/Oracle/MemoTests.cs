using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

public sealed class MemoTests
{
    private const string CreditMemo = "Credit memo";
    private const string DebitMemo = "Debit memo";

    [Theory]
    [InlineData(CreditMemo)]
    [InlineData(DebitMemo)]
    public async Task A_memo_is_read_back_with_its_type_its_amounts_and_its_status(string type)
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(500m), Payload.Retainage(-50m)));
        await pod.CreateAsync(Memo("A-2", type, Payload.Matched(-100m), Payload.Retainage(10m)));
        Assert.Empty((await pod.ValidateAsync("A-2")).Holds);
        var memo = await pod.InvoiceAsync("A-2");
        Assert.Equal(
            (type, -90m, "Validated", "Unpaid", 0m),
            (
                (string)memo["InvoiceType"]!,
                memo["InvoiceAmount"]!.GetValue<decimal>(),
                (string)memo["ValidationStatus"]!,
                (string)memo["PaidStatus"]!,
                memo["AmountPaid"]!.GetValue<decimal>()
            )
        );
        Assert.Equal([-100m, 10m], memo["invoiceLines"]!.AsArray().Select(line => line!["LineAmount"]!.GetValue<decimal>()));
        Assert.Equal("3100", (string)memo["invoiceLines"]![0]!["invoiceLineProjectDff"]![0]!["_TASK_ID_Display"]!);
        Assert.Equal(1, (int)(await pod.GetAsync($"invoices?q=InvoiceType='{type}'"))["count"]!);
    }

    [Fact]
    public async Task An_invoice_that_names_no_type_is_a_standard_one()
    {
        await using var pod = await Pod.StartAsync();
        Assert.Equal("Standard", (string)(await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(1m))))["InvoiceType"]!);
    }

    [Theory]
    [InlineData(CreditMemo)]
    [InlineData(DebitMemo)]
    public async Task What_a_memo_takes_back_can_be_billed_again_to_the_cent(string type)
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(1000m)));
        await pod.CreateAsync(Memo("A-2", type, Payload.Matched(-200m)));
        await pod.CreateAsync(Payload.Invoice("A-3", Payload.Matched(200m)));
        Assert.Empty((await pod.ValidateAsync("A-3")).Holds);
        await pod.CreateAsync(Payload.Invoice("A-4", Payload.Matched(0.01m)));
        Assert.Equal(["Amount Ordered"], (await pod.ValidateAsync("A-4")).Holds);
    }

    [Fact]
    public async Task A_memo_takes_back_what_was_billed_and_not_a_cent_more()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m)));
        var refusal = await pod.RefusedAsync(HttpMethod.Post, "invoices", Memo("A-2", CreditMemo, Payload.Matched(-100.01m)));
        Assert.Equal("The amount billed on purchase order PO-1, line 1, schedule 1 would be -0.01. It can't be less than zero.", refusal);
        await pod.CreateAsync(Memo("A-2", CreditMemo, Payload.Matched(-60m), Payload.Matched(-40m)));
        Assert.Contains(
            "would be -0.01",
            await pod.RefusedAsync(HttpMethod.Post, "invoices", Memo("A-3", CreditMemo, Payload.Matched(-0.01m))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(CreditMemo, 0.01)]
    [InlineData(CreditMemo, 0)]
    [InlineData(DebitMemo, 0.01)]
    [InlineData(DebitMemo, 0)]
    public async Task A_memo_that_is_not_negative_is_refused(string type, decimal amount)
    {
        await using var pod = await Pod.StartAsync();
        var refusal = await pod.RefusalAsync(Memo("A-1", type, Payload.Retainage(amount)));
        Assert.Equal($"The invoice amount {amount} isn't valid for the invoice type {type}. It must be negative.", refusal);
    }

    [Fact]
    public async Task A_standard_invoice_that_comes_to_less_than_nothing_is_refused()
    {
        await using var pod = await Pod.StartAsync();
        Assert.Contains(
            "A negative total needs a credit memo.",
            await pod.RefusalAsync(Payload.Invoice("A-1", Payload.Retainage(1m), Payload.Retainage(-1.01m))),
            StringComparison.Ordinal
        );
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(1m), Payload.Retainage(-1m)));
    }

    [Fact]
    public async Task A_memo_and_an_invoice_share_the_numbers_of_the_supplier()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(1m)));
        Assert.Contains(
            "The invoice number A-1 already exists",
            await pod.RefusedAsync(HttpMethod.Post, "invoices", Memo("A-1", CreditMemo, Payload.Matched(-1m))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Lines_that_take_back_stand_on_a_standard_invoice_unless_the_business_unit_refuses_them()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m), Payload.Matched(-40m), Payload.Coded(-10m), Payload.Retainage(-5m)));
        Assert.Empty((await pod.ValidateAsync("A-1")).Holds);

        await using var strict = await Pod.StartWithAsync(
            "businessUnits",
            """[{"BusinessUnitId": 1, "BusinessUnitName": "Test BU", "StandardInvoiceTakesNegativeLines": false}]"""
        );
        foreach (var line in new[] { Payload.Matched(-40m), Payload.Coded(-40m) })
        {
            Assert.Equal(
                "The line amount -40 isn't valid for the invoice type Standard. Lines with a negative amount need their own credit memo.",
                await strict.RefusalAsync(Payload.Invoice("A-1", Payload.Matched(100m), line))
            );
        }

        await strict.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m), Payload.Retainage(-10m)));
        await strict.CreateAsync(Memo("A-2", CreditMemo, Payload.Matched(-40m)));
    }

    [Fact]
    public async Task Lines_that_bill_stand_on_a_memo_unless_the_business_unit_refuses_them()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m)));
        await pod.CreateAsync(Memo("A-2", DebitMemo, Payload.Matched(-40m), Payload.Coded(10m)));

        await using var strict = await Pod.StartWithAsync(
            "businessUnits",
            """[{"BusinessUnitId": 1, "BusinessUnitName": "Test BU", "MemoTakesPositiveLines": false}]"""
        );
        await strict.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m), Payload.Matched(-1m)));
        Assert.Equal(
            "The line amount 10 isn't valid for the invoice type Debit memo. Lines that bill need a standard invoice of their own.",
            await strict.RefusedAsync(HttpMethod.Post, "invoices", Memo("A-2", DebitMemo, Payload.Matched(-40m), Payload.Coded(10m)))
        );
        await strict.CreateAsync(Memo("A-2", DebitMemo, Payload.Matched(-40m), Payload.Retainage(4m)));
    }

    [Theory]
    [InlineData("Standard", 5)]
    [InlineData(DebitMemo, -5)]
    public async Task A_document_of_account_lines_alone_moves_the_account_and_bills_no_schedule(string type, decimal amount)
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Memo("A-1", type, Payload.Retainage(amount)));
        var (invoice, holds) = await pod.ValidateAsync("A-1");
        Assert.Equal(("Validated", 0), ((string)invoice["ValidationStatus"]!, holds.Length));
        await pod.CreateAsync(Payload.Invoice("A-2", Payload.Matched(1000m)));
        Assert.Empty((await pod.ValidateAsync("A-2")).Holds);
    }

    [Fact]
    public async Task A_memo_cannot_be_patched_into_an_invoice_that_pays()
    {
        await using var pod = await Pod.StartAsync();
        var memo = await pod.CreateAsync(Memo("A-1", CreditMemo, Payload.Retainage(-5m)));
        var self = (string)memo["links"]![0]!["href"]!;
        Assert.Contains(
            "It must be negative.",
            await pod.RefusedAsync(HttpMethod.Patch, self, new JsonObject { ["InvoiceAmount"] = 5m }),
            StringComparison.Ordinal
        );
        using var type = await pod.SendAsync(HttpMethod.Patch, self, new JsonObject { ["InvoiceType"] = "Standard" });
        Assert.Equal(HttpStatusCode.BadRequest, type.StatusCode);
    }

    private static JsonObject Memo(string number, string type, params JsonObject[] lines) => Payload.Invoice(number, lines).With("InvoiceType", type);
}
