using System.Text.Json.Nodes;
using PowerIntegration.Local.Approvals;
using PowerIntegration.Local.Identity;
using static PowerIntegration.Sandbox.Page.PageFrame;

namespace PowerIntegration.Sandbox.Page;

/// <summary>The approvals of one person: what waits, with a form to answer, and what was answered with what came of it.</summary>
internal static class ApprovalsHtml
{
    /// <summary>Most characters of a comment that the platform takes.</summary>
    public const int CommentLengthMax = 4_000;

    /// <summary>The page.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="now">Time of the sandbox.</param>
    /// <param name="desk">What waits and what was answered.</param>
    /// <param name="refused">An answer that was refused, so that what was typed is not lost; null for none.</param>
    public static string Page(SandboxUser user, DateTimeOffset now, ApprovalDesk desk, RefusedAnswer? refused)
    {
        var waiting =
            desk.Waiting.Count == 0
                ? """<p class="quiet">No approval is waiting for you.</p>"""
                : string.Concat(desk.Waiting.Select(one => Waiting(one, desk.OutcomeOf(one.ApprovalId), refused)));
        var answered =
            desk.Answered.Count == 0
                ? """<p class="quiet">You have not answered an approval yet.</p>"""
                : $"""
                    <table><thead><tr><th>Approval</th><th>Your answer</th><th>Answered on</th><th>Comment</th><th>Outcome</th></tr></thead>
                    <tbody>{string.Concat(desk.Answered.Select(one => Answered(one, desk)))}</tbody></table>
                    """;
        return Signed(
            user,
            now,
            PagePlace.Approvals,
            "Approvals",
            $"""
            {Said(desk, refused)}
            <h2>Waiting for your answer</h2>{waiting}
            <h2>Answered</h2>{Unreadable(desk)}{answered}
            """
        );
    }

    private static string Waiting(OpenApproval approval, JsonObject? request, RefusedAnswer? refused)
    {
        var id = approval.ApprovalId;
        var own = refused is not null && refused.ApprovalId == id ? refused : null;
        return $"""
            <section class="box" id="approval-{id}" aria-labelledby="title-{id}"><h3 id="title-{id}">{Encode(approval.Title)}</h3>
            <p class="quiet">Sent by {Encode(approval.AskedBy)} on {Instant(approval.AskedOn)}</p>{Ended(request)}
            {PageMarkdown.ToHtml(approval.Details)}
            {Item(approval)}
            <form method="post" action="/approvals/{id}">
            <label for="comment-{id}">Comment, at most {Count(CommentLengthMax)} characters</label>
            <textarea id="comment-{id}" name="comment" rows="3" maxlength="{CommentLengthMax}">
            {Encode(own?.Comment ?? "")}</textarea>
            <p><button class="main" name="answer" value="Approve" aria-describedby="title-{id}">Approve</button>
            <button name="answer" value="Reject" aria-describedby="title-{id}">Reject</button></p></form></section>
            """;
    }

    // The platform keeps a request open that the product ended: its answer would be too late.
    private static string Ended(JsonObject? request) =>
        request is not null && Formatted(request, "pint_approvalstate") == "Void"
            ? $"""<p class="Held">This request has ended. {Encode(Text(request, "pint_reason"))} An answer has no effect.</p>"""
            : "";

    // The details of a request of ours end with the same link.
    private static string Item(OpenApproval approval) =>
        approval.ItemLink is { } address && PageMarkdown.IsWeb(address) && !approval.Details.Contains($"({address})", StringComparison.Ordinal)
            ? $"""<p><a href="{Encode(address)}">{Encode(Words(approval))}</a></p>"""
            : "";

    private static string Words(OpenApproval approval) =>
        string.IsNullOrWhiteSpace(approval.ItemLinkDescription) ? "Open the document" : approval.ItemLinkDescription;

    private static string Answered(AnsweredApproval answer, ApprovalDesk desk)
    {
        var request = desk.OutcomeOf(answer.ApprovalId);
        var title = request is null
            ? Encode(answer.Title)
            : $"""<a href="/main.aspx?pagetype=entityrecord&amp;etn=pint_document&amp;id={Encode(
                Text(request, "_pint_documentid_value")
            )}">{Encode(answer.Title)}</a>""";
        return $"""
            <tr><td>{title}</td><td class="state">{Encode(answer.Answer)}</td><td class="whole">{Instant(answer.AnsweredOn)}</td>
            <td class="lines">{Encode(answer.Comments)}</td><td>{Encode(ApprovalOutcome.Of(answer, request))}</td></tr>
            """;
    }

    private static string Said(ApprovalDesk desk, RefusedAnswer? refused) =>
        refused is not null ? $"""<p class="notice" role="alert">{Encode(refused.Sentence)}</p>"""
        : desk.Just is { } just
            ? $"""<p class="notice" role="status">Your answer to '{Encode(just.Title)}' was received: {Encode(just.Answer)}.</p>"""
        : "";

    private static string Unreadable(ApprovalDesk desk) =>
        desk.IsReadable ? "" : """<p class="quiet">Your roles do not show what came of an answer. Ask a system administrator for a role.</p>""";

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
