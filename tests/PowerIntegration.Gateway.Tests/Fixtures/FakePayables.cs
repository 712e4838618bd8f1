using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>Oracle with room for invoices, and the plug-in that records outcomes; each step may be bent.</summary>
internal sealed class FakePayables
{
    public const string Root = "/fscmRestApi/resources/11.13.18.05/";
    public const string LookUp = Root + "invoices?q=";
    public const string Create = Root + "invoices";
    public const string Cancel = Root + "invoices/action/cancelInvoice";
    public const string Validate = Root + "invoices/action/validateInvoice";

    private readonly GatewayHost host;

    public FakePayables(GatewayHost host)
    {
        this.host = host;
        host.Oracle.On("POST", Create, call => OnCreate(call, () => Take(call)));
        host.Oracle.On("POST", Validate, call => OnValidate(call, MarkValidated));
        host.Oracle.On("POST", Cancel, call => OnCancel(call, MarkCancelled));
        host.Oracle.On("GET", LookUp, Page);
        host.Dataverse.Api = (_, inputs) => Record(inputs);
    }

    /// <summary>Invoices that exist.</summary>
    public JsonArray Invoices { get; } = [];

    /// <summary>How a creation ends; the function given takes it.</summary>
    public Func<WireCall, Func<HttpResponseMessage>, HttpResponseMessage> OnCreate { get; set; } = (_, take) => take();

    /// <summary>How a validation ends; the function given does it.</summary>
    public Func<WireCall, Func<HttpResponseMessage>, HttpResponseMessage> OnValidate { get; set; } = (_, validate) => validate();

    /// <summary>How a cancellation ends; the function given does it.</summary>
    public Func<WireCall, Func<HttpResponseMessage>, HttpResponseMessage> OnCancel { get; set; } = (_, cancel) => cancel();

    public int Cancels => this.host.Oracle.Calls.Count(call => call.Method == "POST" && call.Address == Cancel);

    public int Creates => this.host.Oracle.Calls.Count(call => call.Method == "POST" && call.Address == Create);

    public ParameterCollection Recorded => this.host.Dataverse.Calls.Single().Inputs;

    /// <summary>Puts an invoice there as if it had been created before.</summary>
    /// <param name="status">Its validation status.</param>
    /// <param name="amount">Its amount.</param>
    /// <param name="mark">The mark at the end of its description; that of the stored document where it is left out.</param>
    public void Existing(string status = "Not validated", decimal amount = 16875.00m, string? mark = null) =>
        Invoices.Add(
            Answered(
                JsonNode
                    .Parse(
                        $$"""
                        {"InvoiceNumber":"HE-40213","Description":"Subcontractor invoice [{{mark
                            ?? RecordMark.Of(
                                StoredDocuments.DocumentKey,
                                1
                            )}}]","InvoiceType":"Standard","Supplier":"O'Neil & Halsted Electric","SupplierSite":"CHICAGO-PAY",
                        "BusinessUnit":"Lakeshore US BU","InvoiceCurrency":"USD",
                         "InvoiceAmount":{{amount}},"InvoiceDate":"2025-10-31","AccountingDate":"2025-10-31","invoiceLines":[
                          {"LineNumber":1,"LineAmount":18750,"PurchaseOrderNumber":"FYT-PO-1002","PurchaseOrderLineNumber":1,
                          "PurchaseOrderScheduleLineNumber":1},
                          {"LineNumber":2,"LineAmount":-1875,"DistributionCombination":"101-10-20250-000-000-000"}]}
                        """
                    )!
                    .AsObject(),
                status
            )
        );

    private HttpResponseMessage Take(WireCall call)
    {
        Invoices.Add(Answered(JsonNode.Parse(call.Body)!.AsObject(), "Not validated"));
        return ScriptedWire.Json(Invoices[^1]!.ToJsonString(), 201);
    }

    private HttpResponseMessage MarkValidated()
    {
        foreach (var invoice in Invoices)
        {
            invoice!["ValidationStatus"] = "Validated";
        }

        return ScriptedWire.Json("""{"result":"The current action Validate Invoice has completed successfully."}""");
    }

    private HttpResponseMessage MarkCancelled()
    {
        foreach (var invoice in Invoices)
        {
            invoice!["CanceledFlag"] = true;
            invoice["ValidationStatus"] = "Canceled";
            invoice["InvoiceAmount"] = 0;
        }

        return ScriptedWire.Json("""{"result":"The current action Cancel Invoice has completed successfully."}""");
    }

    // Only the number of the question counts; everything else is the same for all invoices here.
    private HttpResponseMessage Page(WireCall call)
    {
        var question = Uri.UnescapeDataString(call.Address);
        var items = new JsonArray([
            .. Invoices
                .Where(invoice => question.Contains($"InvoiceNumber='{invoice!["InvoiceNumber"]}'", StringComparison.Ordinal))
                .Select(invoice => invoice!.DeepClone()),
        ]);
        return ScriptedWire.Json(
            new JsonObject
            {
                ["items"] = items,
                ["count"] = items.Count,
                ["hasMore"] = false,
                ["limit"] = 25,
                ["offset"] = 0,
            }.ToJsonString()
        );
    }

    // Framework 4: ids as numbers, children as collections.
    private JsonObject Answered(JsonObject invoice, string status)
    {
        invoice["InvoiceId"] = 300100187048034 + Invoices.Count;
        invoice["ValidationStatus"] = status;
        invoice["ApprovalStatus"] = "Not required";
        invoice["PaidStatus"] = "Unpaid";
        invoice["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = $"https://pod{Root}invoices/0002KEY{Invoices.Count}" });
        var lines = invoice["invoiceLines"]!.DeepClone();
        invoice["invoiceLines"] = new JsonObject
        {
            ["items"] = lines,
            ["count"] = lines.AsArray().Count,
            ["hasMore"] = false,
        };
        return invoice;
    }

    private ParameterCollection Record(ParameterCollection inputs)
    {
        var state = (string)inputs["Outcome"] switch
        {
            "posted" => "Posted",
            "submitted" => "Submitted",
            _ => "Refused",
        };
        var choice = state switch
        {
            "Posted" => DocumentStateChoice.Posted,
            "Submitted" => DocumentStateChoice.Submitted,
            _ => DocumentStateChoice.Refused,
        };
        this.host.Dataverse.Change(
            new Entity(DocumentTable.LogicalName, (Guid)inputs["DocumentId"]) { [DocumentTable.DocumentState] = new OptionSetValue(choice) }
        );
        return new ParameterCollection
        {
            { "State", state },
            { "ReasonCode", inputs.TryGetValue("ReasonCode", out var code) ? code : "" },
            { "Message", $"It is {state}." },
        };
    }
}
