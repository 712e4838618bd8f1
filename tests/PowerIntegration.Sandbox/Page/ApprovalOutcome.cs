using System.Text.Json.Nodes;
using static PowerIntegration.Sandbox.Page.PageFrame;

namespace PowerIntegration.Sandbox.Page;

/// <summary>What came of an answer, in words.</summary>
internal static class ApprovalOutcome
{
    /// <summary>The column of a request that leads to its document.</summary>
    public const string Document = "pint_DocumentId";

    /// <summary>The words.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="request">Row of <c>pint_approval</c> with its document; null where there is none.</param>
    public static string Of(AnsweredApproval answer, JsonObject? request)
    {
        if (request is null)
        {
            return "";
        }

        var state = Formatted(request, "pint_approvalstate");
        var isRecorded = Guid.TryParse(Text(request, "pint_responseid"), out var recorded) && recorded == answer.ResponseId;
        return state switch
        {
            "Approved" or "Rejected" => isRecorded
                ? $"{state}. {DocumentOf(request)}"
                : $"No effect. {Text(request, "pint_answeredby")} answered before: {state}.",
            "Void" => $"No effect. {Text(request, "pint_reason")}",
            _ => "The answer is being recorded. Reload the page.",
        };
    }

    private static string DocumentOf(JsonObject request)
    {
        if (request[Document] is not JsonObject document)
        {
            return "";
        }

        var reason = Text(document, "pint_reason");
        return $"The document is {Formatted(document, "pint_documentstate")}{(reason.Length == 0 ? "." : ": " + reason)}";
    }
}
