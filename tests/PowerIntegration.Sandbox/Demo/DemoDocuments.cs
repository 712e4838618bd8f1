using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Sandbox.Page;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>Reads and retries documents over the Web API, as an accountant.</summary>
/// <param name="sandbox">The sandbox.</param>
internal sealed class DemoDocuments(RunningSandbox sandbox)
{
    private const int EventStateNew = 723100000;

    private readonly PageDataverse dataverse = new(sandbox.Client, sandbox.Root, sandbox.Issuer);
    private readonly SandboxUser accountant = sandbox.Seed.Users.First(user =>
        !user.IsApplication && user.SecurityRoles.Contains("PowerIntegration Accounts Payable")
    );

    /// <summary>Requests that only the demo itself needed; they are not a cost of billing.</summary>
    public int OwnReads { get; private set; }

    /// <summary>Every document, by contract, application and revision.</summary>
    public async Task<IReadOnlyList<DemoDocument>> ListAsync(CancellationToken cancellation)
    {
        OwnReads++;
        return
        [
            .. (await RowsAsync(cancellation))
                .Select(Document)
                .OrderBy(document => document.Contract, StringComparer.Ordinal)
                .ThenBy(document => document.Application)
                .ThenBy(document => document.Revision),
        ];
    }

    /// <summary>Sets the newest inbound event of one back to New, so that the flow takes it up again.</summary>
    public async Task RetryAsync(DemoDocument document, CancellationToken cancellation)
    {
        using var found = await dataverse.SendAsync(
            accountant,
            HttpMethod.Get,
            $"pint_inboundevents?$select=pint_inboundeventid&$filter=_pint_documentid_value eq {document.Id}&$orderby=pint_changedon desc&$top=1",
            null,
            cancellation
        );
        var newest = (await RowsOfAsync(found, cancellation))[0];
        using var updated = await dataverse.SendAsync(
            accountant,
            HttpMethod.Patch,
            $"pint_inboundevents({newest["pint_inboundeventid"]})",
            new JsonObject { ["pint_eventstate"] = EventStateNew },
            cancellation
        );
        await RequireAsync(updated, cancellation);
    }

    private async Task<IReadOnlyList<JsonObject>> RowsAsync(CancellationToken cancellation)
    {
        const string Query =
            "pint_documents?$select=pint_invoicenumber,pint_applicationnumber,pint_revision,pint_documentstate,pint_reasoncode,pint_reason,"
            + "pint_payableamount,pint_oracleinvoiceid,pint_oracleinvoicenumber,pint_documenttype,_pint_commitmentid_value";
        using var response = await dataverse.SendAsync(accountant, HttpMethod.Get, Query, body: null, cancellation);
        return await RowsOfAsync(response, cancellation);
    }

    private static async Task<IReadOnlyList<JsonObject>> RowsOfAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await RequireAsync(response, cancellation);
        return await PageDataverse.RowsAsync(response, cancellation);
    }

    private static async Task RequireAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await PageDataverse.RefusalAsync(response, cancellation));
        }
    }

    private static DemoDocument Document(JsonObject row) =>
        new(
            row["pint_documentid"]!.ToString(),
            row["_pint_commitmentid_value@OData.Community.Display.V1.FormattedValue"]!.ToString(),
            row["pint_documenttype@OData.Community.Display.V1.FormattedValue"]!.ToString(),
            row["pint_invoicenumber"]?.ToString() ?? row["pint_oracleinvoicenumber"]?.ToString() ?? string.Empty,
            row["pint_applicationnumber"]!.GetValue<int>(),
            row["pint_revision"]!.GetValue<int>(),
            row["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString(),
            row["pint_reasoncode"]?.ToString(),
            row["pint_reason"]?.ToString(),
            row["pint_payableamount"]?.GetValue<decimal>(),
            row["pint_oracleinvoiceid"]?.ToString()
        );
}
