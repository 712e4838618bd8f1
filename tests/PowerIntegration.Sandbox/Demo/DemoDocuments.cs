using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Sandbox.Page;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>Reads and retries documents as the page does: over the Web API, as an accountant.</summary>
/// <param name="sandbox">The sandbox.</param>
internal sealed class DemoDocuments(RunningSandbox sandbox)
{
    private readonly PageDocuments page = new(sandbox.Client, sandbox.Root, sandbox.Issuer);
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
            .. (await page.ListAsync(accountant, cancellation))
                .Select(Document)
                .OrderBy(document => document.Contract, StringComparer.Ordinal)
                .ThenBy(document => document.Application)
                .ThenBy(document => document.Revision),
        ];
    }

    /// <summary>Retries one.</summary>
    public async Task RetryAsync(DemoDocument document, CancellationToken cancellation)
    {
        if (await page.RetryAsync(accountant, Guid.Parse(document.Id), cancellation) is { } refusal)
        {
            throw new InvalidOperationException(refusal);
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
