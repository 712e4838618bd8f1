using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Sandbox.Page;

/// <summary>
/// Reads, retries and reverses documents over the Web API, as the user of the page and with that user's rights alone.
/// </summary>
/// <param name="client">Sends to the front application.</param>
/// <param name="root">Root of the front application, which is also Dataverse's audience.</param>
/// <param name="issuer">Signs the user's token.</param>
public sealed class PageDocuments(HttpClient client, string root, EntraIssuer issuer)
{
    /// <summary>Where a document holds its current preparation.</summary>
    public const string Preparation = "pint_PreparationId";

    private const int EventStateNew = 723100000;

    private readonly PageDataverse dataverse = new(client, root, issuer);

    /// <summary>Every document, newest period first.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<JsonObject>> ListAsync(SandboxUser user, CancellationToken cancellation)
    {
        const string Query =
            "pint_documents?$select=pint_invoicenumber,pint_applicationnumber,pint_revision,pint_periodend,"
            + "pint_documentstate,pint_reasoncode,pint_reason,pint_payableamount,"
            + "pint_currency,pint_oracleinvoiceid,pint_oracleinvoicenumber,pint_documenttype,_pint_commitmentid_value&"
            + "$orderby=pint_periodend desc,pint_invoicenumber asc,pint_revision asc";
        using var response = await dataverse.SendAsync(user, HttpMethod.Get, Query, body: null, cancellation);
        response.EnsureSuccessStatusCode();
        return await PageDataverse.RowsAsync(response, cancellation);
    }

    /// <summary>One document with the texts of its current preparation.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The row, with the preparation under <see cref="Preparation"/>; null where the user finds none.</returns>
    public async Task<JsonObject?> FindAsync(SandboxUser user, Guid documentId, CancellationToken cancellation)
    {
        var query =
            $"pint_documents({documentId})?$select=pint_invoicenumber,pint_documentstate,pint_reason,"
            + $"pint_payableamount,pint_currency,pint_oracleinvoicenumber,pint_documenttype,_pint_reverseddocumentid_value,_pint_commitmentid_value"
            + $"&$expand={Preparation}($select=pint_summary,pint_certificate,pint_proof)";
        using var response = await dataverse.SendAsync(user, HttpMethod.Get, query, body: null, cancellation);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!.AsObject();
    }

    /// <summary>Sets the document's inbound event back to New, so that the flow takes it up again.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null, or the sentence that says why not.</returns>
    public async Task<string?> RetryAsync(SandboxUser user, Guid documentId, CancellationToken cancellation)
    {
        using var found = await dataverse.SendAsync(
            user,
            HttpMethod.Get,
            $"pint_inboundevents?$select=pint_inboundeventid&$filter=_pint_documentid_value eq {documentId}&$orderby=pint_changedon desc",
            null,
            cancellation
        );
        if (!found.IsSuccessStatusCode)
        {
            return await PageDataverse.RefusalAsync(found, cancellation);
        }

        var events = JsonNode.Parse(await found.Content.ReadAsStringAsync(cancellation))!["value"]!.AsArray();
        if (events.Count == 0)
        {
            return $"This document has no event from Procore to retry. Wait for the next poll of Procore.";
        }

        var body = new JsonObject { ["pint_eventstate"] = EventStateNew };
        using var updated = await dataverse.SendAsync(
            user,
            HttpMethod.Patch,
            $"pint_inboundevents({events[0]!["pint_inboundeventid"]})",
            body,
            cancellation
        );
        return updated.IsSuccessStatusCode ? null : await PageDataverse.RefusalAsync(updated, cancellation);
    }

    /// <summary>Requests the reversal of a posted document, or confirms what another user requested.</summary>
    /// <param name="user">Who asks or confirms.</param>
    /// <param name="documentId">The posted document.</param>
    /// <param name="reason">Why; empty to confirm.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The reversal's id, or the sentence that says why there is none.</returns>
    public async Task<(string? ReversalId, string Message)> ReverseAsync(
        SandboxUser user,
        Guid documentId,
        string reason,
        CancellationToken cancellation
    )
    {
        var body = new JsonObject { ["DocumentId"] = documentId };
        if (reason.Length > 0)
        {
            body["Reason"] = reason;
        }

        using var response = await dataverse.SendAsync(user, HttpMethod.Post, "pint_PrepareReversal", body, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            return (null, await PageDataverse.RefusalAsync(response, cancellation));
        }

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!;
        return (
            Guid.TryParse(answer["DocumentId"]?.ToString(), out var id) && id != Guid.Empty ? id.ToString() : null,
            answer["Message"]?.ToString() ?? ""
        );
    }
}
