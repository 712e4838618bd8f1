using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;
using static PowerIntegration.Sandbox.Page.PageFrame;

namespace PowerIntegration.Sandbox.Page;

/// <summary>The plain page: one question, one table, one document. No script; every text from data is encoded.</summary>
internal static class PageHtml
{
    // The flows work in the background, and the page shows their progress.
    private const string RefreshEveryFewSeconds = """<meta http-equiv="refresh" content="5;url=/documents">""";

    /// <summary>The only thing that is served before a user was chosen.</summary>
    /// <param name="users">Who can be chosen.</param>
    /// <param name="next">Where the user goes then: a path of this site.</param>
    public static string Question(IReadOnlyList<SandboxUser> users, string next)
    {
        var choices = users
            .Where(user => !user.IsApplication)
            .Select(
                (user, index) =>
                    $"""<label><input type="radio" name="user" value="{Encode(user.Name)}"{(index == 0 ? " checked" : string.Empty)}>"""
                    + $""" {Encode(user.FullName)} <span class="quiet">{Encode(string.Join(", ", user.SecurityRoles))}</span></label>"""
            );
        return Unsigned(
            "Who are you?",
            $"""
            <form method="post" action="/sign-in"><input type="hidden" name="next" value="{Encode(next)}">
            <fieldset><legend>Who are you?</legend>{string.Concat(choices)}<p><button>Continue</button></p></fieldset></form>
            """
        );
    }

    /// <summary>The documents with their reasons and a Retry for those that wait for a person.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="now">Time of the sandbox.</param>
    /// <param name="documents">Rows of <c>pint_document</c> with formatted values.</param>
    /// <param name="notice">What the last action led to, or null.</param>
    public static string Documents(SandboxUser user, DateTimeOffset now, IReadOnlyList<JsonObject> documents, string? notice)
    {
        var rows =
            documents.Count == 0
                ? """<tr><td colspan="11" class="quiet">No documents yet. Procore is polled every five minutes of sandbox time.</td></tr>"""
                : string.Concat(documents.Select(Row));
        var said = notice is null ? string.Empty : $"""<p role="status">{Encode(notice)}</p>""";
        return Signed(
            user,
            now,
            PagePlace.Documents,
            "Documents",
            $"""
            {said}
            <form method="post" action="/months/next"><p><button>Bill next month in Procore</button></p></form>
            <table><caption>Documents</caption><thead><tr><th>Invoice</th><th>Kind</th><th>Contract</th>
            <th class="amount">App.</th><th class="amount">Rev.</th>
            <th>Period end</th><th>State</th><th>Reason</th><th class="amount">Payable</th><th>In Oracle</th><th>Action</th></tr></thead>
            <tbody>{rows}</tbody></table>
            """,
            RefreshEveryFewSeconds
        );
    }

    /// <summary>One document: what whoever approves it sees, then certificate and proof in full.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="now">Time of the sandbox.</param>
    /// <param name="document">Row of <c>pint_document</c> with its preparation.</param>
    /// <param name="requests">Rows of <c>pint_approval</c> about it; null where the user may not read them.</param>
    public static string Document(SandboxUser user, DateTimeOffset now, JsonObject document, IReadOnlyList<JsonObject>? requests)
    {
        var state = Formatted(document, "pint_documentstate");
        var number = Named(document);
        var texts = document[PageDocuments.Preparation] is JsonObject preparation
            ? $"""
                <h2>Approval summary</h2><div class="box">{PageMarkdown.ToHtml(Text(preparation, "pint_summary"))}</div>
                <h2>Certificate and continuation sheet</h2><pre>{Encode(Text(preparation, "pint_certificate"))}</pre>
                <h2>Proof</h2><pre>{Encode(Text(preparation, "pint_proof"))}</pre>
                """
            : """<p class="quiet">This document has not been prepared yet.</p>""";
        return Signed(
            user,
            now,
            PagePlace.Documents,
            "Document " + number,
            $"""
            <p><a href="/documents">Back to the documents</a></p>
            <p>{Encode(Formatted(document, "_pint_commitmentid_value"))}, {Encode(Formatted(document, "pint_documenttype"))} {Encode(
                number
            )}: <span class="state {Encode(state)}">{Encode(state)}</span>
            {Encode(Amount(document))} {Encode(Text(document, "pint_reason"))}</p>
            {Reversal(document, state)}
            {ApprovalsHtml.Requests(requests)}
            {texts}
            """
        );
    }

    private static string Row(JsonObject document)
    {
        var state = Formatted(document, "pint_documentstate");
        var retry = state is "Refused" or "Held" or "Received"
            ? $"""<form method="post" action="/documents/{Encode(Text(document, "pint_documentid"))}/retry"><button>Retry</button></form>"""
            : string.Empty;
        return $"""
            <tr><td class="whole"><a href="/documents/{Encode(Text(document, "pint_documentid"))}">{Encode(Named(document))}</a></td><td>{Encode(
                Formatted(document, "pint_documenttype")
            )}</td><td>{Encode(Formatted(document, "_pint_commitmentid_value"))}</td>
            <td class="amount">{Encode(Text(document, "pint_applicationnumber"))}</td><td class="amount">{Encode(
                Text(document, "pint_revision")
            )}</td><td class="whole">{Encode(
                Text(document, "pint_periodend")
            )}</td>
            <td class="state {Encode(state)}">{Encode(state)}</td><td>{Encode(Text(document, "pint_reason"))}</td><td class="amount">{Encode(
                Amount(document)
            )}</td><td class="whole">{Encode(Text(document, "pint_oracleinvoicenumber"))}</td><td>{retry}</td></tr>
            """;
    }

    // A posted document is reversed by two people: one requests it with a reason, the other sees the same figures and confirms.
    private static string Reversal(JsonObject document, string state)
    {
        var isReversal = Formatted(document, "pint_documenttype") == "Reversal";
        return (isReversal, state) switch
        {
            (true, "Awaiting approval") =>
                $"""<form method="post" action="/documents/{Encode(Text(document, "_pint_reverseddocumentid_value"))}/reversal"><p>"""
                    + """<button>Confirm reversal as the second person</button></p></form>""",
            (false, "Posted") => $"""<form method="post" action="/documents/{Encode(Text(document, "pint_documentid"))}/reversal"><p>"""
                + """<label>Reason for reversal <input name="reason" required size="40"></label> """
                + """<button>Request reversal</button></p></form>""",
            _ => string.Empty,
        };
    }

    // Every document can be opened, also one without a number.
    private static string Named(JsonObject document) => Text(document, "pint_invoicenumber") is { Length: > 0 } number ? number : "(no number)";

    private static string Amount(JsonObject document) =>
        document["pint_payableamount"] is JsonValue value
            ? $"{value.GetValue<decimal>().ToString("N2", CultureInfo.InvariantCulture)} {Text(document, "pint_currency")}"
            : string.Empty;
}
