using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>
/// Reads both vendors over their own interfaces and adds up what they say. It shares no code with the gateway or the plug-ins: what it finds equal
/// was not made equal by the code under proof.
/// </summary>
/// <param name="client">Sends.</param>
/// <param name="root">Root of the front application.</param>
/// <param name="credentials">Passwords of the two simulators.</param>
public sealed class VendorReader(HttpClient client, string root, Hosting.VendorCredentials credentials)
{
    private const int ProcorePageSize = 100;

    /// <summary>Every payables invoice, by supplier and number.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<OracleInvoice>> InvoicesAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"{root}/oracle/fscmRestApi/resources/11.13.18.05/invoices?expand=invoiceLines&limit=499&orderBy=InvoiceNumber:asc"
        );
        request.Headers.Authorization = Basic(credentials.OracleClientId, credentials.OracleClientSecret);
        request.Headers.Add("REST-Framework-Version", "4");
        var page = await JsonAsync(request, cancellation);
        return [.. page["items"]!.AsArray().Select(item => Invoice(item!.AsObject())).OrderBy(invoice => invoice.Supplier, StringComparer.Ordinal)];
    }

    /// <summary>To-date figures of every commitment with an approved application, Procore's beside Oracle's.</summary>
    /// <param name="companyId">Procore company.</param>
    /// <param name="projectId">Procore project.</param>
    /// <param name="invoices">What <see cref="InvoicesAsync"/> found.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<ContractBalance>> BalancesAsync(
        string companyId,
        string projectId,
        IReadOnlyList<OracleInvoice> invoices,
        CancellationToken cancellation
    )
    {
        var token = await ProcoreTokenAsync(cancellation);
        var contracts = (await ProcoreAsync(token, companyId, $"v1.0/work_order_contracts?project_id={projectId}", cancellation)).AsArray();
        var requisitions = (
            await ProcoreAsync(
                token,
                companyId,
                $"v1.1/requisitions?project_id={projectId}&per_page={ProcorePageSize}&filters[status]=approved",
                cancellation
            )
        ).AsArray();
        return
        [
            .. requisitions
                .Select(requisition => requisition!.AsObject())
                .GroupBy(requisition => requisition["commitment_id"]!.GetValue<long>())
                .Select(group =>
                    Balance(
                        contracts.Select(contract => contract!.AsObject()).Single(contract => contract["id"]!.GetValue<long>() == group.Key),
                        group.MaxBy(requisition => requisition["number"]!.GetValue<int>())!,
                        invoices
                    )
                )
                .OrderBy(balance => balance.Contract, StringComparer.Ordinal),
        ];
    }

    private static ContractBalance Balance(JsonObject contract, JsonObject lastRequisition, IReadOnlyList<OracleInvoice> invoices)
    {
        var vendor = contract["vendor"]!["company"]!.ToString();
        var summary = lastRequisition["summary"]!;
        var own = invoices.Where(invoice => invoice.Supplier == vendor).ToList();
        return new ContractBalance(
            $"{contract["number"]} {vendor}",
            Decimal(summary["total_completed_and_stored_to_date"]),
            Decimal(summary["total_retainage"]),
            own.Sum(invoice => invoice.Gross),
            own.Sum(invoice => invoice.Retainage)
        );
    }

    private static OracleInvoice Invoice(JsonObject item)
    {
        var children = item["invoiceLines"];
        var lines = (children as JsonArray ?? children!["items"]!.AsArray()).Select(line => line!.AsObject()).ToList();
        var cost = lines.Where(line => line["PurchaseOrderNumber"] is not null).ToList();
        return new OracleInvoice(
            item["InvoiceNumber"]!.ToString(),
            item["Supplier"]!.ToString(),
            item["SupplierSite"]!.ToString(),
            item["AccountingDate"]?.ToString() ?? string.Empty,
            cost.Count,
            cost.Sum(line => Decimal(line["LineAmount"])),
            -lines.Except(cost).Sum(line => Decimal(line["LineAmount"])),
            Decimal(item["InvoiceAmount"]),
            item["ValidationStatus"]!.ToString()
        );
    }

    private async Task<JsonNode> ProcoreAsync(string token, string companyId, string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{root}/procore/rest/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Procore-Company-Id", companyId);
        return await JsonAsync(request, cancellation);
    }

    private async Task<string> ProcoreTokenAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{root}/procore/oauth/token")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = credentials.ProcoreClientId,
                    ["client_secret"] = credentials.ProcoreClientSecret,
                }
            ),
        };
        return (await JsonAsync(request, cancellation))["access_token"]!.ToString();
    }

    private async Task<JsonNode> JsonAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await client.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"{request.Method} {request.RequestUri} answered {(int)response.StatusCode}: {text}");
    }

    private static AuthenticationHeaderValue Basic(string name, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}")));

    private static decimal Decimal(JsonNode? node) => decimal.Parse(node!.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture);
}
