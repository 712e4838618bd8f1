using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Documents;

/// <summary>Keeps what was frozen: evidence and lines never change, documents change only the way the state machine says.</summary>
[PluginStep("Create", DocumentTable.LogicalName, PluginStage.PreOperation)]
[PluginStep(
    "Update",
    DocumentTable.LogicalName,
    PluginStage.PreOperation,
    PreImage = "PreImage",
    PreImageAttributes = [DocumentTable.DocumentState],
    FilteringAttributes = [
        DocumentTable.Name,
        DocumentTable.Key,
        DocumentTable.EnvironmentId,
        DocumentTable.ProjectId,
        DocumentTable.ContractId,
        DocumentTable.DocumentType,
        DocumentTable.ProcoreId,
        DocumentTable.Revision,
        DocumentTable.SourceHash,
        DocumentTable.ApplicationNumber,
        DocumentTable.InvoiceNumber,
        DocumentTable.PeriodStart,
        DocumentTable.PeriodEnd,
        DocumentTable.BillingDate,
        DocumentTable.ProcoreStatus,
        DocumentTable.ApproverName,
        DocumentTable.ApprovedOn,
        DocumentTable.FinalInvoice,
        DocumentTable.Currency,
        DocumentTable.OriginalContractSum,
        DocumentTable.NetChangeOrders,
        DocumentTable.ContractSumToDate,
        DocumentTable.GrossToDate,
        DocumentTable.RetainageToDate,
        DocumentTable.PreviousCertificates,
        DocumentTable.CertifiedPayment,
        DocumentTable.TaxAmount,
        DocumentTable.DocumentState,
        DocumentTable.ReasonCode,
        DocumentTable.Reason,
        DocumentTable.PreparationId,
        DocumentTable.PayloadHash,
        DocumentTable.PayableAmount,
        DocumentTable.AccountingDate,
        DocumentTable.ClaimedBy,
        DocumentTable.LeaseUntil,
        DocumentTable.SentOn,
        DocumentTable.OracleInvoiceId,
        DocumentTable.OracleInvoiceNumber,
        DocumentTable.OracleAmount,
        DocumentTable.ValidationStatus,
        DocumentTable.OracleApprovalStatus,
        DocumentTable.PaidStatus,
        DocumentTable.PostedOn,
        DocumentTable.Decisions,
        DocumentTable.ReversalReason,
        DocumentTable.RequestedBy,
        DocumentTable.ConfirmedBy,
        DocumentTable.ReversedDocumentId,
        DocumentTable.OracleVariances,
    ]
)]
[PluginStep("Delete", DocumentTable.LogicalName, PluginStage.PreOperation)]
[PluginStep(
    "Update",
    SourceLineTable.LogicalName,
    PluginStage.PreOperation,
    FilteringAttributes = [
        SourceLineTable.Name,
        SourceLineTable.Key,
        SourceLineTable.DocumentId,
        SourceLineTable.LineNumber,
        SourceLineTable.ProcoreItemId,
        SourceLineTable.ProcoreLineId,
        SourceLineTable.ItemType,
        SourceLineTable.Description,
        SourceLineTable.WbsCodeId,
        SourceLineTable.FlatCode,
        SourceLineTable.TaskSegmentCode,
        SourceLineTable.CostCode,
        SourceLineTable.CostType,
        SourceLineTable.ScheduledValue,
        SourceLineTable.WorkPrevious,
        SourceLineTable.WorkThisPeriod,
        SourceLineTable.MaterialsStored,
        SourceLineTable.CompletedToDate,
        SourceLineTable.CompletedPrevious,
        SourceLineTable.WorkRetainageHeld,
        SourceLineTable.StoredRetainageHeld,
        SourceLineTable.WorkRetainageReleased,
        SourceLineTable.StoredRetainageReleased,
        SourceLineTable.ClaimedAmount,
        SourceLineTable.LineStatus,
        SourceLineTable.ManualOverride,
    ]
)]
[PluginStep("Delete", SourceLineTable.LogicalName, PluginStage.PreOperation)]
[PluginStep(
    "Update",
    PreparationTable.LogicalName,
    PluginStage.PreOperation,
    FilteringAttributes = [
        PreparationTable.Name,
        PreparationTable.Key,
        PreparationTable.DocumentId,
        PreparationTable.ContractId,
        PreparationTable.Sequence,
        PreparationTable.PayloadHash,
        PreparationTable.BasePreparationId,
        PreparationTable.InvoiceNumber,
        PreparationTable.SupplierName,
        PreparationTable.SupplierNumber,
        PreparationTable.SupplierSite,
        PreparationTable.BusinessUnit,
        PreparationTable.InvoiceSource,
        PreparationTable.PaymentTerms,
        PreparationTable.Currency,
        PreparationTable.InvoiceDate,
        PreparationTable.AccountingDate,
        PreparationTable.AccountingDateRolled,
        PreparationTable.ExpenditureItemDate,
        PreparationTable.GrossMovement,
        PreparationTable.RetainageMovement,
        PreparationTable.PayableAmount,
        PreparationTable.GrossToDate,
        PreparationTable.RetainageToDate,
        PreparationTable.OriginalContractSum,
        PreparationTable.ChangeAdditions,
        PreparationTable.ChangeDeductions,
        PreparationTable.LastPostedNumber,
        PreparationTable.StoredMaterials,
        PreparationTable.ThresholdApplication,
        PreparationTable.ThresholdAmount,
        PreparationTable.RetentionTax,
        PreparationTable.HeldLabour,
        PreparationTable.HeldMaterials,
        PreparationTable.OracleDocuments,
        PreparationTable.Certificate,
        PreparationTable.Proof,
        PreparationTable.Summary,
        PreparationTable.RuleVersions,
        PreparationTable.Warnings,
    ]
)]
[PluginStep("Delete", PreparationTable.LogicalName, PluginStage.PreOperation)]
[PluginStep(
    "Update",
    DocumentLineTable.LogicalName,
    PluginStage.PreOperation,
    FilteringAttributes = [
        DocumentLineTable.Name,
        DocumentLineTable.Key,
        DocumentLineTable.PreparationId,
        DocumentLineTable.LineKind,
        DocumentLineTable.LineNumber,
        DocumentLineTable.ProcoreLineId,
        DocumentLineTable.Description,
        DocumentLineTable.FlatCode,
        DocumentLineTable.ScheduledValue,
        DocumentLineTable.WorkPrevious,
        DocumentLineTable.WorkThisPeriod,
        DocumentLineTable.GrossBefore,
        DocumentLineTable.GrossAfter,
        DocumentLineTable.StoredBefore,
        DocumentLineTable.StoredAfter,
        DocumentLineTable.WorkRetainageBefore,
        DocumentLineTable.WorkRetainageAfter,
        DocumentLineTable.StoredRetainageBefore,
        DocumentLineTable.StoredRetainageAfter,
        DocumentLineTable.PunchListBefore,
        DocumentLineTable.PunchListAfter,
        DocumentLineTable.WorkReleased,
        DocumentLineTable.StoredReleased,
        DocumentLineTable.StoredUnchangedPeriods,
        DocumentLineTable.ThresholdGross,
        DocumentLineTable.ThresholdStored,
        DocumentLineTable.ThresholdWorkRetainage,
        DocumentLineTable.ThresholdStoredRetainage,
        DocumentLineTable.Amount,
        DocumentLineTable.OracleDocument,
        DocumentLineTable.OracleLineNumber,
        DocumentLineTable.PurchaseOrderNumber,
        DocumentLineTable.PurchaseOrderLine,
        DocumentLineTable.PurchaseOrderSchedule,
        DocumentLineTable.OracleProjectNumber,
        DocumentLineTable.TaskNumber,
        DocumentLineTable.ExpenditureType,
        DocumentLineTable.ExpenditureOrganization,
        DocumentLineTable.Account,
    ]
)]
[PluginStep("Delete", DocumentLineTable.LogicalName, PluginStage.PreOperation)]
[PluginStep(
    "Update",
    EvidenceTable.LogicalName,
    PluginStage.PreOperation,
    FilteringAttributes = [
        EvidenceTable.Name,
        EvidenceTable.Key,
        EvidenceTable.DocumentId,
        EvidenceTable.EvidenceKind,
        EvidenceTable.Content,
        EvidenceTable.ContentHash,
        EvidenceTable.RecordedOn,
        EvidenceTable.Actor,
    ]
)]
[PluginStep("Delete", EvidenceTable.LogicalName, PluginStage.PreOperation)]
public sealed class ProtectFinalRows : PluginShell
{
    private const string PreImage = "PreImage";

    private protected override void Run(PluginCall call)
    {
        var context = call.Context;
        var isDocument = context.PrimaryEntityName == DocumentTable.LogicalName;
        var refusal = context.MessageName switch
        {
            "Delete" => RowProtection.RowIsDeleted(context.PrimaryEntityName),
            "Create" when isDocument => Created(call.Input<Entity>("Target")),
            "Update" when isDocument => Changed(call, call.Input<Entity>("Target")),
            _ => RowProtection.FrozenRowChanges(context.PrimaryEntityName),
        };
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }
    }

    private static Refusal? Created(Entity target) =>
        RowProtection.DocumentIsCreated(
            DocumentStates.FromChoice(new RowView(target).Choice(DocumentTable.DocumentState)),
            DocumentColumnGroups.Of(target.Attributes.Keys)
        );

    private static Refusal? Changed(PluginCall call, Entity target)
    {
        if (!call.Context.PreEntityImages.TryGetValue(PreImage, out var before))
        {
            throw new InvalidPluginExecutionException(
                $"The step on Update of {DocumentTable.LogicalName} has no image {PreImage}. Import the solution again."
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
