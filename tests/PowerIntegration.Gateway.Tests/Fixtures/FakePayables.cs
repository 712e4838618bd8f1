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
        host.Dataverse.Api = (name, inputs) => name == "pint_ClaimDocument" ? Claim(inputs) : Record(inputs);
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

    /// <summary>How many documents go on after the outcome.</summary>
    public int ReleasedDocuments { get; set; }

    /// <summary>How much they pay.</summary>
    public decimal ReleasedAmount { get; set; }

    /// <summary>What was recorded last.</summary>
    public ParameterCollection Recorded => this.host.Dataverse.Calls.Last(call => call.Name == "pint_RecordOutcome").Inputs;

    /// <summary>True where the look-up shows nothing of what is there.</summary>
    public bool HidesInvoices { get; set; }

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

    // Only number, amount and id of the question count; everything else is the same for all invoices here.
    private HttpResponseMessage Page(WireCall call)
    {
        var question = Uri.UnescapeDataString(call.Address);
        var items = new JsonArray([
            .. Invoices.Where(invoice => !HidesInvoices && IsAskedFor(invoice!, question)).Select(invoice => invoice!.DeepClone()),
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

    private static bool IsAskedFor(JsonNode invoice, string question) =>
        question.Contains("InvoiceId in (", StringComparison.Ordinal) ? question.Contains(invoice["InvoiceId"]!.ToString(), StringComparison.Ordinal)
        : question.Contains("InvoiceAmount=", StringComparison.Ordinal)
            ? question.Contains(
                $"InvoiceAmount={invoice["InvoiceAmount"]!.GetValue<decimal>().ToString(CultureInfo.InvariantCulture)}",
                StringComparison.Ordinal
            )
        : question.Contains($"InvoiceNumber='{invoice["InvoiceNumber"]}'", StringComparison.Ordinal);

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

    // As the plug-in does it, without its lock.
    private ParameterCollection Claim(ParameterCollection inputs)
    {
        var row = this.host.Dataverse.Row(DocumentTable.LogicalName, (Guid)inputs["DocumentId"]);
        var now = this.host.Clock.GetUtcNow().UtcDateTime;
        var sent = row.GetAttributeValue<DateTime?>(DocumentTable.SentOn);
        var refusal = Domain.Documents.Claim.Check(
            new ClaimFacts
            {
                Name = (string)row[DocumentTable.Name],
                State = StateOf(row),
                ContentHash = row.GetAttributeValue<string>(DocumentTable.ContentHash),
                SentHash = (string)inputs["ContentHash"],
                ClaimedBy = row.GetAttributeValue<string>(DocumentTable.ClaimedBy),
                LeaseUntil = row.GetAttributeValue<DateTime?>(DocumentTable.LeaseUntil),
                Claim = (string)inputs["Claim"],
                Now = now,
            }
        );
        if (refusal is not null)
        {
            return new ParameterCollection
            {
                { "IsClaimed", false },
                { "State", StateOf(row).ToString() },
                { "ReasonCode", refusal.WireCode },
                { "Message", refusal.Sentence },
            };
        }

        this.host.Dataverse.Change(
            new Entity(DocumentTable.LogicalName, row.Id)
            {
                [DocumentTable.ClaimedBy] = inputs["Claim"],
                [DocumentTable.LeaseUntil] = now + Domain.Documents.Claim.Lease,
                [DocumentTable.SentOn] = sent ?? now,
            }
        );
        var outputs = new ParameterCollection
        {
            { "IsClaimed", true },
            { "RecordIds", row.GetAttributeValue<string>(DocumentTable.OracleInvoiceId) ?? "" },
            { "ReversedRecordIds", Original(row)?.GetAttributeValue<string>(DocumentTable.OracleInvoiceId) ?? "" },
        };
        if (sent is { } instant)
        {
            outputs.Add("SentBefore", instant);
        }

        return outputs;
    }

    private Entity? Original(Entity row) =>
        row.GetAttributeValue<EntityReference>(DocumentTable.ReversedDocumentId) is { } original
            ? this.host.Dataverse.Row(DocumentTable.LogicalName, original.Id)
            : null;

    private static DocumentState StateOf(Entity row) =>
        (DocumentState)(((OptionSetValue)row[DocumentTable.DocumentState]).Value - DocumentStateChoice.Received);

    // As the plug-in does it where everything is as prepared.
    private ParameterCollection Record(ParameterCollection inputs)
    {
        var id = (Guid)inputs["DocumentId"];
        var outcome = (string)inputs["Outcome"];
        var change = new Entity(DocumentTable.LogicalName, id);
        if (outcome != "onItsWay")
        {
            change[DocumentTable.ClaimedBy] = null;
            change[DocumentTable.LeaseUntil] = null;
        }

        if (outcome is "notSent" or "refused")
        {
            change[DocumentTable.SentOn] = null;
        }

        if (outcome is "open" or "onItsWay" && inputs.TryGetValue("ReadBack", out var readBack))
        {
            change[DocumentTable.OracleInvoiceId] = RecordIds.Write(
                JsonNode.Parse((string)readBack)!.AsArray().Select(record => record!["invoiceId"]!.ToString())
            );
        }

        var state = outcome switch
        {
            "posted" => DocumentState.Posted,
            "submitted" when inputs.TryGetValue("ReasonCode", out var reason) && reason is "number-taken" => DocumentState.Held,
            "submitted" => DocumentState.Submitted,
            "refused" => DocumentState.Refused,
            _ => StateOf(this.host.Dataverse.Row(DocumentTable.LogicalName, id)),
        };
        change[DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Received + (int)state);
        this.host.Dataverse.Change(change);
        return new ParameterCollection
        {
            { "State", state.ToString() },
            { "ReasonCode", inputs.TryGetValue("ReasonCode", out var code) ? code : "" },
            { "Message", $"It is {state}." },
            { "ReleasedDocuments", ReleasedDocuments },
            { "ReleasedAmount", ReleasedAmount },
        };
    }
}
