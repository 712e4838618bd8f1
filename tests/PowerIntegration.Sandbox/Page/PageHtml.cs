using System.Net;
using System.Text.Json.Nodes;
using Markdig;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Sandbox.Page;

/// <summary>The plain page: one question, one table, one document. No script; every text from data is encoded.</summary>
public static class PageHtml
{
    private const string Style = """
        body { font: 15px/1.45 system-ui, sans-serif; margin: 0; color: #1b1f24; background: #f6f7f9; }
        header { background: #17324d; color: #fff; padding: .8rem 1.5rem; display: flex; gap: 1.5rem; align-items: center; }
        header h1 { font-size: 1.1rem; margin: 0; flex: 1; }
        main { padding: 1.5rem; max-width: 90rem; }
        table { border-collapse: collapse; width: 100%; background: #fff; }
        caption { text-align: left; font-weight: 600; padding: .4rem 0; }
        th, td { border: 1px solid #d5dae0; padding: .45rem .6rem; text-align: left; vertical-align: top; }
        th { background: #eceff3; }
        th.amount, td.amount { text-align: right; font-variant-numeric: tabular-nums; }
        .amount, .whole { white-space: nowrap; }
        .state { font-weight: 600; white-space: nowrap; }
        .Posted { color: #0b6b3a; }
        .Refused, .Held { color: #a4262c; }
        button { font: inherit; padding: .3rem .9rem; border: 1px solid #17324d;
          background: #fff; color: #17324d; border-radius: 3px; cursor: pointer; }
        input { font: inherit; padding: .25rem .5rem; border: 1px solid #8a929c; border-radius: 3px; }
        button:hover, button:focus-visible { background: #17324d; color: #fff; }
        header button { border-color: #fff; background: transparent; color: #fff; }
        pre { background: #fff; border: 1px solid #d5dae0; padding: .8rem; overflow-x: auto; font-size: 13px; }
        h2 { font-size: 1.05rem; margin: 1.4rem 0 .5rem; }
        .box { background: #fff; border: 1px solid #d5dae0; padding: .2rem 1rem .8rem; max-width: 60rem; }
        fieldset { border: 1px solid #d5dae0; background: #fff; max-width: 34rem; }
        label { display: block; padding: .3rem 0; }
        .quiet { color: #57606a; }
        """;

    // Text from a source system never becomes markup of this page.
    private static readonly MarkdownPipeline ApprovalMarkdown = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    // The flows work in the background, and the page shows their progress.
    private const string RefreshEveryFewSeconds = """<meta http-equiv="refresh" content="5;url=/">""";

    /// <summary>The only thing that is served before a user was chosen.</summary>
    /// <param name="users">Who can be chosen.</param>
    public static string Question(IReadOnlyList<SandboxUser> users)
    {
        var choices = users
            .Where(user => !user.IsApplication)
            .Select(
                (user, index) =>
                    $"""<label><input type="radio" name="user" value="{Encode(user.Name)}"{(index == 0 ? " checked" : string.Empty)}>"""
                    + $""" {Encode(user.FullName)} <span class="quiet">{Encode(string.Join(", ", user.SecurityRoles))}</span></label>"""
            );
        return Frame(
            "Who are you?",
            string.Empty,
            string.Empty,
            $"""
            <form method="post" action="/sign-in"><fieldset><legend>Who are you?</legend>{string.Concat(
                choices
            )}<p><button>Continue</button></p></fieldset></form>
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
        return Frame(
            "Documents",
            RefreshEveryFewSeconds,
            Signed(user, now),
            $"""
            {said}
            <form method="post" action="/months/next"><p><button>Bill next month in Procore</button></p></form>
            <table><caption>Documents</caption><thead><tr><th>Invoice</th><th>Kind</th><th>Contract</th>
            <th class="amount">App.</th><th class="amount">Rev.</th>
            <th>Period end</th><th>State</th><th>Reason</th><th class="amount">Payable</th><th>In Oracle</th><th>Action</th></tr></thead>
            <tbody>{rows}</tbody></table>
            """
        );
    }

    /// <summary>One document: what whoever approves it sees, then certificate and proof in full.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="now">Time of the sandbox.</param>
    /// <param name="document">Row of <c>pint_document</c> with its preparation.</param>
    public static string Document(SandboxUser user, DateTimeOffset now, JsonObject document)
    {
        var state = Formatted(document, "pint_documentstate");
        var number = Named(document);
        var texts = document[PageDocuments.Preparation] is JsonObject preparation
            ? $"""
                <h2>Approval summary</h2><div class="box">{Markdown.ToHtml(Text(preparation, "pint_summary"), ApprovalMarkdown)}</div>
                <h2>Certificate and continuation sheet</h2><pre>{Encode(Text(preparation, "pint_certificate"))}</pre>
                <h2>Proof</h2><pre>{Encode(Text(preparation, "pint_proof"))}</pre>
                """
            : """<p class="quiet">This document has not been prepared yet.</p>""";
        return Frame(
            "Document " + number,
            string.Empty,
            Signed(user, now),
            $"""
            <p><a href="/">Back to the documents</a></p>
            <p>{Encode(Formatted(document, "_pint_commitmentid_value"))}, {Encode(Formatted(document, "pint_documenttype"))} {Encode(
                number
            )}: <span class="state {Encode(state)}">{Encode(state)}</span>
            {Encode(Amount(document))} {Encode(Text(document, "pint_reason"))}</p>
            {Reversal(document, state)}
            {texts}
            """
        );
    }

    /// <summary>A sentence about what went wrong.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="now">Time of the sandbox.</param>
    /// <param name="sentence">The sentence.</param>
    public static string Problem(SandboxUser user, DateTimeOffset now, string sentence) =>
        Frame(
            "Action not completed",
            string.Empty,
            Signed(user, now),
            $"""<p role="alert">{Encode(sentence)}</p><p><a href="/">Back to the documents</a></p>"""
        );

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

    private static string Formatted(JsonObject row, string column) =>
        row[column + "@OData.Community.Display.V1.FormattedValue"]?.ToString() ?? Text(row, column);

    private static string Text(JsonObject row, string column) => row[column]?.ToString() ?? string.Empty;

    private static string Signed(SandboxUser user, DateTimeOffset now) =>
        $"""<span>{Encode(now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))} UTC</span>"""
        + $"""<span>{Encode(user.FullName)}</span><form method="post" action="/sign-out"><button>Change user</button></form>""";

    private static string Frame(string title, string head, string header, string body) =>
        $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(
                title
            )} - PowerIntegration sandbox</title>{head}<style>{Style}</style></head>
            <body><header><h1>PowerIntegration sandbox</h1>{header}</header><main>{body}</main></body></html>
            """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
