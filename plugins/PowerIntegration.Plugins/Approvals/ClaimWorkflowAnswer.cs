using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.ApprovalRows;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>
/// Gives the gateway a decision to pass on to Procore, as it was recorded: nobody's word but the row's counts. A decision about content that is not
/// the newest any more is not passed on, and neither is one that was decided again.
/// </summary>
[CustomApi(
    "pint_ClaimWorkflowAnswer",
    Gates.ClaimWorkflowAnswer,
    "Returns a recorded decision for the gateway to pass on to the Procore workflow of the record, or IsDue false if there is none to pass on."
)]
[CustomApiInput("ApprovalId", CustomApiFieldType.Guid, "Row ID of the request for approval.")]
[CustomApiOutput("IsKnown", CustomApiFieldType.Boolean, "True if the request exists.")]
[CustomApiOutput("IsDecided", CustomApiFieldType.Boolean, "True if it is approved or rejected.")]
[CustomApiOutput("IsDue", CustomApiFieldType.Boolean, "True if the decision is to be passed on.")]
[CustomApiOutput("Answer", CustomApiFieldType.String, "NotNeeded, Waiting, Given or NotGiven; empty if it was not tried yet.")]
[CustomApiOutput("IsApproved", CustomApiFieldType.Boolean, "True if it was approved, false if it was rejected.")]
[CustomApiOutput("DecidedOn", CustomApiFieldType.DateTime, "When it was decided.")]
[CustomApiOutput("Comment", CustomApiFieldType.String, "Who decided what and when, for Procore.")]
[CustomApiOutput("ProjectId", CustomApiFieldType.Guid, "Row ID of the project.")]
[CustomApiOutput("DocumentType", CustomApiFieldType.Integer, "Type of the document, as its choice value.")]
[CustomApiOutput("ProcoreId", CustomApiFieldType.String, "ID of the record in Procore.")]
[CustomApiOutput("SourceHash", CustomApiFieldType.String, "Hash of the record as it was read.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class ClaimWorkflowAnswer : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var id = call.Input<Guid>("ApprovalId");
        var service = call.SystemService();
        if (ApprovalRow.Find(service, id) is not { } found || DocumentIdentity.Find(service, found.DocumentId) is not { } identity)
        {
            Answer(call, null, null, null, $"Request for approval {id} does not exist. Choose a request that was answered.");
            return;
        }

        identity.Gateway.Require(call);
        ScopeLock.Take(service, identity);
        var request = ApprovalRow.Find(service, id)!;
        if (request.Decision is null)
        {
            Answer(call, request, null, null, $"{request.Name} is not decided. Only a recorded decision is passed on to Procore.");
            return;
        }

        if (request.WorkflowAnswer is WorkflowAnswer.Given or WorkflowAnswer.NotNeeded)
        {
            Answer(call, request, null, request.WorkflowAnswer, new RowView(Noted(service, id)).Text(ApprovalTable.WorkflowNote) ?? "");
            return;
        }

        var document = Document(service, request.DocumentId);
        if (Outdated(service, request, identity, document) is { } reason)
        {
            request.Note(service, WorkflowAnswer.NotNeeded, null, reason, call.Context.OperationCreatedOn);
            Answer(call, request, null, WorkflowAnswer.NotNeeded, reason);
            return;
        }

        Answer(call, request, document, request.WorkflowAnswer, $"{request.Name} is to be passed on to Procore.");
    }

    private static string? Outdated(IOrganizationService service, ApprovalRow request, DocumentIdentity identity, RowView document)
    {
        if (!DocumentKinds.IsWorkflowRead(identity.Kind))
        {
            return "Procore has no record of the document, so it has no workflow for it.";
        }

        var later = ApprovalRow.OfRecord(service, document).SkipWhile(other => other.Id != request.Id).Skip(1);
        return later.Any(other => other.State != ApprovalState.Void) ? $"{request.Name} was asked again since. Only the later decision counts."
            : HasLaterRevision(service, document) ? $"{request.Name} is about an earlier revision. Procore has another one."
            : null;
    }

    private static bool HasLaterRevision(IOrganizationService service, RowView document)
    {
        var query = Rows.Of(DocumentTable.LogicalName, [DocumentTable.Id]);
        query.Criteria.AddCondition(DocumentTable.CommitmentId, ConditionOperator.Equal, document.RequiredReference(DocumentTable.CommitmentId));
        query.Criteria.AddCondition(DocumentTable.DocumentType, ConditionOperator.Equal, document.Choice(DocumentTable.DocumentType));
        query.Criteria.AddCondition(DocumentTable.ProcoreId, ConditionOperator.Equal, document.RequiredText(DocumentTable.ProcoreId));
        query.Criteria.AddCondition(DocumentTable.Revision, ConditionOperator.GreaterThan, document.RequiredWholeNumber(DocumentTable.Revision));
        query.TopCount = 1;
        return Rows.First(service, query) is not null;
    }

    private static RowView Document(IOrganizationService service, Guid id)
    {
        var query = Rows.Of(
            DocumentTable.LogicalName,
            [
                DocumentTable.CommitmentId,
                DocumentTable.DocumentType,
                DocumentTable.EnvironmentId,
                DocumentTable.ProcoreId,
                DocumentTable.ProjectId,
                DocumentTable.Revision,
                DocumentTable.SourceHash,
            ]
        );
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, id);
        return new RowView(Rows.First(service, query)!);
    }

    private static Entity Noted(IOrganizationService service, Guid id)
    {
        var query = Rows.Of(ApprovalTable.LogicalName, [ApprovalTable.WorkflowNote]);
        query.Criteria.AddCondition(ApprovalTable.Id, ConditionOperator.Equal, id);
        return Rows.First(service, query)!;
    }

    // The document is given where its decision is due.
    private static void Answer(PluginCall call, ApprovalRow? request, RowView? document, WorkflowAnswer? answer, string message)
    {
        var decision = request?.Decision;
        call.Output("IsKnown", request is not null);
        call.Output("IsDecided", decision is not null);
        call.Output("IsDue", document is not null);
        call.Output("Answer", answer?.ToString() ?? "");
        call.Output("IsApproved", decision?.IsApproved == true);
        call.Output("Comment", document is null ? "" : decision!.Comment);
        call.Output("ProjectId", document?.RequiredReference(DocumentTable.ProjectId) ?? Guid.Empty);
        call.Output("DocumentType", document?.Choice(DocumentTable.DocumentType) ?? 0);
        call.Output("ProcoreId", document?.RequiredText(DocumentTable.ProcoreId) ?? "");
        call.Output("SourceHash", document?.RequiredText(DocumentTable.SourceHash) ?? "");
        call.Output("Message", message);
        if (decision is not null)
        {
            call.Output("DecidedOn", decision.On);
        }
    }
}
