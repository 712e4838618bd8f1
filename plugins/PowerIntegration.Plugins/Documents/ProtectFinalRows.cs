using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Documents;

/// <summary>
/// Keeps what was frozen: evidence and lines never change, documents change only the way the state machine says, and no row gets another owner or
/// status.
/// </summary>
[PluginStep("Create", DocumentTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", PreparationTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", EvidenceTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", AttachmentTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", ApprovalTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", SourceLineTable.LogicalName, PluginStage.PreOperation)]
[ProtectedTable(
    DocumentTable.LogicalName,
    Refreshable = [DocumentTable.ValidationStatus, DocumentTable.OracleApprovalStatus, DocumentTable.PaidStatus, DocumentTable.OracleCheckedOn],
    PreImage = PreImage,
    PreImageAttributes = [DocumentTable.DocumentState]
)]
[ProtectedTable(SourceLineTable.LogicalName)]
[ProtectedTable(PreparationTable.LogicalName)]
[ProtectedTable(DocumentLineTable.LogicalName)]
[ProtectedTable(EvidenceTable.LogicalName)]
[ProtectedTable(AttachmentTable.LogicalName)]
[ProtectedTable(ApprovalTable.LogicalName)]
public sealed class ProtectFinalRows : PluginShell
{
    private const string PreImage = "PreImage";

    private protected override void Run(PluginCall call)
    {
        var context = call.Context;
        var isDocument = context.PrimaryEntityName == DocumentTable.LogicalName;
        var isOwn = call.IsInside(PluginCall.OwnApiPrefix);
        var isApplication = isOwn || call.ApplicationId != Guid.Empty;
        var isAttachment = context.PrimaryEntityName == AttachmentTable.LogicalName;
        if (context.MessageName == "Create" && (isAttachment || context.PrimaryEntityName == SourceLineTable.LogicalName) && !isOwn && isApplication)
        {
            RequireGateway(call);
        }

        var refusal = context.MessageName switch
        {
            "Create" or "Update" when context.PrimaryEntityName == ApprovalTable.LogicalName => RowProtection.ApprovalIsWritten(isOwn),
            "Delete" => RowProtection.RowIsDeleted(),
            "Create" when isDocument => Created(call, call.Input<Entity>("Target")),
            "Create" when context.PrimaryEntityName == SourceLineTable.LogicalName => RowProtection.SourceIsCreated(isApplication),
            "Create" when isAttachment => RowProtection.SourceIsCreated(isApplication)
                ?? RowProtection.AttachmentIsCreated(AttachmentRows.IsWaiting(call.Input<Entity>("Target"))),
            "Create" when context.PrimaryEntityName == PreparationTable.LogicalName => RowProtection.PreparationIsCreated(isOwn),
            "Create" => RowProtection.EvidenceIsCreated(isOwn),
            "Update" when isDocument => Changed(call, call.Input<Entity>("Target")),
            "Update" when isAttachment => RowProtection.AttachmentChanges(isOwn),
            "Update" => RowProtection.FrozenRowChanges(),
            _ => RowProtection.OwnerOrStatusChanges(),
        };
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }
    }

    // A role alone makes no gateway. What comes with its document was asked about with it; only what is added later is asked about by itself.
    private static void RequireGateway(PluginCall call)
    {
        if (!call.IsCreatedWith(DocumentTable.LogicalName))
        {
            var service = call.SystemService();
            var named = call.Input<Entity>("Target").GetAttributeValue<EntityReference>(SourceLineTable.DocumentId);
            // The caller may name the document by its key.
            var document = named is null ? null : Rows.Target(service, named, DocumentTable.Id, DocumentTable.Key, [DocumentTable.Id]);
            var identity = document is null ? null : DocumentIdentity.Find(service, document.Id);
            (identity?.Gateway ?? new RegisteredGateway(null, null)).Require(call);
        }
    }

    private static Refusal? Created(PluginCall call, Entity target)
    {
        var row = new RowView(target);
        var isOwn = call.IsInside(PluginCall.OwnApiPrefix);
        if (!isOwn)
        {
            RegisteredGateway.Of(call.SystemService(), target.GetAttributeValue<EntityReference>(DocumentTable.EnvironmentId)).Require(call);
        }

        return RowProtection.DocumentIsCreated(
            DocumentStates.FromChoice(row.Choice(DocumentTable.DocumentState)),
            row.Has(DocumentTable.DocumentType) ? DocumentKinds.FromChoice(row.Choice(DocumentTable.DocumentType)) : null,
            DocumentColumnGroups.Of(target.Attributes.Keys.Where(column => column != DocumentTable.DocumentState)),
            isOwn
        );
    }

    private static Refusal? Changed(PluginCall call, Entity target)
    {
        if (!call.Context.PreEntityImages.TryGetValue(PreImage, out var before))
        {
            throw new InvalidPluginExecutionException(
                "The document cannot be checked: the installation is incomplete. Ask the integration administrator to import the solution again."
            );
        }

        return RowProtection.DocumentChanges(
            new DocumentChange
            {
                Columns = DocumentColumnGroups.Of(target.Attributes.Keys),
                StateBefore = DocumentStates.FromChoice(new RowView(before).Choice(DocumentTable.DocumentState)) ?? default,
                StateAfter = DocumentStates.FromChoice(new RowView(target).Choice(DocumentTable.DocumentState)),
                IsFromOwnApi = call.IsInside(PluginCall.OwnApiPrefix),
            }
        );
    }
}
