using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Tests.Oracle;

/// <summary>Builds payloads in Oracle's wire shape.</summary>
internal static class Payload
{
    /// <summary>An invoice that Oracle takes; the amount is the sum of its lines unless a test changes it.</summary>
    public static JsonObject Invoice(string number, params JsonObject[] lines)
    {
        for (var index = 0; index < lines.Length; index++)
        {
            lines[index]["LineNumber"] ??= index + 1;
        }

        return new JsonObject
        {
            ["InvoiceNumber"] = number,
            ["InvoiceCurrency"] = "USD",
            ["InvoiceAmount"] = lines.Sum(line => line["LineAmount"]!.GetValue<decimal>()),
            ["InvoiceDate"] = "2025-10-31",
            ["BusinessUnit"] = PodSeed.Unit,
            ["Supplier"] = PodSeed.Supplier,
            ["SupplierSite"] = PodSeed.Site,
            ["InvoiceSource"] = PodSeed.Source,
            ["PaymentTerms"] = "Net 30",
            ["invoiceLines"] = new JsonArray([.. lines]),
        };
    }

    public static JsonObject Matched(decimal amount, int line = 1, int schedule = 1, string order = PodSeed.Order) =>
        new()
        {
            ["LineType"] = "Item",
            ["LineAmount"] = amount,
            ["PurchaseOrderNumber"] = order,
            ["PurchaseOrderLineNumber"] = line,
            ["PurchaseOrderScheduleLineNumber"] = schedule,
        };

    public static JsonObject Retainage(decimal amount) =>
        new()
        {
            ["LineType"] = "Item",
            ["LineAmount"] = amount,
            ["DistributionCombination"] = PodSeed.RetainageAccount,
        };

    public static JsonObject Coded(
        decimal amount,
        string task = "3100",
        string project = "RT-1",
        string date = "2025-10-31",
        string type = "Subcontract",
        string organization = "Construction East"
    ) =>
        new()
        {
            ["LineType"] = "Item",
            ["LineAmount"] = amount,
            ["invoiceLineProjectDff"] = new JsonArray(
                new JsonObject
                {
                    ["_PROJECT_ID_Display"] = project,
                    ["_TASK_ID_Display"] = task,
                    ["_EXPENDITURE_ITEM_DATE"] = date,
                    ["_EXPENDITURE_TYPE_ID_Display"] = type,
                    ["_ORGANIZATION_ID_Display"] = organization,
                }
            ),
        };

    public static JsonObject Key(string number) =>
        new()
        {
            ["InvoiceNumber"] = number,
            ["BusinessUnit"] = PodSeed.Unit,
            ["Supplier"] = PodSeed.Supplier,
        };

    public static JsonObject With(this JsonObject payload, string attribute, JsonNode? value)
    {
        payload[attribute] = value;
        return payload;
    }

    public static JsonObject Without(this JsonObject payload, string attribute)
    {
        payload.Remove(attribute);
        return payload;
    }

    public static string Details(string error) =>
        string.Join(" ", JsonNode.Parse(error)!["o:errorDetails"]!.AsArray().Select(detail => (string)detail!["detail"]!));
}
